package org.anlan.format.geojson;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/** Single shapes as GeoJSON geometry objects (RFC 7946, 3.1). */
public final class GeoJsonGeometry {

    private GeoJsonGeometry() {}

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
