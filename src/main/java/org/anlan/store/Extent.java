package org.anlan.store;

/**
 * A rectangle in CGCS2000 degrees.
 *
 * @param west smallest longitude
 * @param south smallest latitude
 * @param east largest longitude
 * @param north largest latitude
 */
public record Extent(double west, double south, double east, double north) {

    /** The smallest rectangle that holds both. */
    public Extent union(Extent other) {
        return new Extent(
                Math.min(west, other.west),
                Math.min(south, other.south),
                Math.max(east, other.east),
                Math.max(north, other.north));
    }
}
