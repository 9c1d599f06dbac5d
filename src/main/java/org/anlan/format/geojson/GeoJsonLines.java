package org.anlan.format.geojson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.anlan.base.Finding;
import org.anlan.base.Refusal;
import org.anlan.format.FeatureReader;
import org.anlan.format.FeatureSource;
import org.anlan.format.FindingList;
import org.anlan.format.OpenOptions;
import org.anlan.format.SingleFileFormat;
import org.anlan.format.SourceEncoding;
import org.anlan.format.SourceField;
import org.anlan.format.TextEncoding;

/**
 * A file with a GeoJSON Feature in each line, or behind each record separator (RFC 8142), as one layer. A line that is none is told and left out; the others
 * are read. Records are numbered by their lines.
 *
 * @param name the layer's name
 * @param file where it lies
 * @param encoding of its text
 * @param fields the properties
 * @param idIsField whether the features' "id" is the first field
 * @param features lines that are features
 * @param crs "EPSG:n"; empty when the file names a system that is not understood
 * @param findings what was found when it was opened
 */
public record GeoJsonLines(
        String name,
        Path file,
        SourceEncoding encoding,
        List<SourceField> fields,
        boolean idIsField,
        int features,
        Optional<String> crs,
        List<Finding> findings)
        implements FeatureSource {

    /** How a hand-in whose name says that it has such lines is opened. */
    public static final SingleFileFormat FORMAT =
            SingleFileFormat.ofOneLayer(Set.of("geojsonl", "geojsons", "ndjson", "jsonl"), GeoJsonLines::open);

    /** Whether a file has a second text behind a first Feature, whatever its name says. */
    static boolean isOne(Path file, OpenOptions options) throws IOException {
        SourceEncoding encoding = TextEncoding.of(file, options);
        try (JsonLines lines = new JsonLines(file, encoding)) {
            Optional<JsonLines.Line> first = lines.next();
            return first.isPresent() && isFeature(first.get()) && lines.next().isPresent();
        }
    }

    /** Opens a file and reads it once through for its fields; empty when no line is a feature. */
    static Optional<FeatureSource> open(Path file, String name, OpenOptions options) throws IOException {
        SourceEncoding encoding = TextEncoding.of(file, options);
        PropertyTypes types = new PropertyTypes();
        PropertyTypes ids = new PropertyTypes();
        Optional<String> crs = Optional.empty();
        int count = 0;
        try (JsonLines lines = new JsonLines(file, encoding)) {
            for (Optional<JsonLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                if (isFeature(line.get())) {
                    count++;
                    crs = crs.or(scanned(line.get(), types, ids));
                }
            }
        }
        if (count == 0) {
            throw Refusal.unprocessable(
                    "geojson-no-lines",
                    "“%s”中没有一行是 GeoJSON 要素（Feature）；请检查导出方式",
                    "No line of “%s” is a GeoJSON Feature; check how it was exported",
                    name);
        }
        FindingList findings = new FindingList(name);
        boolean idIsField = !types.has(GeoJson.ID) && ids.has(GeoJson.ID);
        List<SourceField> fields = new ArrayList<>(idIsField ? ids.fields() : List.of());
        fields.addAll(types.fields());
        Optional<String> known = GeoJson.crs(crs, findings);
        return Optional.of(
                new GeoJsonLines(name, file, encoding, List.copyOf(fields), idIsField, count, known, findings.list()));
    }

    private static Supplier<Optional<String>> scanned(JsonLines.Line line, PropertyTypes types, PropertyTypes ids)
            throws IOException {
        try (FeatureTokens tokens = new FeatureTokens(parser(line), true)) {
            tokens.next();
            GeoJson.scan(tokens, types, ids);
            return tokens::crs;
        }
    }

    static JsonParser parser(JsonLines.Line line) throws IOException {
        return JsonFile.factory().createParser(line.json());
    }

    /** Whether a text is one JSON object, whole, that calls itself a Feature. */
    static boolean isFeature(JsonLines.Line line) throws IOException {
        boolean feature = false;
        try (JsonParser parser = parser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean type = parser.currentName().equals("type");
                feature |= type && "Feature".equals(parser.nextTextValue());
                if (!type) {
                    parser.nextToken();
                }
                parser.skipChildren();
            }
            return parser.nextToken() == null && feature;
        } catch (JsonProcessingException broken) {
            return false;
        }
    }

    @Override
    public String format() {
        return "geojson";
    }

    @Override
    public Optional<Integer> count() {
        return Optional.of(features);
    }

    @Override
    public Optional<String> declaredCrs() {
        return crs;
    }

    @Override
    public FeatureReader read() throws IOException {
        return new GeoJsonLinesReader(this);
    }
}
