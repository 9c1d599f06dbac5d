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
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.format.FeatureReader;
import org.anlan.format.FeatureSource;
import org.anlan.format.FindingList;
import org.anlan.format.OpenOptions;
import org.anlan.format.SingleFileFormat;
import org.anlan.format.SourceEncoding;
import org.anlan.format.SourceField;
import org.anlan.format.TextEncoding;

/**
 * A GeoJSON FeatureCollection or Feature as one layer (RFC 7946). Coordinates are x (longitude, easting), then y; heights are
 * dropped. Fields are the properties of all features; the features' "id" is one when no property has that name.
 *
 * @param name the layer's name
 * @param file where it lies
 * @param single whether it is one Feature
 * @param encoding of its text
 * @param fields the properties
 * @param idIsField whether the features' "id" is the first field
 * @param features elements of "features"
 * @param crs "EPSG:n"; empty when the file names a system that is not understood
 * @param findings what was found when it was opened
 */
public record GeoJson(
        String name,
        Path file,
        boolean single,
        SourceEncoding encoding,
        List<SourceField> fields,
        boolean idIsField,
        int features,
        Optional<String> crs,
        List<Finding> findings)
        implements FeatureSource {

    /** How a hand-in is opened as GeoJSON. */
    public static final SingleFileFormat FORMAT = SingleFileFormat.ofOneLayer(
            Set.of("geojson", "json"),
            (file, name, options) -> GeoJsonLines.isOne(file, options)
                    ? GeoJsonLines.open(file, name, options)
                    : open(file, name, options).map(layer -> layer));

    static final String ID = "id";

    /** Opens a file and reads it once through for its fields; empty when it is JSON but neither a collection nor a feature. */
    public static Optional<GeoJson> open(Path file, String name, OpenOptions options) throws IOException {
        SourceEncoding encoding = TextEncoding.of(file, options);
        try {
            Optional<Boolean> single = isSingle(file, encoding);
            return single.isEmpty() ? Optional.empty() : Optional.of(scan(file, name, encoding, single.get()));
        } catch (JsonProcessingException broken) {
            throw JsonFile.broken(name, broken);
        }
    }

    private static Optional<Boolean> isSingle(Path file, SourceEncoding encoding) throws IOException {
        try (JsonParser parser = JsonFile.parser(file, encoding)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String member = parser.currentName();
                JsonToken value = parser.nextToken();
                if (member.equals("features") && value == JsonToken.START_ARRAY) {
                    return Optional.of(false);
                }
                if (member.equals("type")
                        && value == JsonToken.VALUE_STRING
                        && parser.getText().equals("Feature")) {
                    return Optional.of(true);
                }
                parser.skipChildren();
            }
            return Optional.empty();
        }
    }

    private static GeoJson scan(Path file, String name, SourceEncoding encoding, boolean single) throws IOException {
        PropertyTypes types = new PropertyTypes();
        PropertyTypes ids = new PropertyTypes();
        int count = 0;
        try (FeatureTokens tokens = new FeatureTokens(JsonFile.parser(file, encoding), single)) {
            while (tokens.next()) {
                count++;
                scan(tokens, types, ids);
            }
            if (tokens.parser().nextToken() != null) {
                throw JsonFile.broken(name, tokens.parser().currentTokenLocation());
            }
            boolean idIsField = !types.has(ID) && ids.has(ID);
            List<SourceField> fields = new ArrayList<>(idIsField ? ids.fields() : List.of());
            fields.addAll(types.fields());
            FindingList findings = new FindingList(name);
            Optional<String> crs = crs(tokens.crs(), findings);
            return new GeoJson(
                    name, file, single, encoding, List.copyOf(fields), idIsField, count, crs, findings.list());
        }
    }

    /** The system that a "crs" member names; without one that of RFC 7946, and empty, with a finding, when it is not understood. */
    static Optional<String> crs(Optional<String> named, FindingList findings) {
        Optional<String> crs = named.map(CrsName::of).orElse(Optional.of(CrsName.DEFAULT));
        if (crs.isEmpty()) {
            findings.file(
                    "geojson.crs-unknown",
                    Severity.WARNING,
                    new Text(
                            "“crs”中的坐标系名称无法识别（链接从不访问），请在上传时选定坐标系",
                            "the “crs” member names no coordinate system that is known (links are never followed); choose one on upload"));
        }
        return crs;
    }

    static void scan(FeatureTokens tokens, PropertyTypes types, PropertyTypes ids) throws IOException {
        JsonParser parser = tokens.parser();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String member = parser.currentName();
            JsonToken value = parser.nextToken();
            if (member.equals("properties") && value == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String property = parser.currentName();
                    parser.nextToken();
                    types.see(property, parser);
                }
            } else if (member.equals(ID)) {
                ids.see(ID, parser);
            } else if (member.equals("crs")) {
                tokens.readCrs();
            } else {
                parser.skipChildren();
            }
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
        return new GeoJsonReader(this);
    }
}
