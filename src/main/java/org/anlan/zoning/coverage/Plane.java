package org.anlan.zoning.coverage;

import org.anlan.base.Refusal;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** Overlays lie in the plane of longitude and latitude; a shape over the date line or a pole is not what it looks like there. */
final class Plane implements CoordinateSequenceFilter {

    private static final double MOST_LONGITUDE = 180;

    /** Nearer to a pole nothing is surveyed, and edges as drawn are nothing like geodesics. */
    private static final double MOST_LATITUDE = 89;

    private boolean left;

    private Plane() {}

    /** Refuses ({@code shape-leaves-the-plane}) a shape with an edge over the date line, or that reaches a pole. */
    static void mustHold(String layer, String id, Geometry shape) {
        Plane plane = new Plane();
        shape.apply(plane);
        if (plane.left) {
            throw Refusal.unprocessable(
                    "shape-leaves-the-plane",
                    "图层 %s 的要素 %s 跨180°经线或到达极点，不能按经纬度平面叠加；请先在180°处分开",
                    "Feature %2$s of layer %1$s lies over the date line or a pole and cannot be overlaid in longitude and latitude; cut it at 180° first",
                    layer,
                    id);
        }
    }

    @Override
    public void filter(CoordinateSequence line, int i) {
        double x = line.getX(i);
        left |= !(Math.abs(x) <= MOST_LONGITUDE && Math.abs(line.getY(i)) <= MOST_LATITUDE);
        left |= i > 0 && Math.abs(x - line.getX(i - 1)) >= MOST_LONGITUDE;
    }

    @Override
    public boolean isDone() {
        return left;
    }

    @Override
    public boolean isGeometryChanged() {
        return false;
    }
}
