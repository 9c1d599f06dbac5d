package org.anlan.geo;

import java.util.function.ToDoubleFunction;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import net.sf.geographiclib.PolygonArea;
import net.sf.geographiclib.PolygonResult;
import org.anlan.base.Finding.Place;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Lengths and areas on the CGCS2000 ellipsoid from longitude/latitude in degrees (x = longitude). Edges are geodesics, so the figures
 * do not depend on the coordinate system of the file.
 *
 * <p>Source: C. F. F. Karney, "Algorithms for geodesics", J. Geodesy 87 (2013), as in GeographicLib; edges under some 33 km take a
 * shorter formula that stays within 1e-9 of it ({@link ShortGeodesic}). GeographicLib states 15 nm for lengths and 0.1 m² per edge at
 * the very most for areas.
 */
public final class Geodesy {

    /** Semi-major axis a of CGCS2000, metres. */
    public static final double SEMI_MAJOR_M = 6378137;

    /** Flattening f of CGCS2000. */
    public static final double FLATTENING = 1 / 298.257222101;

    private static final Geodesic EARTH = new Geodesic(SEMI_MAJOR_M, FLATTENING);

    private Geodesy() {}

    /**
     * Length in metres: the sum over the edges of every line. The boundary of polygons is not counted, points have none. NaN when a
     * coordinate is not finite.
     */
    public static double lengthM(Geometry geometry) {
        if (geometry instanceof LineString line) {
            return lengthM(line.getCoordinateSequence());
        }
        return geometry instanceof GeometryCollection parts ? sum(parts, Geodesy::lengthM) : 0;
    }

    /** Length in metres of the polyline through these positions. */
    public static double lengthM(CoordinateSequence line) {
        double sum = 0;
        int last = line.size() - 1;
        for (int i = 0; i < last; i++) {
            sum += distanceM(line.getX(i), line.getY(i), line.getX(i + 1), line.getY(i + 1));
        }
        return sum;
    }

    /**
     * Area in square metres: rings without regard to their direction, holes taken off, parts added up as they are (parts that overlap
     * count twice). Lines and points have none. NaN when a coordinate is not finite.
     */
    public static double areaM2(Geometry geometry) {
        if (geometry instanceof Polygon polygon) {
            double area = ringM2(polygon.getExteriorRing());
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                area -= ringM2(polygon.getInteriorRingN(i));
            }
            return area;
        }
        return geometry instanceof GeometryCollection parts ? sum(parts, Geodesy::areaM2) : 0;
    }

    /** Length in metres of the geodesic between two places, degrees. NaN when a coordinate is not finite. */
    public static double distanceM(double lon1, double lat1, double lon2, double lat2) {
        if (ShortGeodesic.fits(lon1, lat1, lon2, lat2)) {
            return ShortGeodesic.lengthM(lon1, lat1, lon2, lat2);
        }
        return EARTH.Inverse(lat1, lon1, lat2, lon2, GeodesicMask.DISTANCE).s12;
    }

    /**
     * Square metres between an edge and the equator, positive where a northern edge leads to the east. The area of a ring that runs clockwise, around no pole, is the sum
     * over its edges.
     */
    static double underM2(double lon1, double lat1, double lon2, double lat2) {
        return EARTH.Inverse(lat1, lon1, lat2, lon2, GeodesicMask.AREA).S12;
    }

    /**
     * The place at a fraction of an edge, 0 at its start and 1 at its end, by straight division of longitude and latitude: for edges
     * of a survey (tens of metres) this is the geodesic to less than a micrometre.
     */
    public static Place along(double lon1, double lat1, double lon2, double lat2, double fraction) {
        return new Place(lon1 + (lon2 - lon1) * fraction, lat1 + (lat2 - lat1) * fraction);
    }

    private static double ringM2(LineString ring) {
        CoordinateSequence positions = ring.getCoordinateSequence();
        int last = positions.size() - 1;
        PolygonArea area = new PolygonArea(EARTH, false);
        for (int i = 0; i < last; i++) {
            area.AddPoint(positions.getY(i), positions.getX(i));
        }
        PolygonResult result = area.Compute(false, true);
        return last < 3 ? 0 : Math.abs(result.area);
    }

    private static double sum(GeometryCollection parts, ToDoubleFunction<Geometry> measure) {
        double sum = 0;
        for (int i = 0; i < parts.getNumGeometries(); i++) {
            sum += measure.applyAsDouble(parts.getGeometryN(i));
        }
        return sum;
    }
}
