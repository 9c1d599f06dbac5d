package org.anlan.format.kml;

import java.io.IOException;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Writes shapes as KML (OGC 12-007r2, clause 11): longitude, latitude, all their digits. */
final class KmlShapes {

    private final XmlOut xml;

    KmlShapes(XmlOut xml) {
        this.xml = xml;
    }

    void write(Geometry shape) throws IOException {
        if (shape instanceof Point point) {
            xml.open("Point");
            coordinates(point.getCoordinateSequence());
        } else if (shape instanceof LineString line) {
            xml.open("LineString");
            coordinates(line.getCoordinateSequence());
        } else if (shape instanceof Polygon polygon) {
            xml.open("Polygon");
            ring("outerBoundaryIs", polygon.getExteriorRing());
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                ring("innerBoundaryIs", polygon.getInteriorRingN(i));
            }
        } else {
            xml.open("MultiGeometry");
            for (int i = 0; i < shape.getNumGeometries(); i++) {
                if (!shape.getGeometryN(i).isEmpty()) {
                    write(shape.getGeometryN(i));
                }
            }
        }
        xml.close();
    }

    private void ring(String boundary, LineString ring) throws IOException {
        xml.open(boundary).open("LinearRing");
        coordinates(ring.getCoordinateSequence());
        xml.close().close();
    }

    private void coordinates(CoordinateSequence points) throws IOException {
        StringBuilder text = new StringBuilder(40 * Math.min(points.size(), 100_000));
        for (int i = 0; i < points.size(); i++) {
            text.append(i == 0 ? "" : " ").append(points.getX(i)).append(',').append(points.getY(i));
        }
        xml.element("coordinates", text.toString());
    }
}
