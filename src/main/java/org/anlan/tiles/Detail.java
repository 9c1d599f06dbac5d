package org.anlan.tiles;

/**
 * How much of a layer a zoom shows.
 *
 * @param single whether every feature is there by itself, with all attributes of the layer's tiles; else lines are joined and points gathered by class
 * @param tolerance how far a thinned line may lie from the surveyed one, in the tile's whole numbers (8 are a pixel on the usual screen)
 */
record Detail(boolean single, double tolerance) {

    /** From this zoom on features are single: about 10 m a pixel. */
    static final int SINGLE = 12;

    /** From this zoom on nothing is left out. */
    static final int WHOLE = 15;

    private static final double THINNED = 5;

    static Detail at(int zoom) {
        return new Detail(zoom >= SINGLE, zoom >= WHOLE ? 0 : THINNED);
    }
}
