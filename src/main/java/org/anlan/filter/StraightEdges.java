package org.anlan.filter;

import org.anlan.geo.CrsTransform;
import org.anlan.geo.OutsideCrsException;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.geom.util.GeometryEditor;

/**
 * Keeps edges that are straight in a projected system straight when they are carried to degrees, by vertices in between. How far an edge bends away
 * is looked at in its middle; n parts bend n² times less. Where {@link Limits#CARRIED_VERTICES} do not suffice, all edges get fewer alike.
 */
final class StraightEdges extends GeometryEditor.CoordinateSequenceOperation {

    /** About a millimetre, in degrees. */
    private static final double TOLERANCE = 1e-8;

    private final CrsTransform transform;
    private final double share;
    private double wanted;
    private OutsideCrsException outside;

    private StraightEdges(CrsTransform transform, double share) {
        this.transform = transform;
        this.share = share;
    }

    /** The shape with vertices in between, still in the projected system. */
    static Geometry keep(Geometry shape, CrsTransform transform) throws OutsideCrsException {
        StraightEdges all = new StraightEdges(transform, 1);
        all.count(shape);
        double share = Math.min(1, Limits.CARRIED_VERTICES / Math.max(1, all.wanted));
        StraightEdges edges = new StraightEdges(transform, share);
        Geometry kept = new GeometryEditor(shape.getFactory()).edit(shape, edges);
        if (all.outside != null || edges.outside != null) {
            throw all.outside != null ? all.outside : edges.outside;
        }
        return kept;
    }

    private void count(Geometry shape) {
        shape.apply((org.locationtech.jts.geom.GeometryComponentFilter) part -> {
            if (part instanceof LineString line) {
                CoordinateSequence positions = line.getCoordinateSequence();
                for (int i = 0; i + 1 < positions.size(); i++) {
                    wanted += parts(positions, i);
                }
            }
        });
    }

    @Override
    public CoordinateSequence edit(CoordinateSequence positions, Geometry geometry) {
        if (!(geometry instanceof LineString)) {
            return positions;
        }
        int last = positions.size() - 1;
        int[] parts = new int[Math.max(0, last)];
        int vertices = 1;
        for (int i = 0; i < last; i++) {
            parts[i] = (int) Math.max(1, parts(positions, i) * share);
            vertices += parts[i];
        }
        double[] xy = new double[2 * vertices];
        int at = 0;
        for (int i = 0; i < last; i++) {
            for (int k = 0; k < parts[i]; k++) {
                double fraction = (double) k / parts[i];
                xy[at++] = between(positions.getX(i), positions.getX(i + 1), fraction);
                xy[at++] = between(positions.getY(i), positions.getY(i + 1), fraction);
            }
        }
        xy[at++] = positions.getX(last);
        xy[at] = positions.getY(last);
        return new PackedCoordinateSequence.Double(xy, 2, 0);
    }

    private double parts(CoordinateSequence line, int i) {
        double[] xy = {
            line.getX(i), line.getY(i),
            line.getX(i + 1), line.getY(i + 1),
            between(line.getX(i), line.getX(i + 1), 0.5), between(line.getY(i), line.getY(i + 1), 0.5)
        };
        try {
            transform.apply(xy, 3);
        } catch (OutsideCrsException e) {
            outside = e;
            return 1;
        }
        double bend = Math.hypot((xy[0] + xy[2]) / 2 - xy[4], (xy[1] + xy[3]) / 2 - xy[5]);
        return Math.max(1, Math.ceil(Math.sqrt(bend / TOLERANCE)));
    }

    private static double between(double a, double b, double fraction) {
        return a + (b - a) * fraction;
    }
}
