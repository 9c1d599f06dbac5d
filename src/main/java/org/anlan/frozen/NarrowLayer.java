package org.anlan.frozen;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.FeatureQuery;
import org.anlan.store.Row;
import org.anlan.store.RowFilter;
import org.anlan.store.RowVisitor;
import org.locationtech.jts.geom.Geometry;

/** A layer without the fields that somebody is not shown: the same features, read from the whole layer. Neither visitors nor filters meet the other fields. */
final class NarrowLayer {

    private final LayerDefinition whole;
    private final int[] places;

    /**
     * @param whole the layer with all its fields
     * @param narrow the same with some of them
     */
    NarrowLayer(LayerDefinition whole, LayerDefinition narrow) {
        this.whole = whole;
        this.places = narrow.fields().stream()
                .mapToInt(field -> whole.indexOf(field.name()))
                .toArray();
    }

    /** The query of the whole layer that finds the same features. */
    FeatureQuery whole(FeatureQuery query) {
        RowFilter filter = query.filter();
        return new FeatureQuery(
                whole,
                query.revision(),
                query.extent(),
                query.surveyYear(),
                query.ids(),
                filter == RowFilter.ALL ? filter : row -> filter.passes(new NarrowRow(row, places)),
                query.afterFid(),
                query.limit(),
                query.order(),
                query.goneAt());
    }

    /** The visitor of rows with all fields that gives this one rows with some. */
    RowVisitor narrowing(RowVisitor visitor) {
        return row -> visitor.visit(new NarrowRow(row, places));
    }

    /** A row without some of its fields, and without what its hand-in carried beyond the catalogue. */
    private static final class NarrowRow implements Row {

        private final Row row;
        private final int[] places;

        NarrowRow(Row row, int[] places) {
            this.row = row;
            this.places = places;
        }

        @Override
        public long fid() {
            return row.fid();
        }

        @Override
        public String id() {
            return row.id();
        }

        @Override
        public Optional<ByteBuffer> wkb() {
            return row.wkb();
        }

        @Override
        public Optional<Geometry> geometry() {
            return row.geometry();
        }

        @Override
        public double lengthM() {
            return row.lengthM();
        }

        @Override
        public double areaM2() {
            return row.areaM2();
        }

        @Override
        public Object value(int field) {
            return row.value(places[field]);
        }

        @Override
        public long since() {
            return row.since();
        }

        @Override
        public Optional<String> extra() {
            return Optional.empty();
        }
    }
}
