package org.anlan.coast.rates;

import org.anlan.geo.LocalScale;
import org.anlan.geo.MeasuredLine;
import org.locationtech.jts.geom.LineString;

/**
 * A baseline with directions smoothed over a distance: the direction at a place is that of the chord from half the distance before to half behind it, which is cut at the
 * ends of an open line and goes on around a closed one. It follows lengths along the line only, so vertices within an edge change nothing.
 */
public final class SmoothLine {

    /** Chords shorter than this have no direction to go by, metres. */
    private static final double NO_CHORD_M = 1e-3;

    private final MeasuredLine measured;
    private final boolean closed;
    private final double smoothingM;

    /** Smooths the directions of a line of some length over so many metres. */
    public SmoothLine(LineString line, double smoothingM) {
        this.measured = new MeasuredLine(line.getCoordinateSequence());
        this.closed = line.isClosed();
        this.smoothingM = smoothingM;
    }

    /** Geodesic length, metres. */
    public double lengthM() {
        return measured.lengthM();
    }

    /** The place so many metres from the start. Where the line comes back on itself within the distance, a shorter chord is taken. */
    public Foot foot(double alongM) {
        double[] place = at(alongM);
        LocalScale scale = LocalScale.at(place[1]);
        double half = smoothingM / 2;
        double[] chord = chord(scale, at(alongM - half), at(alongM + half));
        while (length(chord) < NO_CHORD_M && half > NO_CHORD_M) {
            half /= 2;
            chord = chord(scale, at(alongM - half), at(alongM + half));
        }
        if (length(chord) < NO_CHORD_M) { // at the very tip of a spike: the way that led there
            chord = chord(scale, at(alongM - 2 * NO_CHORD_M), place);
        }
        double metres = length(chord);
        return new Foot(place[0], place[1], -chord[1] / metres / scale.lonM(), chord[0] / metres / scale.latM());
    }

    /** Metres to the east and to the north. */
    private static double[] chord(LocalScale scale, double[] from, double[] to) {
        return new double[] {(to[0] - from[0]) * scale.lonM(), (to[1] - from[1]) * scale.latM()};
    }

    private static double length(double[] chord) {
        return Math.hypot(chord[0], chord[1]);
    }

    private double[] at(double metres) {
        double[] place = new double[2];
        double length = measured.lengthM();
        measured.place(closed ? ((metres % length) + length) % length : metres, place);
        return place;
    }
}
