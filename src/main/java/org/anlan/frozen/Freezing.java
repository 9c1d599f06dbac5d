package org.anlan.frozen;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.LayerDefinition;
import org.anlan.format.geojson.FeatureEncoder;
import org.anlan.format.geojson.Positions;
import org.anlan.geo.WkbBox;
import org.anlan.store.Row;

/** Writes a frozen layer row by row, in the order of their keys. */
final class Freezing implements Closeable {

    static final String ROWS = "rows";
    static final String TEXTS = "texts";
    static final String SHAPES = "shapes";
    static final String FEATURES = "features";
    static final String BOXES = "boxes";
    static final String IDS = "ids";

    private final Path folder;
    private final List<FieldDefinition> fields;
    private final FeatureProperties properties;
    private final RowLayout layout;
    private final SectionWriter rows;
    private final SectionWriter texts;
    private final SectionWriter shapes;
    private final SectionWriter features;
    private final TextPool pool;
    private final Bytes encoded = new Bytes();
    private final FeatureEncoder encoder;
    private final ByteBuffer row;
    private final WkbBox box = new WkbBox();
    private double[] boxes = new double[4 * 1024];
    private int[] hashes = new int[1024];
    private byte[] shape = new byte[1024];
    private int count;

    Freezing(Path folder, LayerDefinition layer, FeatureProperties properties) throws IOException {
        this.folder = folder;
        this.fields = layer.fields();
        this.properties = properties;
        this.layout = new RowLayout(layer);
        this.row = ByteBuffer.allocate(layout.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        this.encoder = new FeatureEncoder(encoded, properties.names(), Positions.LONGITUDE_LATITUDE);
        rows = new SectionWriter(folder.resolve(ROWS));
        texts = new SectionWriter(folder.resolve(TEXTS));
        shapes = new SectionWriter(folder.resolve(SHAPES));
        features = new SectionWriter(folder.resolve(FEATURES));
        pool = new TextPool(texts);
    }

    /** Adds a row. */
    void add(Row from) throws IOException {
        Arrays.fill(row.array(), (byte) 0);
        row.putLong(RowLayout.FID, from.fid());
        row.putLong(RowLayout.SINCE, from.since());
        row.putDouble(RowLayout.LENGTH_M, from.lengthM());
        row.putDouble(RowLayout.AREA_M2, from.areaM2());
        row.putLong(RowLayout.ID, pool.own(from.id()));
        Optional<String> extra = from.extra();
        row.putLong(RowLayout.EXTRA, extra.isPresent() ? pool.shared(extra.get()) : TextPool.NONE);
        shape(from.wkb());
        text(from);
        for (int i = 0; i < fields.size(); i++) {
            Object value = from.value(i);
            row.putLong(RowLayout.value(i), value == null ? 0 : bits(value));
            row.put(layout.present(i), (byte) (value == null ? 0 : 1));
        }
        rows.put(row.array(), 0, row.capacity());
        remember(from.id());
    }

    private void shape(Optional<ByteBuffer> wkb) throws IOException {
        if (wkb.isEmpty()) {
            row.putDouble(RowLayout.MIN_X, 1).putDouble(RowLayout.MAX_X, -1);
            row.putLong(RowLayout.SHAPE, TextPool.NONE);
            return;
        }
        box.of(wkb.get());
        row.putDouble(RowLayout.MIN_X, box.minX()).putDouble(RowLayout.MIN_Y, box.minY());
        row.putDouble(RowLayout.MAX_X, box.maxX()).putDouble(RowLayout.MAX_Y, box.maxY());
        int length = wkb.get().remaining();
        if (shape.length < length) {
            shape = new byte[2 * length];
        }
        wkb.get().duplicate().get(shape, 0, length);
        row.putLong(RowLayout.SHAPE, shapes.put(shape, 0, length));
        row.putInt(RowLayout.SHAPE_BYTES, length);
    }

    /** The feature as it is published, and a comma behind it, so that neighbours can be sent in one piece. */
    private void text(Row from) throws IOException {
        encoded.reset();
        long before = encoder.written();
        encoder.feature(from.id(), from.wkb(), i -> properties.value(from, i));
        encoder.flush();
        int length = encoded.size();
        encoded.write(',');
        row.putLong(RowLayout.TEXT, features.put(encoded.array(), 0, length + 1));
        row.putInt(RowLayout.TEXT_BYTES, length);
        row.putInt(RowLayout.GEOMETRY_FROM, (int) (encoder.geometryFrom() - before));
        row.putInt(RowLayout.GEOMETRY_TO, (int) (encoder.geometryTo() - before));
    }

    private long bits(Object value) throws IOException {
        if (value instanceof String text) {
            return pool.shared(text);
        }
        if (value instanceof Long number) {
            return number;
        }
        if (value instanceof Double number) {
            return Double.doubleToRawLongBits(number);
        }
        if (value instanceof Boolean yes) {
            return yes ? 1 : 0;
        }
        if (value instanceof LocalDate date) {
            return date.toEpochDay();
        }
        throw new IllegalArgumentException("no field has values of " + value.getClass());
    }

    private void remember(String id) {
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * count);
            boxes = Arrays.copyOf(boxes, 8 * count);
        }
        hashes[count] = id.hashCode();
        boxes[4 * count] = row.getDouble(RowLayout.MIN_X);
        boxes[4 * count + 1] = row.getDouble(RowLayout.MIN_Y);
        boxes[4 * count + 2] = row.getDouble(RowLayout.MAX_X);
        boxes[4 * count + 3] = row.getDouble(RowLayout.MAX_Y);
        count++;
    }

    /** Writes what finds the rows, and last the head: the layer is frozen. */
    void finish(String state) throws IOException {
        rows.finish();
        texts.finish();
        shapes.finish();
        features.finish();
        int leaves;
        try (SectionWriter index = new SectionWriter(folder.resolve(BOXES));
                SectionWriter ids = new SectionWriter(folder.resolve(IDS))) {
            leaves = BoxIndex.write(index, boxes, count);
            IdTable.write(ids, hashes, count);
            index.finish();
            ids.finish();
        }
        new Head(state, count, leaves).write(folder);
    }

    @Override
    public void close() {
        try (rows;
                texts;
                shapes;
                features) {
            // whatever happens to one, the others are closed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes whose array may be looked at. */
    private static final class Bytes extends ByteArrayOutputStream {
        byte[] array() {
            return buf;
        }
    }
}
