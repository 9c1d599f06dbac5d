package org.anlan.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Finding;

/** Layers read whole, for tests. */
public final class Layers {

    private Layers() {}

    /**
     * What reading a layer gave.
     *
     * @param features all features
     * @param findings of opening and of reading
     */
    public record Content(FeatureSource source, List<SourceFeature> features, List<Finding> findings) {

        /** Codes of the findings. */
        public List<String> codes() {
            return findings.stream().map(Finding::code).toList();
        }

        /** The value of a field in a feature (from 0). */
        public Object value(int feature, String field) {
            for (int i = 0; i < source.fields().size(); i++) {
                if (source.fields().get(i).name().equals(field)) {
                    return features.get(feature).values()[i];
                }
            }
            throw new AssertionError("no field " + field + " in " + source.fields());
        }

        /** Type of a feature's shape as GeoJSON calls it; "null" for a null shape. */
        public List<String> types() {
            return features.stream()
                    .map(feature ->
                            feature.geometry().map(g -> g.getGeometryType()).orElse("null"))
                    .toList();
        }
    }

    /** Reads the layer to its end. */
    public static Content read(FeatureSource source) throws IOException {
        List<SourceFeature> features = new ArrayList<>();
        List<Finding> findings = new ArrayList<>(source.findings());
        try (FeatureReader reader = source.read()) {
            for (Optional<SourceFeature> next = reader.next(); next.isPresent(); next = reader.next()) {
                features.add(next.get());
            }
            findings.addAll(reader.findings());
        }
        return new Content(source, features, findings);
    }

    /** Opens a file and reads all its layers. */
    public static List<Content> of(Path file, OpenOptions options) throws IOException {
        List<Content> contents = new ArrayList<>();
        try (HandInFile handIn = Formats.open(file, file.getFileName().toString(), options)) {
            for (FeatureSource layer : handIn.layers()) {
                contents.add(read(layer));
            }
        }
        return contents;
    }

    /** Opens a file of one layer with default options and reads it. */
    public static Content one(Path file) throws IOException {
        List<Content> contents = of(file, OpenOptions.defaults());
        if (contents.size() != 1) {
            throw new AssertionError("not one layer: " + contents.size());
        }
        return contents.get(0);
    }
}
