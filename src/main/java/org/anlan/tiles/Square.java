package org.anlan.tiles;

import java.nio.ByteBuffer;
import org.anlan.format.mvt.TileLayer;

/** One tile as the square of whole numbers that shapes are drawn in, x right and y down. */
final class Square {

    private final TileGrid grid;
    private final int level;
    private final int row;
    private final int column;

    Square(TileGrid grid, int level, int row, int column) {
        this.grid = grid;
        this.level = level;
        this.row = row;
        this.column = column;
    }

    /** Reads positions of well-known binary into the square's own numbers, not yet whole. */
    void read(ByteBuffer wkb, int count, Points into) {
        into.clear();
        for (int i = 0; i < count; i++) {
            double longitude = wkb.getDouble();
            double latitude = wkb.getDouble();
            into.add(
                    (grid.column(longitude, level) - column) * TileLayer.EXTENT,
                    (grid.row(latitude, level) - row) * TileLayer.EXTENT);
        }
    }
}
