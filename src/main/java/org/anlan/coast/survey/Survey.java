package org.anlan.coast.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.anlan.catalog.LayerDefinition;
import org.anlan.coast.ChangeFigure;
import org.anlan.coast.Coast;
import org.anlan.coast.SurveySource;
import org.anlan.store.FeatureQuery;
import org.anlan.store.Store;
import org.locationtech.jts.geom.Geometry;

/**
 * The coast of one survey year at one revision, of the mainland or of the islands.
 *
 * @param segments its segments, in the order they were kept
 * @param source scale and source that they state
 */
public record Survey(List<Segment> segments, SurveySource source) {

    /**
     * What a segment is.
     *
     * @param type1 code of its level 1 type; blank when it has none
     * @param type2 code of its level 2 type; blank when it has none
     * @param protection code of its protection class; blank when it has none
     * @param space code of its function space; blank when it has none
     * @param use code of its present use; blank when it has none
     */
    public record Kind(String type1, String type2, String protection, String space, String use) {

        /** Estuary coast: as a subtype of natural coast or, as some provinces have it, a class of its own. */
        public boolean estuary() {
            return type2.equals("estuary") || type1.equals("estuarine");
        }
    }

    /**
     * A segment.
     *
     * @param id its id
     * @param kind what it is
     * @param line its shape, CGCS2000 degrees
     * @param lengthM its geodesic length, computed at the commit
     */
    public record Segment(String id, Kind kind, Geometry line, double lengthM) {

        /** Its type, both levels. */
        ChangeFigure.Type type() {
            return new ChangeFigure.Type(kind.type1(), kind.type2());
        }
    }

    /** Reads the segments of the mainland or of the islands. */
    public static Survey read(Store store, LayerDefinition coastline, long revision, int year, Coast coast) {
        return read(store, coastline, revision, year, coast, since -> {});
    }

    /** The same, telling of every segment the revision that brought it as it is. */
    public static Survey read(
            Store store, LayerDefinition coastline, long revision, int year, Coast coast, LongConsumer since) {
        SurveyFields fields = new SurveyFields(coastline, coast);
        List<Segment> segments = new ArrayList<>();
        SurveySource.Collecting source = new SurveySource.Collecting();
        store.features().read(FeatureQuery.all(coastline, revision).ofYear(year), row -> {
            row.geometry()
                    .flatMap(line -> fields.segment(row.id(), row::value, line, row.lengthM()))
                    .ifPresent(segment -> {
                        segments.add(segment);
                        fields.source(row::value, source);
                        since.accept(row.since());
                    });
            return true;
        });
        return new Survey(List.copyOf(segments), source.all());
    }
}
