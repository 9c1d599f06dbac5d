package org.anlan.format.geojson;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Writes single GeoJSON Features (RFC 7946 §3.2). Shapes go from well-known binary to text without becoming objects. Not thread-safe. */
public final class FeatureEncoder {

    private static final byte[] FEATURE = ascii("{\"type\":\"Feature\",\"id\":");
    private static final byte[] GEOMETRY = ascii(",\"geometry\":");
    private static final byte[] PROPERTIES = ascii(",\"properties\":{");
    private static final byte[] NULL = ascii("null");
    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");
    private static final byte[] COORDINATES = ascii("\",\"coordinates\":");
    private static final byte[] TYPE = ascii("{\"type\":\"");
    private static final List<byte[]> TYPES = List.of(
            ascii(""),
            ascii("Point"),
            ascii("LineString"),
            ascii("Polygon"),
            ascii("MultiPoint"),
            ascii("MultiLineString"),
            ascii("MultiPolygon"));

    private final JsonBytes json;
    private final List<byte[]> names;
    private final Positions positions;
    private long geometryFrom;
    private long geometryTo;

    /**
     * An encoder for features with these properties.
     *
     * @param out receives UTF-8; the caller closes it
     * @param propertyNames in the order of the values given with each feature
     * @param positions how coordinates are written
     */
    public FeatureEncoder(OutputStream out, List<String> propertyNames, Positions positions) {
        this(new JsonBytes(out), propertyNames, positions);
    }

    FeatureEncoder(JsonBytes json, List<String> propertyNames, Positions positions) {
        this.json = json;
        this.names = propertyNames.stream().map(FeatureEncoder::name).toList();
        this.positions = positions;
    }

    /** Where the values of a feature are asked for, one by one. */
    @FunctionalInterface
    public interface Values {
        /** The value of the property at this position: a string, number, boolean, date or {@code null}. */
        Object get(int property);
    }

    /** Writes one feature, and nothing before or behind it. A property without a value is written as null. */
    public void feature(String id, Optional<ByteBuffer> wkb, Values values) throws IOException {
        json.raw(FEATURE);
        json.string(id);
        json.raw(GEOMETRY);
        geometryFrom = json.written();
        if (wkb.isPresent()) {
            geometry(wkb.get());
        } else {
            json.raw(NULL);
        }
        geometryTo = json.written();
        json.raw(PROPERTIES);
        for (int i = 0; i < names.size(); i++) {
            if (i > 0) {
                json.raw(',');
            }
            json.raw(names.get(i));
            value(values.get(i));
        }
        json.raw('}');
        json.raw('}');
    }

    /** Hands on what was written; {@link #written} goes on counting. */
    public void flush() throws IOException {
        json.flush();
    }

    /** Bytes written so far, those included that are not handed on yet. */
    public long written() {
        return json.written();
    }

    /** Where the last feature's geometry begins, counted as {@link #written} does. */
    public long geometryFrom() {
        return geometryFrom;
    }

    /** Where the last feature's geometry ends. */
    public long geometryTo() {
        return geometryTo;
    }

    private void value(Object value) throws IOException {
        if (value == null) {
            json.raw(NULL);
        } else if (value instanceof String s) {
            json.string(s);
        } else if (value instanceof Long l) {
            json.number(l.longValue());
        } else if (value instanceof Double d) {
            if (Double.isFinite(d)) {
                json.number(d.doubleValue());
            } else {
                json.raw(NULL);
            }
        } else if (value instanceof Boolean b) {
            json.raw(b ? TRUE : FALSE);
        } else if (value instanceof LocalDate d) {
            json.string(d.toString());
        } else {
            throw new IllegalArgumentException("no JSON for " + value.getClass());
        }
    }

    /** Writes a geometry object. */
    void geometry(ByteBuffer wkb) throws IOException {
        int type = type(wkb);
        json.raw(TYPE);
        if (type == 7) {
            json.raw(ascii("GeometryCollection\",\"geometries\":["));
            list(wkb, this::geometry);
            json.raw(']');
        } else {
            json.raw(TYPES.get(type));
            json.raw(COORDINATES);
            coordinates(wkb, type);
        }
        json.raw('}');
    }

    private static int type(ByteBuffer wkb) {
        wkb.get();
        return wkb.getInt();
    }

    private void coordinates(ByteBuffer wkb, int type) throws IOException {
        switch (type) {
            case 1 -> position(wkb);
            case 2 -> positions(wkb);
            case 3 -> bracketed(wkb, this::positions);
            case 4, 5, 6 -> bracketed(wkb, part -> coordinates(part, type(part)));
            default -> throw new IllegalArgumentException("no GeoJSON for well-known binary type " + type);
        }
    }

    private interface Part {
        void write(ByteBuffer wkb) throws IOException;
    }

    private void positions(ByteBuffer wkb) throws IOException {
        bracketed(wkb, this::position);
    }

    private void bracketed(ByteBuffer wkb, Part part) throws IOException {
        json.raw('[');
        list(wkb, part);
        json.raw(']');
    }

    private void list(ByteBuffer wkb, Part part) throws IOException {
        int count = wkb.getInt();
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                json.raw(',');
            }
            part.write(wkb);
        }
    }

    private void position(ByteBuffer wkb) throws IOException {
        positions.write(json, wkb.getDouble(), wkb.getDouble());
    }

    private static byte[] name(String property) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            JsonBytes json = new JsonBytes(bytes);
            json.string(property);
            json.raw(':');
            json.flush();
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
