package org.anlan.format.geojson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.anlan.format.FindingList;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/** Single shapes as GeoJSON geometry objects (RFC 7946, 3.1). */
public final class GeoJsonGeometry {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private GeoJsonGeometry() {}

    /** The shape as a JSON tree. */
    public static JsonNode tree(Geometry shape) {
        try {
            return MAPPER.readTree(text(shape));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a geometry gave no JSON", e);
        }
    }

    /** The shape of a GeoJSON geometry that this class wrote. */
    public static Geometry of(JsonNode json) {
        try (JsonParser parser = MAPPER.treeAsTokens(json)) {
            parser.nextToken();
            return new GeometryReading(new FindingList(""))
                    .read(1, parser)
                    .geometry()
                    .orElseThrow(() -> new IllegalArgumentException("a GeoJSON geometry without coordinates"));
        } catch (BadGeometry | IOException e) {
            throw new IllegalArgumentException("no GeoJSON geometry", e);
        }
    }

    /** The shape as JSON text, longitude before latitude, nine decimals. */
    public static String text(Geometry shape) {
        byte[] wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(shape);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            GeoJsonWriter.geometry(out, ByteBuffer.wrap(wkb).order(ByteOrder.LITTLE_ENDIAN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
