/**
 * Vector tiles of the layers, for OGC API Tiles (20-057) and every web map: {@link org.anlan.tiles.Tiles} gives the tile of a place in a grid. Far out, lines
 * of one class that meet are joined and thinned, points are gathered, small areas are left out; near by everything is there with its attributes. Shared ends
 * of coast segments stay together at every zoom: an end is never moved, and where a line is thinned does not depend on the tile.
 */
package org.anlan.tiles;
