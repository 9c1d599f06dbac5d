package org.anlan.geo;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;

/**
 * What two shapes have in common that are drawn by the same edges, whatever the order of their vertices, rings and parts: 128 bits made of all edges without
 * regard to direction. Different shapes share one by chance less than once in 10^18 layers of a million.
 *
 * @param sum sum of the hashes of the edges
 * @param mixed sum of the same, mixed once more
 */
public record ShapeKey(long sum, long mixed) {

    /** The key of a shape, longitude/latitude in degrees. */
    public static ShapeKey of(Geometry shape) {
        Sum sum = new Sum(shape.getDimension());
        shape.apply(sum);
        return new ShapeKey(sum.plain, sum.mixed);
    }

    private static final class Sum implements GeometryComponentFilter {

        private long plain;
        private long mixed;

        Sum(int dimension) {
            add(dimension);
        }

        @Override
        public void filter(Geometry component) {
            if (component instanceof LineString line) {
                CoordinateSequence c = line.getCoordinateSequence();
                for (int i = 0; i + 1 < c.size(); i++) {
                    edge(vertex(c, i), vertex(c, i + 1));
                }
            } else if (component instanceof Point point && !point.isEmpty()) {
                add(vertex(point.getCoordinateSequence(), 0));
            }
        }

        private void edge(long from, long to) {
            if (from != to) {
                add(mix(from + to) ^ mix(from ^ to));
            }
        }

        private void add(long hash) {
            plain += mix(hash);
            mixed += mix(mix(hash) ^ 0x6A09E667F3BCC909L);
        }

        private static long vertex(CoordinateSequence c, int i) {
            long x = Double.doubleToLongBits(c.getX(i) + 0.0);
            long y = Double.doubleToLongBits(c.getY(i) + 0.0);
            return mix(mix(x) * 31 + y);
        }

        /** The finaliser of SplitMix64. */
        private static long mix(long value) {
            long z = value + 0x9E3779B97F4A7C15L;
            z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
            z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
            return z ^ (z >>> 31);
        }
    }
}
