package org.anlan.coast;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.FeatureQuery;
import org.anlan.store.Store;
import org.locationtech.jts.geom.Geometry;

/**
 * The mainland coast of one survey year at one revision. An island never enters the mainland figure.
 *
 * @param segments its segments, in the order they were kept
 */
record Survey(List<Segment> segments) {

    /**
     * A mainland segment.
     *
     * @param id its id
     * @param type1 code of its level 1 type; blank when it has none
     * @param type2 code of its level 2 type; blank when it has none
     * @param protection code of its protection class; blank when it has none
     * @param space code of its function space; blank when it has none
     * @param line its shape, CGCS2000 degrees
     * @param lengthM its geodesic length, computed at the commit
     */
    record Segment(
            String id, String type1, String type2, String protection, String space, Geometry line, double lengthM) {

        /** Estuary coast: as a subtype of natural coast or, as some provinces have it, a class of its own. */
        boolean estuary() {
            return type2.equals("estuary") || type1.equals("estuarine");
        }
    }

    static Survey read(Store store, LayerDefinition coastline, long revision, int year) {
        return read(store, coastline, revision, year, since -> {});
    }

    /** The same, telling of every mainland segment the revision that brought it as it is. */
    static Survey read(Store store, LayerDefinition coastline, long revision, int year, LongConsumer since) {
        SurveyFields fields = new SurveyFields(coastline);
        List<Segment> segments = new ArrayList<>();
        store.features().read(FeatureQuery.all(coastline, revision).ofYear(year), row -> {
            row.geometry()
                    .flatMap(line -> fields.segment(row.id(), row::value, line, row.lengthM()))
                    .ifPresent(segment -> {
                        segments.add(segment);
                        since.accept(row.since());
                    });
            return true;
        });
        return new Survey(List.copyOf(segments));
    }
}
