package org.anlan.http.ogc;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.Row;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** A row that outlives its visit, for the page of a sorted answer. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record KeptRow(
        long fid,
        String id,
        Optional<byte[]> shape,
        double lengthM,
        double areaM2,
        Object[] values,
        long since,
        Optional<String> extra)
        implements Row {

    static KeptRow of(Row row, LayerDefinition layer) {
        Object[] values = new Object[layer.fields().size()];
        Arrays.setAll(values, row::value);
        Optional<byte[]> shape = row.wkb().map(bytes -> {
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            return copy;
        });
        return new KeptRow(row.fid(), row.id(), shape, row.lengthM(), row.areaM2(), values, row.since(), row.extra());
    }

    @Override
    public Optional<ByteBuffer> wkb() {
        return shape.map(bytes -> ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    }

    @Override
    public Optional<Geometry> geometry() {
        return shape.map(bytes -> {
            try {
                return new WKBReader().read(bytes);
            } catch (ParseException e) {
                throw new IllegalStateException(
                        "the store holds a shape that is not well-known binary, feature " + id, e);
            }
        });
    }

    @Override
    public Object value(int field) {
        return values[field];
    }
}
