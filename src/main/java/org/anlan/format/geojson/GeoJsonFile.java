package org.anlan.format.geojson;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Finding;
import org.anlan.base.Text;
import org.anlan.format.FeatureWriter;
import org.anlan.format.OutFeature;
import org.anlan.format.OutField;
import org.anlan.format.OutFormat;
import org.anlan.format.OutLayer;
import org.anlan.geo.RingOrder;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/**
 * Writes a layer as a GeoJSON file (RFC 7946): longitude before latitude with all their digits, shells anticlockwise (section 3.1.6). The name
 * of the layer stands in the member "name", where GDAL looks for it.
 */
public final class GeoJsonFile implements FeatureWriter {

    /** How a layer is written as GeoJSON. */
    public static final OutFormat FORMAT = new OutFormat(
            "geojson",
            Text.same("GeoJSON"),
            "geojson",
            "application/geo+json",
            List.of(StandardCharsets.UTF_8),
            OutFormat.Coordinates.LON_LAT,
            GeoJsonFile::new);

    private final OutputStream out;
    private final GeoJsonWriter writer;
    private final WKBWriter wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN);

    GeoJsonFile(OutputStream out, OutLayer layer, Charset charset) throws IOException {
        this.out = out;
        this.writer = new GeoJsonWriter(
                out, layer.fields().stream().map(OutField::name).toList(), Positions.EXACT);
        writer.start("\"name\":" + quoted(layer.name()));
    }

    private static String quoted(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonBytes json = new JsonBytes(bytes);
        json.string(text);
        json.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void write(OutFeature feature) throws IOException {
        Optional<ByteBuffer> shape =
                feature.geometry().filter(g -> !g.isEmpty()).map(this::bytes);
        writer.feature(feature.id(), shape, i -> feature.values()[i]);
    }

    private ByteBuffer bytes(Geometry shape) {
        return ByteBuffer.wrap(wkb.write(RingOrder.SHELLS_ANTICLOCKWISE.of(shape)))
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void finish() throws IOException {
        writer.end("");
        out.flush();
    }

    @Override
    public List<Finding> findings() {
        return List.of();
    }

    @Override
    public void close() {
        // nothing is held
    }
}
