package org.anlan.intake;

import java.util.HashMap;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;
import org.locationtech.jts.geom.util.GeometryEditor;

/**
 * Vertices as people are shown them: GeoJSON goes out with seven decimals of a degree, about a centimetre. A vertex that comes back as it was shown is the stored
 * one, so that drawing on neither moves a line nor tears its ends from its neighbours'.
 */
final class ShownVertices {

    private static final double DECIMALS = 1e7;

    private final Map<Shown, Coordinate> stored = new HashMap<>();

    private record Shown(long lon, long lat) {
        static Shown of(Coordinate place) {
            return new Shown(Math.round(place.x * DECIMALS), Math.round(place.y * DECIMALS));
        }
    }

    /** Learns the vertices of a stored shape, CGCS2000 degrees. */
    void know(Geometry shape) {
        for (Coordinate vertex : shape.getCoordinates()) {
            stored.putIfAbsent(Shown.of(vertex), vertex);
        }
    }

    /** The shape with its known vertices as they are stored. */
    Geometry restored(Geometry drawn) {
        return new GeometryEditor(drawn.getFactory()).edit(drawn, new GeometryEditor.CoordinateSequenceOperation() {
            @Override
            public CoordinateSequence edit(CoordinateSequence vertices, Geometry part) {
                Coordinate[] places = new Coordinate[vertices.size()];
                for (int i = 0; i < places.length; i++) {
                    Coordinate place = vertices.getCoordinate(i);
                    places[i] = stored.getOrDefault(Shown.of(place), place).copy();
                }
                return new CoordinateArraySequence(places, 2);
            }
        });
    }
}
