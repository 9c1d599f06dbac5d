package org.anlan.format.shapefile;

import org.anlan.format.PackedGeometry;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/** One closed ring of a polygon record, with what is needed to find out which ring it lies in. */
final class Ring {

    private static final int WORTH_AN_INDEX = 64;

    private final double[] xy;
    private final double signedArea;
    private final PackedCoordinateSequence.Double sequence;
    private final Envelope envelope;
    private int asked;
    private IndexedPointInAreaLocator locator;

    /** A ring of at least four points, the last of which equals the first. */
    Ring(double[] xy) {
        this.xy = xy;
        this.signedArea = clockwiseArea(xy);
        this.sequence = PackedGeometry.sequence(xy);
        this.envelope = sequence.expandEnvelope(new Envelope());
    }

    /** Shells run clockwise in a shapefile, holes the other way (Technical Description, p. 8). A ring without area tells nothing. */
    boolean runsAsShell() {
        return signedArea >= 0;
    }

    boolean runsAsHole() {
        return signedArea <= 0;
    }

    int points() {
        return xy.length / 2;
    }

    double area() {
        return Math.abs(signedArea);
    }

    Envelope envelope() {
        return envelope;
    }

    /** The ring, running clockwise for a shell and anticlockwise for a hole. */
    LinearRing oriented(boolean shell) {
        if (shell ? runsAsShell() : runsAsHole()) {
            return PackedGeometry.FACTORY.createLinearRing(sequence);
        }
        double[] turned = new double[xy.length];
        for (int from = 0, to = xy.length - 2; to >= 0; from += 2, to -= 2) {
            turned[to] = xy[from];
            turned[to + 1] = xy[from + 1];
        }
        return PackedGeometry.FACTORY.createLinearRing(PackedGeometry.sequence(turned));
    }

    /** Whether this ring lies in the other, told by its first point, or middle of an edge, that is not on the other's line. */
    boolean liesIn(Ring other, Effort effort) throws BadRecord {
        if (!other.envelope.covers(envelope) || other.area() <= area()) {
            return false;
        }
        for (int i = 0; i + 3 < xy.length; i += 2) {
            effort.spend(1);
            int where = other.locate(xy[i], xy[i + 1]);
            if (where == Location.BOUNDARY) {
                where = other.locate((xy[i] + xy[i + 2]) / 2, (xy[i + 1] + xy[i + 3]) / 2);
            }
            if (where != Location.BOUNDARY) {
                return where == Location.INTERIOR;
            }
        }
        return false;
    }

    /** Whether any corner of this ring lies inside the other. */
    boolean reachesInto(Ring other, Effort effort) throws BadRecord {
        if (!other.envelope.intersects(envelope)) {
            return false;
        }
        for (int i = 0; i < xy.length; i += 2) {
            effort.spend(1);
            if (other.locate(xy[i], xy[i + 1]) == Location.INTERIOR) {
                return true;
            }
        }
        return false;
    }

    private int locate(double x, double y) {
        if (!envelope.intersects(x, y)) {
            return Location.EXTERIOR;
        }
        Coordinate point = new Coordinate(x, y);
        if (xy.length < 2 * WORTH_AN_INDEX || asked++ < 2) {
            return RayCrossingCounter.locatePointInRing(point, sequence);
        }
        if (locator == null) {
            locator = new IndexedPointInAreaLocator(PackedGeometry.FACTORY.createLinearRing(sequence));
        }
        return locator.locate(point);
    }

    private static double clockwiseArea(double[] xy) {
        double sum = 0;
        double x0 = xy[0];
        double y0 = xy[1];
        for (int i = 0; i + 3 < xy.length; i += 2) {
            sum += (xy[i + 2] - x0) * (xy[i + 1] - y0) - (xy[i] - x0) * (xy[i + 3] - y0);
        }
        return sum / 2;
    }
}
