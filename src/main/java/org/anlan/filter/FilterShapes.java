package org.anlan.filter;

import java.util.IdentityHashMap;
import java.util.List;
import org.anlan.base.Refusal;
import org.anlan.geo.Crs;
import org.anlan.geo.CrsTransform;
import org.anlan.geo.OutsideCrsException;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * The literal shapes of a filter, carried from the filter's coordinate system to CGCS2000 degrees (x = longitude). A straight edge of a
 * projected system gets as many vertices in between as keep it within a millimetre of where it was ({@link StraightEdges}); in a geographic system
 * edges are straight in degrees, as the store's are.
 */
final class FilterShapes {

    private final Crs crs;
    private final boolean axisSwapped;
    private final GeometryFactory factory = new GeometryFactory();
    private final IdentityHashMap<Expression, Geometry> carried = new IdentityHashMap<>();

    FilterShapes(Crs crs, boolean axisSwapped) {
        this.crs = crs;
        this.axisSwapped = axisSwapped;
    }

    /** A literal in degrees; refused when it cannot lie in the filter's coordinate system. */
    synchronized Geometry inDegrees(Expression literal) {
        Geometry known = carried.get(literal);
        if (known != null) {
            return known;
        }
        Geometry shape =
                literal instanceof Expression.Box box ? rectangle(box) : swapped(((Expression.Shape) literal).value());
        Geometry inDegrees = carried(shape);
        carried.put(literal, inDegrees);
        return inDegrees;
    }

    private Geometry carried(Geometry shape) {
        try {
            CrsTransform transform = CrsTransform.toCgcs2000(crs);
            if (transform.identity()) {
                return transform.apply(shape);
            }
            // what is outside is told of the vertices that were written, not of those in between
            transform.apply(shape);
            return transform.apply(StraightEdges.keep(shape, transform));
        } catch (OutsideCrsException e) {
            throw Refusal.invalid(
                    "bad-filter",
                    "过滤条件：%s",
                    "Filter: %2$s",
                    e.text().zh(),
                    e.text().en());
        }
    }

    private Geometry swapped(Geometry shape) {
        if (!axisSwapped) {
            return shape;
        }
        Geometry copy = shape.copy();
        copy.apply(new SwappedAxes());
        return copy;
    }

    private Geometry rectangle(Expression.Box box) {
        double west = axisSwapped ? box.lower2() : box.lower1();
        double south = axisSwapped ? box.lower1() : box.lower2();
        double east = axisSwapped ? box.upper2() : box.upper1();
        double north = axisSwapped ? box.upper1() : box.upper2();
        if (south > north || (west > east && !crs.geographic())) {
            throw Refusal.invalid(
                    "bad-filter",
                    "过滤条件：矩形 BBOX 的角颠倒了（%s, %s, %s, %s）",
                    "Filter: the corners of the BBOX are the wrong way round (%s, %s, %s, %s)",
                    box.lower1(),
                    box.lower2(),
                    box.upper1(),
                    box.upper2());
        }
        if (west <= east) {
            return factory.toGeometry(new Envelope(west, east, south, north));
        }
        return factory.buildGeometry(List.of(
                factory.toGeometry(new Envelope(west, 180, south, north)),
                factory.toGeometry(new Envelope(-180, east, south, north))));
    }
}
