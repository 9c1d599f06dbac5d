package org.anlan.zoning.impact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.FeatureQuery;
import org.anlan.store.Row;
import org.anlan.store.Store;
import org.anlan.zoning.ImpactReport;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/** The features of a layer in one state, ready to be asked by place. Never changes, and is safe for many threads. */
public final class LayerShapes {

    private final LayerDefinition layer;
    private final long revision;
    private final STRtree tree = new STRtree();
    private final Envelope extent = new Envelope();
    private final int nameAt;
    private int count;

    /**
     * A feature with a shape.
     *
     * @param id its id
     * @param values its values, as the layer's fields stand
     * @param geometry its shape
     * @param lengthM its length, if it is a line
     * @param areaM2 its area, if it is one
     */
    public record Shape(String id, List<Optional<Object>> values, Geometry geometry, double lengthM, double areaM2) {

        /** The value of a field, if it has one. */
        public Optional<Object> value(int field) {
            return field < 0 ? Optional.empty() : values.get(field);
        }
    }

    private LayerShapes(LayerDefinition layer, long revision) {
        this.layer = layer;
        this.revision = revision;
        this.nameAt = layer.nameField().map(layer::indexOf).orElse(-1);
    }

    /** Reads a layer at a revision, one survey year of it where a year is given. */
    public static LayerShapes read(Store store, LayerDefinition layer, long revision, Optional<Integer> year) {
        LayerShapes shapes = new LayerShapes(layer, revision);
        FeatureQuery query = FeatureQuery.all(layer, revision);
        Map<Object, Optional<Object>> words = new HashMap<>();
        store.features().read(year.map(query::ofYear).orElse(query), row -> {
            row.geometry().ifPresent(geometry -> shapes.add(row, geometry, words));
            return true;
        });
        shapes.tree.build();
        return shapes;
    }

    /** Codes are few and come again and again: each is kept once, in the words. */
    private void add(Row row, Geometry geometry, Map<Object, Optional<Object>> words) {
        List<Optional<Object>> values = new ArrayList<>();
        for (int i = 0; i < layer.fields().size(); i++) {
            Optional<Object> value = Optional.ofNullable(row.value(i));
            boolean code = value.isPresent() && layer.fields().get(i).codeList().isPresent();
            values.add(code ? words.computeIfAbsent(value.get(), Optional::of) : value);
        }
        tree.insert(
                geometry.getEnvelopeInternal(),
                new Shape(row.id(), List.copyOf(values), geometry, row.lengthM(), row.areaM2()));
        extent.expandToInclude(geometry.getEnvelopeInternal());
        count++;
    }

    /** The layer. */
    public LayerDefinition layer() {
        return layer;
    }

    /** Its state. */
    public long revision() {
        return revision;
    }

    /** How many features have a shape. */
    public int count() {
        return count;
    }

    /** What encloses all of them; null envelope when there are none. */
    public Envelope extent() {
        return new Envelope(extent);
    }

    /** Calls with every feature whose box meets this one. */
    public void near(Envelope box, Consumer<Shape> found) {
        tree.query(box, item -> found.accept((Shape) item));
    }

    /** A feature as reports show it. */
    public ImpactReport.Feature feature(Shape shape) {
        Map<String, Object> values = new LinkedHashMap<>(2 * layer.fields().size());
        for (int i = 0; i < layer.fields().size(); i++) {
            Optional<Object> value = shape.value(i);
            if (value.isPresent()) {
                values.put(layer.fields().get(i).name(), value.get());
            }
        }
        String name = shape.value(nameAt)
                .map(Object::toString)
                .filter(text -> !text.isBlank())
                .orElse(shape.id());
        return new ImpactReport.Feature(shape.id(), name, values);
    }
}
