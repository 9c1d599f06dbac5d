package org.anlan.format.kml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.anlan.format.PackedGeometry;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Reads the shapes of one placemark (OGC 12-007r2, clause 10). Each element is read to its end, whatever is wrong with it. */
final class ShapeReading {

    /** The elements that are shapes. */
    static final Set<String> SHAPES = Set.of("Point", "LineString", "LinearRing", "Polygon", "MultiGeometry");

    /** Shapes that are no shapes of a map: left out, and told. */
    static final Set<String> LEFT_OUT = Set.of("gx:Track", "gx:MultiTrack", "Model");

    private final KmlXml xml;
    private boolean heights;
    private boolean ringClosed;
    private boolean leftOut;

    ShapeReading(KmlXml xml) {
        this.xml = xml;
    }

    /** The shape that has just begun. The element is at its end afterwards only when nothing is thrown. */
    Geometry read() throws IOException, BadShape {
        return switch (xml.name()) {
            case "Point" -> point(coordinates());
            case "LineString" -> line(coordinates());
            case "LinearRing" -> ring(coordinates());
            case "Polygon" -> polygon();
            case "MultiGeometry" -> multi();
            default -> throw new IllegalStateException(xml.name());
        };
    }

    private static Point point(double[] xy) throws BadShape {
        if (xy.length > 2) {
            throw new BadShape("点有不止一个坐标", "a point has more than one position");
        }
        return xy.length == 0
                ? PackedGeometry.FACTORY.createPoint()
                : PackedGeometry.FACTORY.createPoint(PackedGeometry.sequence(xy));
    }

    private static LineString line(double[] xy) throws BadShape {
        if (xy.length == 2) {
            throw new BadShape("线只有一个点", "a line has one point only");
        }
        return PackedGeometry.FACTORY.createLineString(PackedGeometry.sequence(xy));
    }

    private LinearRing ring(double[] xy) throws BadShape {
        int last = xy.length - 2;
        if (xy.length == 0) {
            return PackedGeometry.FACTORY.createLinearRing();
        }
        boolean closed = last > 0 && xy[0] == xy[last] && xy[1] == xy[last + 1];
        if (xy.length / 2 < (closed ? 4 : 3)) {
            throw new BadShape("面的某个环不足三个点", "a ring of a polygon has fewer than three points");
        }
        double[] whole = xy;
        if (!closed) {
            ringClosed = true;
            whole = Arrays.copyOf(xy, xy.length + 2);
            whole[xy.length] = xy[0];
            whole[xy.length + 1] = xy[1];
        }
        return PackedGeometry.FACTORY.createLinearRing(PackedGeometry.sequence(whole));
    }

    /** The coordinates within the element that has just begun, to its end. */
    private double[] coordinates() throws IOException, BadShape {
        CoordinateText text = new CoordinateText();
        int within = xml.depth();
        while (xml.nextElement(within)) {
            if (xml.name().equals("coordinates")) {
                xml.text(text::add);
            } else {
                xml.skip();
            }
        }
        double[] xy = text.xy();
        heights |= text.hasHeights();
        return xy;
    }

    private Polygon polygon() throws IOException, BadShape {
        LinearRing shell = PackedGeometry.FACTORY.createLinearRing();
        List<LinearRing> holes = new ArrayList<>();
        int within = xml.depth();
        while (xml.nextElement(within)) {
            switch (xml.name()) {
                case "outerBoundaryIs" -> shell = rings().stream().findFirst().orElse(shell);
                case "innerBoundaryIs" -> holes.addAll(rings());
                default -> xml.skip();
            }
        }
        if (shell.isEmpty() && !holes.isEmpty()) {
            throw new BadShape("面没有外边界", "a polygon has no outer boundary");
        }
        return PackedGeometry.FACTORY.createPolygon(shell, holes.toArray(new LinearRing[0]));
    }

    /** The rings of a boundary; some programs put several holes into one. */
    private List<LinearRing> rings() throws IOException, BadShape {
        List<LinearRing> rings = new ArrayList<>();
        int within = xml.depth();
        while (xml.nextElement(within)) {
            if (xml.name().equals("LinearRing")) {
                LinearRing ring = ring(coordinates());
                if (!ring.isEmpty()) {
                    rings.add(ring);
                }
            } else {
                xml.skip();
            }
        }
        return rings;
    }

    private Geometry multi() throws IOException, BadShape {
        List<Geometry> parts = new ArrayList<>();
        int within = xml.depth();
        while (xml.nextElement(within)) {
            if (SHAPES.contains(xml.name())) {
                Geometry part = read();
                for (int i = 0; i < part.getNumGeometries(); i++) {
                    if (!part.getGeometryN(i).isEmpty()) {
                        parts.add(part.getGeometryN(i));
                    }
                }
            } else {
                leftOut |= LEFT_OUT.contains(xml.name());
                xml.skip();
            }
        }
        return together(parts);
    }

    private static Geometry together(List<Geometry> parts) {
        if (parts.stream().allMatch(Point.class::isInstance)) {
            return PackedGeometry.FACTORY.createMultiPoint(parts.toArray(new Point[0]));
        }
        if (parts.stream().allMatch(LineString.class::isInstance)) {
            return PackedGeometry.FACTORY.createMultiLineString(parts.toArray(new LineString[0]));
        }
        if (parts.stream().allMatch(Polygon.class::isInstance)) {
            return PackedGeometry.FACTORY.createMultiPolygon(parts.toArray(new Polygon[0]));
        }
        return PackedGeometry.FACTORY.createGeometryCollection(parts.toArray(new Geometry[0]));
    }

    /** Whether heights other than 0 were dropped. */
    boolean droppedHeights() {
        return heights;
    }

    /** Whether a ring was closed. */
    boolean closedARing() {
        return ringClosed;
    }

    /** Whether a track or model was left out. */
    boolean leftSomethingOut() {
        return leftOut;
    }
}
