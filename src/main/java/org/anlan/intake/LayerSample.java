package org.anlan.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.anlan.base.Finding;
import org.anlan.format.FeatureReader;
import org.anlan.format.FeatureSource;
import org.anlan.format.SourceFeature;
import org.locationtech.jts.geom.Envelope;

/** The first records of a layer: where they lie in the file's own coordinates, what shapes and what values they have. */
final class LayerSample {

    private static final int LOOKED_AT = 20_000;
    /** Different values kept over all fields, however many those are. */
    private static final int MOST_WORDS = 20_000;

    private final Envelope box = new Envelope();
    private final List<ColumnSample> columns = new ArrayList<>();
    private final Map<String, Integer> geometryCounts = new TreeMap<>();
    private List<Finding> findings = List.of();
    private int looked;
    private boolean whole;

    private LayerSample() {}

    static LayerSample of(FeatureSource source) throws IOException {
        LayerSample sample = new LayerSample();
        WordBudget budget = new WordBudget(MOST_WORDS);
        source.fields().forEach(field -> sample.columns.add(new ColumnSample(field.type(), budget)));
        try (FeatureReader reader = source.read()) {
            Optional<SourceFeature> next = reader.next();
            while (next.isPresent() && sample.looked < LOOKED_AT) {
                sample.see(next.get());
                next = reader.next();
            }
            sample.whole = next.isEmpty();
            sample.findings = reader.findings();
        }
        if (sample.box.isNull() && !source.format().equals("shapefile")) {
            sample.geometryCounts.clear(); // a table has no shapes to miss
        }
        return sample;
    }

    private void see(SourceFeature feature) {
        looked++;
        feature.geometry().ifPresent(g -> box.expandToInclude(g.getEnvelopeInternal()));
        geometryCounts.merge(feature.geometry().map(g -> g.getGeometryType()).orElse("null"), 1, Integer::sum);
        Object[] values = feature.values();
        for (int i = 0; i < values.length; i++) {
            columns.get(i).see(values[i]);
        }
    }

    /** Where the shapes lie, in the file's own numbers; a null envelope when there are none. */
    Envelope box() {
        return box;
    }

    List<ColumnSample> columns() {
        return columns;
    }

    /** Records by type of shape, "null" for none. */
    Map<String, Integer> geometryCounts() {
        return geometryCounts;
    }

    /** What was found in the records looked at. */
    List<Finding> findings() {
        return findings;
    }

    int looked() {
        return looked;
    }

    /** Whether these are all the records. */
    boolean whole() {
        return whole;
    }
}
