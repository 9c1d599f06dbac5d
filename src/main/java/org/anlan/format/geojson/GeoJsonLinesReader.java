package org.anlan.format.geojson;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.format.FeatureReader;
import org.anlan.format.FindingList;
import org.anlan.format.SourceFeature;

/** Reads features line by line. */
final class GeoJsonLinesReader implements FeatureReader {

    private final FindingList findings;
    private final FeatureReading reading;
    private final JsonLines lines;

    GeoJsonLinesReader(GeoJsonLines layer) throws IOException {
        this.findings = new FindingList(layer.name());
        this.reading = new FeatureReading(layer.fields(), layer.idIsField(), findings);
        this.lines = new JsonLines(layer.file(), layer.encoding());
    }

    @Override
    public Optional<SourceFeature> next() throws IOException {
        for (Optional<JsonLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            Optional<SourceFeature> feature = feature(line.get());
            if (feature.isPresent()) {
                return feature;
            }
        }
        return Optional.empty();
    }

    private Optional<SourceFeature> feature(JsonLines.Line line) throws IOException {
        if (!GeoJsonLines.isFeature(line)) {
            findings.record(
                    "geojson.bad-line",
                    Severity.ERROR,
                    line.line(),
                    Text.of(
                            "第 %d 行不是完整的 GeoJSON 要素，未读取；其余各行照常读取",
                            "Line %d is no whole GeoJSON Feature and was not read; the others were", line.line()));
            return Optional.empty();
        }
        try (JsonParser parser = GeoJsonLines.parser(line)) {
            parser.nextToken();
            return reading.read(parser, line.line());
        }
    }

    @Override
    public List<Finding> findings() {
        return findings.list();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
