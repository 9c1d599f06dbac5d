package org.anlan.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** Cuts a piece out of a line by distances along it. */
public final class LineCut {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private LineCut() {}

    /**
     * What lies between two distances from the start of a line; parts of a MultiLineString are measured on from one to the next, as {@link
     * RegionSplit#split} does.
     *
     * @param line LineString or MultiLineString, longitude and latitude in degrees
     * @param fromM metres from its start
     * @param toM metres from its start, greater
     * @return a LineString, or a MultiLineString where it reaches over several parts; empty where nothing lies between
     */
    public static Geometry between(Geometry line, double fromM, double toM) {
        List<LineString> parts = new ArrayList<>();
        double before = 0;
        for (int i = 0; i < line.getNumGeometries(); i++) {
            if (line.getGeometryN(i) instanceof LineString part && !part.isEmpty()) {
                CoordinateSequence positions = part.getCoordinateSequence();
                double length = Geodesy.lengthM(positions);
                double from = Math.max(0, fromM - before);
                double to = Math.min(length, toM - before);
                if (to > from) {
                    parts.add(piece(positions, from, to));
                }
                before += length;
            }
        }
        return parts.size() == 1 ? parts.get(0) : SHAPES.createMultiLineString(parts.toArray(new LineString[0]));
    }

    private static LineString piece(CoordinateSequence positions, double fromM, double toM) {
        MeasuredLine measured = new MeasuredLine(positions);
        List<Coordinate> points = new ArrayList<>();
        points.add(at(measured, fromM));
        double along = 0;
        for (int i = 1; i < positions.size(); i++) {
            along += Geodesy.distanceM(
                    positions.getX(i - 1), positions.getY(i - 1), positions.getX(i), positions.getY(i));
            if (along > fromM && along < toM) {
                points.add(new Coordinate(positions.getX(i), positions.getY(i)));
            }
        }
        points.add(at(measured, toM));
        return SHAPES.createLineString(points.toArray(new Coordinate[0]));
    }

    private static Coordinate at(MeasuredLine line, double metres) {
        double[] place = new double[2];
        line.place(metres, place);
        return new Coordinate(place[0], place[1]);
    }
}
