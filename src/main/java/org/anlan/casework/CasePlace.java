package org.anlan.casework;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which units a place belongs to, by where it lies.
 *
 * @param town the town; empty when none is near
 * @param bay the bay; empty when none is near
 * @param river the river; empty when none is near
 * @param regionsRevision the state of the layer regions that says so; 0 = there is none
 */
public record CasePlace(Optional<Unit> town, Optional<Unit> bay, Optional<Unit> river, long regionsRevision) {

    /**
     * A town, bay or river.
     *
     * @param code its code
     * @param name its name
     */
    public record Unit(String code, String name) {}

    /** The codes of its regions, for who may change things there. */
    public List<String> regionCodes() {
        return Stream.of(town, bay).flatMap(Optional::stream).map(Unit::code).toList();
    }

    /** Whether it belongs to the town, bay or river of this code. */
    public boolean lies(String code) {
        return Stream.of(town, bay, river).flatMap(Optional::stream).anyMatch(unit -> unit.code()
                .equals(code));
    }
}
