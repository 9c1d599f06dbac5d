package org.anlan.format.geojson;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Finding;
import org.anlan.format.FeatureReader;
import org.anlan.format.FindingList;
import org.anlan.format.SourceFeature;

/** Reads a GeoJSON document feature by feature. */
final class GeoJsonReader implements FeatureReader {

    private final String name;
    private final FindingList findings;
    private final FeatureReading reading;
    private final FeatureTokens tokens;
    private int record;

    GeoJsonReader(GeoJson layer) throws IOException {
        this.name = layer.name();
        this.findings = new FindingList(name);
        this.reading = new FeatureReading(layer.fields(), layer.idIsField(), findings);
        this.tokens = new FeatureTokens(JsonFile.parser(layer.file(), layer.encoding()), layer.single());
    }

    @Override
    public Optional<SourceFeature> next() throws IOException {
        try {
            while (tokens.next()) {
                Optional<SourceFeature> feature = reading.read(tokens.parser(), ++record);
                if (feature.isPresent()) {
                    return feature;
                }
            }
            return Optional.empty();
        } catch (JsonProcessingException broken) {
            throw JsonFile.broken(name, broken);
        }
    }

    @Override
    public List<Finding> findings() {
        return findings.list();
    }

    @Override
    public void close() throws IOException {
        tokens.close();
    }
}
