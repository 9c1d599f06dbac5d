package org.anlan.frozen;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.anlan.catalog.FieldDefinition;
import org.anlan.store.EncodedText;
import org.anlan.store.Extent;
import org.anlan.store.Row;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** A row of a frozen layer while it is read. Moves from row to row; one reader's own. */
public final class FrozenRow implements Row {

    private static final int KNOWN = 256;

    private final FrozenLayer frozen;
    private final Section rows;
    private final List<FieldDefinition> fields;
    private final long[] knownAt = new long[KNOWN];
    private final String[] known = new String[KNOWN];
    private long at;

    FrozenRow(FrozenLayer frozen) {
        this.frozen = frozen;
        this.rows = frozen.rows();
        this.fields = frozen.layer().fields();
        Arrays.fill(knownAt, TextPool.NONE);
    }

    void move(int row) {
        at = frozen.layout().at(row);
    }

    boolean meets(Extent extent) {
        double minX = rows.getDouble(at + RowLayout.MIN_X);
        double maxX = rows.getDouble(at + RowLayout.MAX_X);
        return minX <= maxX
                && minX <= extent.east()
                && maxX >= extent.west()
                && rows.getDouble(at + RowLayout.MIN_Y) <= extent.north()
                && rows.getDouble(at + RowLayout.MAX_Y) >= extent.south();
    }

    boolean isWhole(int field, long number) {
        return present(field) && rows.getLong(at + RowLayout.value(field)) == number;
    }

    @Override
    public long fid() {
        return rows.getLong(at + RowLayout.FID);
    }

    @Override
    public String id() {
        return text(rows.getLong(at + RowLayout.ID));
    }

    @Override
    public Optional<ByteBuffer> wkb() {
        long shape = rows.getLong(at + RowLayout.SHAPE);
        return shape == TextPool.NONE
                ? Optional.empty()
                : Optional.of(frozen.shapes().slice(shape, rows.getInt(at + RowLayout.SHAPE_BYTES)));
    }

    @Override
    public Optional<Geometry> geometry() {
        return wkb().map(bytes -> {
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            try {
                return new WKBReader().read(copy);
            } catch (ParseException e) {
                throw new IllegalStateException("a frozen shape is not well-known binary, feature " + id(), e);
            }
        });
    }

    @Override
    public double lengthM() {
        return rows.getDouble(at + RowLayout.LENGTH_M);
    }

    @Override
    public double areaM2() {
        return rows.getDouble(at + RowLayout.AREA_M2);
    }

    @Override
    public Object value(int field) {
        if (!present(field)) {
            return null;
        }
        long bits = rows.getLong(at + RowLayout.value(field));
        return switch (fields.get(field).type()) {
            case TEXT -> shared(bits);
            case INTEGER -> bits;
            case NUMBER -> Double.longBitsToDouble(bits);
            case BOOLEAN -> bits != 0;
            case DATE -> LocalDate.ofEpochDay(bits);
        };
    }

    @Override
    public Boolean isText(int field, EncodedText other) {
        if (!present(field)) {
            return null;
        }
        long text = rows.getLong(at + RowLayout.value(field));
        byte[] wanted = other.utf8();
        ByteBuffer piece = frozen.texts().piece(text);
        int from = Section.within(text);
        if (piece.getInt(from) != wanted.length) {
            return false;
        }
        for (int i = wanted.length - 1; i >= 0; i--) { // codes differ in their last characters
            if (piece.get(from + Integer.BYTES + i) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public long since() {
        return rows.getLong(at + RowLayout.SINCE);
    }

    @Override
    public Optional<String> extra() {
        long extra = rows.getLong(at + RowLayout.EXTRA);
        return extra == TextPool.NONE ? Optional.empty() : Optional.of(shared(extra));
    }

    private boolean present(int field) {
        return rows.getByte(at + frozen.layout().present(field)) != 0;
    }

    /** A text that other rows may have too: the same object for the same text, mostly. */
    private String shared(long text) {
        int place = (int) (text ^ (text >>> 8)) & (KNOWN - 1);
        if (knownAt[place] != text) {
            known[place] = text(text);
            knownAt[place] = text;
        }
        return known[place];
    }

    private String text(long text) {
        int length = frozen.texts().getInt(text);
        byte[] bytes = new byte[length];
        frozen.texts().piece(text).get(Section.within(text) + Integer.BYTES, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * Where the feature lies among the encoded ones: it ends at {@code featureAt() + featureBytes()}, a comma stands there, and the next one begins behind
     * the comma if their places say so.
     */
    public long featureAt() {
        return rows.getLong(at + RowLayout.TEXT);
    }

    /** Bytes of the encoded feature: a GeoJSON Feature in CRS84 with all {@link FeatureProperties}. */
    public int featureBytes() {
        return rows.getInt(at + RowLayout.TEXT_BYTES);
    }

    /** Some of the encoded bytes of this layer's features, to send on; of one or several features that lie side by side. */
    public ByteBuffer encoded(long from, int length) {
        return frozen.features().slice(from, length);
    }

    /** Where the geometry begins in the encoded feature. */
    public int geometryFrom() {
        return rows.getInt(at + RowLayout.GEOMETRY_FROM);
    }

    /** Where the geometry ends in the encoded feature. */
    public int geometryTo() {
        return rows.getInt(at + RowLayout.GEOMETRY_TO);
    }
}
