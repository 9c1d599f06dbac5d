package org.anlan.http.ogc;

import java.util.Arrays;
import org.anlan.base.Refusal;
import org.anlan.geo.CrsTransform;
import org.anlan.geo.OutsideCrsException;
import org.anlan.geo.WkbBox;
import org.anlan.store.Extent;
import org.anlan.store.Row;
import org.anlan.store.RowFilter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.predicate.RectangleIntersects;

/**
 * The {@code bbox} parameter (17-069r4 §7.15.3): features whose shape meets the rectangle, edges included, and those without a shape. Its sides are straight in the system of {@code
 * bbox-crs} (18-058r1 §6.2); in a projected one they are followed by points along them. Six numbers name heights too, which our features do not have: they
 * are read and not used. A west greater than the east reaches across the antimeridian.
 *
 * @param extent where to look
 * @param filter what then decides
 * @param gap whether the extent holds places that the rectangle does not (it reaches across the antimeridian, or its system is another)
 */
record BoundingBox(Extent extent, RowFilter filter, boolean gap) {

    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final int POINTS_A_SIDE = 64;

    static BoundingBox read(String value, OgcCrs crs) {
        double[] numbers = numbers(value);
        int half = numbers.length / 2;
        int first = crs.swapped() ? 1 : 0;
        double minX = numbers[first];
        double minY = numbers[1 - first];
        double maxX = numbers[half + first];
        double maxY = numbers[half + 1 - first];
        if (minY > maxY || (numbers.length == 6 && numbers[2] > numbers[5])) {
            throw bad(value, "下界大于上界", "a lower bound is greater than the upper one");
        }
        if (!crs.crs().geographic()) {
            if (minX > maxX) {
                throw bad(value, "下界大于上界", "a lower bound is greater than the upper one");
            }
            return projected(value, crs, new Envelope(minX, maxX, minY, maxY));
        }
        if (Math.abs(minX) > 180 || Math.abs(maxX) > 180 || Math.abs(minY) > 90 || Math.abs(maxY) > 90) {
            throw bad(value, "经度应在 ±180、纬度在 ±90 以内", "longitudes reach to ±180, latitudes to ±90");
        }
        return minX <= maxX
                ? new BoundingBox(
                        new Extent(minX, minY, maxX, maxY), meeting(new Envelope(minX, maxX, minY, maxY)), false)
                : across(minX, minY, maxX, maxY);
    }

    private static double[] numbers(String value) {
        String[] parts = value.split(",", -1);
        if (parts.length != 4 && parts.length != 6) {
            throw bad(value, "应为 4 个或 6 个数", "it should have 4 or 6 numbers");
        }
        try {
            double[] numbers = Arrays.stream(parts)
                    .map(String::strip)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            if (Arrays.stream(numbers).allMatch(Double::isFinite)) {
                return numbers;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw bad(value, "应为 4 个或 6 个数", "it should have 4 or 6 numbers");
    }

    private static Refusal bad(String value, String zh, String en) {
        String shown = value.length() > 200 ? value.substring(0, 200) + "…" : value;
        return Refusal.invalid("bad-bbox", "bbox=%1$s：%2$s", "bbox=%1$s: %3$s", shown, zh, en);
    }

    private static BoundingBox across(double west, double south, double east, double north) {
        RowFilter left = meeting(new Envelope(west, 180, south, north)); // each lets pass what has no shape
        RowFilter right = meeting(new Envelope(-180, east, south, north));
        return new BoundingBox(new Extent(-180, south, 180, north), row -> left.passes(row) || right.passes(row), true);
    }

    /** A shape whose box lies within meets it; whose box does not touch it does not; the others are looked at. */
    private static RowFilter meeting(Envelope rectangle) {
        Geometry shape = SHAPES.toGeometry(rectangle); // a point or a line where it is flat
        WkbBox box = new WkbBox();
        return row -> {
            if (row.wkb().isEmpty()) {
                return true;
            }
            if (!touches(row, box, rectangle)) {
                return false;
            }
            if (rectangle.contains(box.minX(), box.minY()) && rectangle.contains(box.maxX(), box.maxY())) {
                return true;
            }
            return row.geometry()
                    .filter(own -> shape instanceof Polygon polygon
                            ? RectangleIntersects.intersects(polygon, own)
                            : own.intersects(shape))
                    .isPresent();
        };
    }

    private static boolean touches(Row row, WkbBox box, Envelope rectangle) {
        box.of(row.wkb().orElseThrow());
        return box.minX() <= rectangle.getMaxX()
                && box.maxX() >= rectangle.getMinX()
                && box.minY() <= rectangle.getMaxY()
                && box.maxY() >= rectangle.getMinY();
    }

    private static BoundingBox projected(String value, OgcCrs crs, Envelope rectangle) {
        Coordinate[] ring = new Coordinate[4 * POINTS_A_SIDE + 1];
        double[] xy = new double[2];
        CrsTransform transform = CrsTransform.toCgcs2000(crs.crs());
        try {
            for (int i = 0; i < ring.length; i++) {
                corner(rectangle, i % (4 * POINTS_A_SIDE), xy);
                transform.apply(xy, 1);
                ring[i] = new Coordinate(xy[0], xy[1]);
            }
        } catch (OutsideCrsException e) {
            throw bad(
                    value,
                    "超出 " + crs.crs().code() + " 的范围",
                    "it reaches beyond " + crs.crs().code());
        }
        Polygon polygon = SHAPES.createPolygon(ring);
        Envelope around = polygon.getEnvelopeInternal();
        PreparedGeometry prepared = PreparedGeometryFactory.prepare(polygon);
        boolean flat = rectangle.getWidth() == 0 || rectangle.getHeight() == 0;
        WkbBox box = new WkbBox();
        RowFilter filter = row -> row.wkb().isEmpty()
                || (touches(row, box, around)
                        && row.geometry()
                                .filter(shape ->
                                        flat ? shape.intersects(polygon.getBoundary()) : prepared.intersects(shape))
                                .isPresent());
        return new BoundingBox(
                new Extent(around.getMinX(), around.getMinY(), around.getMaxX(), around.getMaxY()), filter, true);
    }

    /** The i-th point around the rectangle, counter-clockwise. */
    private static void corner(Envelope r, int i, double[] xy) {
        double along = (i % POINTS_A_SIDE) / (double) POINTS_A_SIDE;
        double x = r.getMinX() + along * r.getWidth();
        double y = r.getMinY() + along * r.getHeight();
        switch (i / POINTS_A_SIDE) {
            case 0 -> set(xy, x, r.getMinY());
            case 1 -> set(xy, r.getMaxX(), y);
            case 2 -> set(xy, r.getMaxX() - along * r.getWidth(), r.getMaxY());
            default -> set(xy, r.getMinX(), r.getMaxY() - along * r.getHeight());
        }
    }

    private static void set(double[] xy, double x, double y) {
        xy[0] = x;
        xy[1] = y;
    }
}
