package org.anlan.intake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.intake.checks.Checked;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** Ends of lines that an edit leaves alone: a line of the edit met them before, and none does now. */
final class TornEnds {

    private final Set<Coordinate> before = new HashSet<>();
    private final Set<Coordinate> after = new HashSet<>();
    private final Map<Coordinate, Checked> others = new HashMap<>();
    private final Map<Coordinate, Integer> meeting = new HashMap<>();

    /**
     * What an edit does to ends.
     *
     * @param was its features as they are
     * @param willBe as they shall be
     */
    TornEnds(List<Checked> was, List<Checked> willBe) {
        was.forEach(one -> ends(one, before::add));
        willBe.forEach(one -> ends(one, after::add));
    }

    /** Looks at a feature that the edit does not name. */
    void neighbour(Checked feature) {
        ends(feature, end -> {
            if (before.contains(end) && !after.contains(end)) {
                others.put(end, feature);
                meeting.merge(end, 1, Integer::sum);
            }
        });
    }

    /** Tells of the ends at which no other line is left. */
    void end(Consumer<Finding> found) {
        others.forEach((place, line) -> {
            if (meeting.get(place) == 1) {
                found.accept(Finding.ofRecord(
                                "edit.end-torn",
                                Severity.WARNING,
                                line.source(),
                                0,
                                Text.of(
                                        "“%s”的一端原与被修改的线相接，修改后不再相接；请把端点捕捉回去，或一并修改“%s”。",
                                        "An end of \"%s\" met a line that is edited, and no longer does: snap the end back to it, or edit \"%s\" as well.",
                                        line.id(),
                                        line.id()))
                        .about(line.id())
                        .at(place.x, place.y));
            }
        });
    }

    private static void ends(Checked feature, Consumer<Coordinate> taker) {
        feature.geometry().ifPresent(shape -> {
            for (int i = 0; i < shape.getNumGeometries(); i++) {
                Geometry part = shape.getGeometryN(i);
                if (part instanceof LineString line && !line.isEmpty() && !line.isClosed()) {
                    taker.accept(line.getCoordinateN(0));
                    taker.accept(line.getCoordinateN(line.getNumPoints() - 1));
                }
            }
        });
    }
}
