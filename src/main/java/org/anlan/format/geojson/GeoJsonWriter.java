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

/**
 * Writes a GeoJSON FeatureCollection (RFC 7946) feature by feature: longitude before latitude, nine decimals unless asked for all digits. Shapes go from well-known binary to text
 * without becoming objects. Memory does not grow with the number of features.
 */
public final class GeoJsonWriter {

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
    private final boolean exact;
    private boolean first = true;

    /**
     * A writer for features with these properties.
     *
     * @param out receives UTF-8; the caller closes it
     * @param propertyNames in the order of the values given with each feature
     */
    public GeoJsonWriter(OutputStream out, List<String> propertyNames) {
        this(out, propertyNames, false);
    }

    /** The same; {@code exact} coordinates have all their digits and read back as the same numbers. */
    GeoJsonWriter(OutputStream out, List<String> propertyNames, boolean exact) {
        this.exact = exact;
        this.json = new JsonBytes(out);
        this.names = propertyNames.stream().map(GeoJsonWriter::name).toList();
    }

    /**
     * Opens the collection.
     *
     * @param members members of ours before the features, as JSON text without braces ({@code "layer":"coastline"}); may be blank
     */
    public void start(String members) throws IOException {
        json.raw(("{\"type\":\"FeatureCollection\"," + (members.isBlank() ? "" : members + ",") + "\"features\":[")
                .getBytes(StandardCharsets.UTF_8));
    }

    /** Where the values of a feature are asked for, one by one. */
    @FunctionalInterface
    public interface Values {
        /** The value of the property at this position: a string, number, boolean, date or {@code null}. */
        Object get(int property);
    }

    /** Writes one feature. A property without a value is written as null. */
    public void feature(String id, Optional<ByteBuffer> wkb, Values values) throws IOException {
        if (!first) {
            json.raw(',');
        }
        first = false;
        json.raw(FEATURE);
        json.string(id);
        json.raw(GEOMETRY);
        if (wkb.isPresent()) {
            geometry(wkb.get());
        } else {
            json.raw(NULL);
        }
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

    /**
     * Closes the collection and hands all of it on.
     *
     * @param members members of ours behind the features, as for {@link #start}
     */
    public void end(String members) throws IOException {
        json.raw((members.isBlank() ? "]}" : "]," + members + "}").getBytes(StandardCharsets.UTF_8));
        json.flush();
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

    /** Writes one geometry object and nothing around it. */
    static void geometry(OutputStream out, ByteBuffer wkb) throws IOException {
        GeoJsonWriter writer = new GeoJsonWriter(out, List.of());
        writer.geometry(wkb);
        writer.json.flush();
    }

    private void geometry(ByteBuffer wkb) throws IOException {
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
        json.raw('[');
        ordinate(wkb.getDouble());
        json.raw(',');
        ordinate(wkb.getDouble());
        json.raw(']');
    }

    private void ordinate(double degrees) throws IOException {
        if (exact) {
            json.number(degrees);
        } else {
            json.degrees(degrees);
        }
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
