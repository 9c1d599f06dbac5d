/** Mapbox vector tiles, version 2.1: layers of features in the whole numbers of a tile's own square, written as protocol buffers. */
package org.anlan.format.mvt;
