package org.anlan.tiles;

import org.anlan.store.Extent;

/**
 * The tiles of a level that can have anything (20-057 {@code tileMatrixSetLimits}).
 *
 * @param minRow first row
 * @param maxRow last row
 * @param minColumn first column
 * @param maxColumn last column
 */
public record TileLimits(int minRow, int maxRow, int minColumn, int maxColumn) {

    /** Those that meet an extent. */
    public static TileLimits of(TileGrid grid, int level, Extent extent) {
        return new TileLimits(
                whole(grid.row(extent.north(), level), grid.rows(level)),
                whole(grid.row(extent.south(), level), grid.rows(level)),
                whole(grid.column(extent.west(), level), grid.columns(level)),
                whole(grid.column(extent.east(), level), grid.columns(level)));
    }

    private static int whole(double place, int count) {
        return Math.max(0, Math.min(count - 1, (int) Math.floor(place)));
    }

    /** Whether a tile is among them. */
    public boolean has(int row, int column) {
        return row >= minRow && row <= maxRow && column >= minColumn && column <= maxColumn;
    }
}
