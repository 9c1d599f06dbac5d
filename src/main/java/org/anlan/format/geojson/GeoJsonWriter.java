package org.anlan.format.geojson;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Writes a GeoJSON FeatureCollection (RFC 7946) feature by feature: longitude before latitude, nine decimals unless asked for otherwise. Memory does not
 * grow with the number of features.
 */
public final class GeoJsonWriter {

    private final JsonBytes json;
    private final FeatureEncoder features;
    private boolean first = true;

    /**
     * A writer for features with these properties.
     *
     * @param out receives UTF-8; the caller closes it
     * @param propertyNames in the order of the values given with each feature
     */
    public GeoJsonWriter(OutputStream out, List<String> propertyNames) {
        this(out, propertyNames, Positions.LONGITUDE_LATITUDE);
    }

    /** The same, with coordinates written in this way. */
    public GeoJsonWriter(OutputStream out, List<String> propertyNames, Positions positions) {
        this.json = new JsonBytes(out);
        this.features = new FeatureEncoder(json, propertyNames, positions);
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

    /** Writes one feature. A property without a value is written as null. */
    public void feature(String id, Optional<ByteBuffer> wkb, FeatureEncoder.Values values) throws IOException {
        if (!first) {
            json.raw(',');
        }
        first = false;
        features.feature(id, wkb, values);
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

    /** Writes one geometry object and nothing around it. */
    static void geometry(OutputStream out, ByteBuffer wkb) throws IOException {
        JsonBytes json = new JsonBytes(out);
        new FeatureEncoder(json, List.of(), Positions.LONGITUDE_LATITUDE).geometry(wkb);
        json.flush();
    }
}
