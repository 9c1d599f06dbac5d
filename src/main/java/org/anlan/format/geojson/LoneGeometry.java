package org.anlan.format.geojson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.anlan.format.OpenOptions;
import org.anlan.format.SourceEncoding;
import org.anlan.format.TextEncoding;

/** A file that is one GeoJSON geometry and no feature (RFC 7946, section 3.1): a shape without properties, which is no layer. */
public final class LoneGeometry {

    private static final Set<String> TYPES = Set.of(
            "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection");

    private LoneGeometry() {}

    /** The geometry in a file; empty when the file is anything else. */
    public static Optional<JsonNode> in(Path file) throws IOException {
        SourceEncoding encoding = TextEncoding.of(file, OpenOptions.defaults());
        try {
            if (!isOne(file, encoding)) {
                return Optional.empty();
            }
            try (JsonParser parser = JsonFile.parser(file, encoding)) {
                return Optional.of(new ObjectMapper().readTree(parser));
            }
        } catch (JsonProcessingException other) {
            return Optional.empty();
        }
    }

    private static boolean isOne(Path file, SourceEncoding encoding) throws IOException {
        try (JsonParser parser = JsonFile.parser(file, encoding)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean type = parser.currentName().equals("type");
                parser.nextToken();
                if (type) {
                    return TYPES.contains(parser.getText()) && onlyValue(parser);
                }
                parser.skipChildren();
            }
            return false;
        }
    }

    /** Whether nothing follows the object that the parser is in: lines of JSON are a layer. */
    private static boolean onlyValue(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            parser.skipChildren();
        }
        return parser.nextToken() == null;
    }
}
