package org.anlan.coast.tally;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anlan.coast.survey.Survey;

/** Changes a tally segment by segment. Groups of which no segment is left are gone. */
public final class TallyEdit {

    private final Map<Place, Amount> amounts = new HashMap<>();

    /**
     * Coast of a kind in a region.
     *
     * @param region code of the region; blank when none takes it, or for all of them
     * @param kind what it is
     */
    public record Place(String region, Survey.Kind kind) {}

    private record Amount(int segments, double lengthM) {

        Amount and(Amount more) {
            return new Amount(segments + more.segments, lengthM + more.lengthM);
        }
    }

    /** Starts from these groups. */
    public TallyEdit(List<Tally.Group> groups) {
        groups.forEach(group ->
                amounts.put(new Place(group.region(), group.kind()), new Amount(group.segments(), group.lengthM())));
    }

    /**
     * Puts a segment in the place of what it was.
     *
     * @param before its lengths as they are, by place
     * @param after its lengths as they would be
     */
    public void change(Map<Place, Double> before, Map<Place, Double> after) {
        before.forEach((place, lengthM) -> add(place, new Amount(-1, -lengthM)));
        after.forEach((place, lengthM) -> add(place, new Amount(1, lengthM)));
    }

    private void add(Place place, Amount more) {
        Amount now = amounts.getOrDefault(place, new Amount(0, 0)).and(more);
        if (now.segments() == 0) {
            amounts.remove(place);
        } else {
            amounts.put(place, now);
        }
    }

    /** The groups as they are now. */
    public List<Tally.Group> groups() {
        return amounts.entrySet().stream()
                .map(e -> new Tally.Group(
                        e.getKey().region(),
                        e.getKey().kind(),
                        e.getValue().segments(),
                        e.getValue().lengthM()))
                .sorted(Tally.ORDER)
                .toList();
    }
}
