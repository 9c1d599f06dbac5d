package org.anlan.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * A part of an area that is long and thin beyond reason: usually left over between two neighbours.
 *
 * @param part the part
 * @param widthM its mean width: area / half the outline, metres
 */
public record Sliver(Polygon part, double widthM) {

    /** A sliver is also this many times as long as it is wide, so that a small basin is none. */
    private static final double RATIO = 50;

    /**
     * The slivers of a valid area.
     *
     * @param narrowM mean width under which a part is a sliver, metres
     */
    public static List<Sliver> of(Geometry shape, double narrowM) {
        List<Sliver> found = new ArrayList<>();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            if (shape.getGeometryN(i) instanceof Polygon part && !part.isEmpty()) {
                double half = Geodesy.lengthM(part.getExteriorRing()) / 2;
                double width = Geodesy.areaM2(part) / half;
                if (width < narrowM && half > RATIO * width) {
                    found.add(new Sliver(part, width));
                }
            }
        }
        return found;
    }
}
