package org.anlan.coast;

import java.util.List;
import java.util.OptionalDouble;
import org.anlan.base.Text;

/**
 * Declared lengths (CD of the hand-in, km) against computed geodesic lengths, for the segments of one survey.
 *
 * @param surveyYear the survey
 * @param coast mainland or islands
 * @param by what the rows are: city, town or bay
 * @param revisions the state of the layers it was computed from
 * @param total all segments
 * @param rows one per region that has coast; a segment in two regions is shared between them as its computed length is
 * @param unassigned coast that no region takes
 * @param segments the segments that declare a length, the largest deviation first, at most as many as were asked for
 * @param warnings what a reader should know: how many segments declare no length
 */
public record DeclaredFigure(
        int surveyYear,
        Coast coast,
        By by,
        RetentionFigure.Revisions revisions,
        Sums total,
        List<Row> rows,
        Sums unassigned,
        List<Segment> segments,
        List<Text> warnings) {

    /**
     * Lengths of some coast, metres. Both sums are of the segments that declare a length.
     *
     * @param segments segments that declare a length
     * @param undeclared segments that declare none
     * @param declaredM what they declare
     * @param computedM what they measure
     */
    public record Sums(int segments, int undeclared, double declaredM, double computedM) {

        /** Deviation of what is declared from what is measured, percent of the latter; empty where nothing is measured. */
        public OptionalDouble deviationPercent() {
            return computedM > 0
                    ? OptionalDouble.of(100 * (declaredM - computedM) / computedM)
                    : OptionalDouble.empty();
        }
    }

    /**
     * One row.
     *
     * @param code code of the region
     * @param name its name
     * @param sums its coast
     */
    public record Row(String code, String name, Sums sums) {}

    /**
     * A segment.
     *
     * @param id its id
     * @param code its segment code
     * @param place its place name; blank when it has none
     * @param declaredM declared length, metres
     * @param computedM geodesic length, metres, more than 0
     */
    public record Segment(String id, String code, String place, double declaredM, double computedM) {

        /** Deviation of the declared length from the computed one, percent of the latter. */
        public double deviationPercent() {
            return 100 * (declaredM - computedM) / computedM;
        }
    }
}
