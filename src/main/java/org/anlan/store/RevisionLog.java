package org.anlan.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.anlan.catalog.LayerDefinition;

/** The revisions of an installation. */
public interface RevisionLog {

    /** The newest revision of a layer; empty while nothing was ever committed to it. */
    Optional<Revision> newest(String layer);

    /**
     * The state of a layer that a reader gets who asks for {@code revision}: the newest revision of the layer that is not newer than it.
     * Refused ({@code unknown-revision}) when the store has no revision of that number or the layer had none yet.
     */
    Revision at(String layer, long revision);

    /** The state that is asked for, as {@link #at} says, or the newest one; empty when that is asked of a layer without any. */
    default Optional<Revision> asked(String layer, OptionalLong revision) {
        return revision.isPresent() ? Optional.of(at(layer, revision.getAsLong())) : newest(layer);
    }

    /** The newest state of a layer that is not newer than this revision, or the newest of all; empty when the layer had none yet. */
    default Optional<Revision> upTo(String layer, OptionalLong revision) {
        return revision.isEmpty()
                ? newest(layer)
                : of(layer).stream()
                        .filter(one -> one.id() <= revision.getAsLong())
                        .findFirst();
    }

    /** The newest state of every layer that is not newer than this revision, or the newest of all, by layer; a layer that had none yet is not there. */
    Map<String, Revision> states(OptionalLong revision);

    /** The revision with this number; empty when there is none. */
    Optional<Revision> find(long id);

    /** All revisions of a layer, newest first. */
    List<Revision> of(String layer);

    /**
     * Makes a new revision whose state is that of an older one.
     *
     * @param layer the layer
     * @param revision the older state; refused ({@code unknown-revision}) when the layer had no such revision
     * @param actor who asks for it
     * @param note why
     */
    Revision rollback(LayerDefinition layer, long revision, Actor actor, String note);
}
