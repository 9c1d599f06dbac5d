package org.anlan.zoning;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.anlan.base.Text;
import org.anlan.coast.By;
import org.locationtech.jts.geom.Geometry;

/**
 * How much some polygon layers cover, region by region: added up feature by feature, and dissolved, so that ground which lies in several features counts once.
 *
 * @param by what the rows are: city, town or bay
 * @param layers the layers, with the states they were read in
 * @param regionsRevision the state of the regions
 * @param total everything, wherever it lies
 * @param rows one per region of the level, in the order of their codes
 * @param unassigned what lies in no region of the level
 * @param overlaps every two features that overlap, across the layers and within each
 * @param edgeErrorM2 no area here is off by more than this because edges were cut as drawn in longitude and latitude, and measured as geodesics
 * @param warnings what a reader should know: how much the sum counts twice
 */
public record CoverageFigure(
        By by,
        List<LayerState> layers,
        long regionsRevision,
        Row total,
        List<Row> rows,
        Row unassigned,
        List<Overlap> overlaps,
        double edgeErrorM2,
        List<Text> warnings) {

    /** How areas are measured: geodesic on the CGCS2000 ellipsoid; what is cut is cut in longitude and latitude with edges as drawn. */
    public static final String AREA_METHOD = "geodesic-cgcs2000";

    /**
     * A layer as it was read.
     *
     * @param layer its id
     * @param title its name
     * @param revision its state
     * @param features how many areas it has
     */
    public record LayerState(String layer, Text title, long revision, long features) {}

    /**
     * What some features cover of a piece of ground.
     *
     * @param features how many have any of it
     * @param sumM2 their areas added up
     * @param unionM2 the ground they cover, each place once
     * @param land their share of the land there; empty where there is none
     * @param sea their share of the sea there; empty where there is none
     */
    public record Cover(int features, double sumM2, double unionM2, Optional<Share> land, Optional<Share> sea) {

        /** Square metres that the sum counts more than once; never negative. */
        public double overlapM2() {
            return Math.max(0, sumM2 - unionM2);
        }
    }

    /**
     * A share of land or sea.
     *
     * @param areaM2 the land or sea
     * @param coveredM2 what of it is covered, each place once
     */
    public record Share(double areaM2, double coveredM2) {

        /** The share in percent; empty of nothing. */
        public OptionalDouble percent() {
            return areaM2 > 0 ? OptionalDouble.of(coveredM2 / areaM2 * 100) : OptionalDouble.empty();
        }
    }

    /**
     * One row.
     *
     * @param code code of the region; "total" and "unassigned" for these two
     * @param name its name
     * @param all all layers together
     * @param layers each layer by itself, in their order
     * @param classes the features of a layer by the codes of one field, for each field that has a code list
     */
    public record Row(String code, String name, Cover all, List<LayerCover> layers, List<ClassCover> classes) {}

    /**
     * What one layer covers.
     *
     * @param layer its id
     * @param cover what it covers
     */
    public record LayerCover(String layer, Cover cover) {}

    /**
     * What features of one class cover.
     *
     * @param layer id of the layer
     * @param field the field: category, level, zone, domain, kind …
     * @param fieldLabel what the field is called
     * @param code its code; blank = features without one
     * @param label the code's words
     * @param cover what they cover
     */
    public record ClassCover(String layer, String field, Text fieldLabel, String code, Text label, Cover cover) {}

    /**
     * Two features that overlap.
     *
     * @param first the one
     * @param second the other
     * @param areaM2 what both cover
     * @param shape where, CGCS2000 degrees
     */
    public record Overlap(Member first, Member second, double areaM2, Geometry shape) {}

    /**
     * A feature of an overlap.
     *
     * @param layer id of its layer
     * @param id its id
     * @param name its name
     */
    public record Member(String layer, String id, String name) {}
}
