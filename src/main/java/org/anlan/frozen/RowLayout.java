package org.anlan.frozen;

import org.anlan.catalog.LayerDefinition;

/**
 * Where the parts of a row lie. Rows are of one length and stand in the order of their keys: what every row has, then eight bytes for each field of the
 * catalogue, then one byte for each field that is 1 where there is a value.
 */
final class RowLayout {

    static final int FID = 0;
    static final int SINCE = 8;
    static final int LENGTH_M = 16;
    static final int AREA_M2 = 24;
    static final int MIN_X = 32;
    static final int MIN_Y = 40;
    static final int MAX_X = 48;
    static final int MAX_Y = 56;
    static final int ID = 64;
    static final int EXTRA = 72;
    static final int SHAPE = 80;
    static final int TEXT = 88;
    static final int SHAPE_BYTES = 96;
    static final int TEXT_BYTES = 100;
    static final int GEOMETRY_FROM = 104;
    static final int GEOMETRY_TO = 108;
    static final int VALUES = 112;

    private final int fields;
    private final int bytes;
    private final int perPiece;

    RowLayout(LayerDefinition layer) {
        this.fields = layer.fields().size();
        this.bytes = VALUES + 9 * fields;
        this.perPiece = Section.PIECE / bytes;
    }

    /** Bytes of a row. */
    int bytes() {
        return bytes;
    }

    /** Where a row begins in its section. */
    long at(int row) {
        return ((long) (row / perPiece) << 30) + (long) (row % perPiece) * bytes;
    }

    static int value(int field) {
        return VALUES + 8 * field;
    }

    int present(int field) {
        return VALUES + 8 * fields + field;
    }
}
