package org.anlan.geo;

import java.util.ArrayList;
import java.util.List;
import org.anlan.base.Finding.Place;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/** Looks for spikes in lines and rings, longitude/latitude in degrees; angles are those on the ground. */
public final class Spikes {

    private final double cosine;
    private final double lengthM;

    /**
     * @param degrees a sharper angle than this is a spike, 0 … 90
     * @param lengthM when both its edges are at least so long, metres
     */
    public Spikes(double degrees, double lengthM) {
        this.cosine = Math.cos(Math.toRadians(degrees));
        this.lengthM = lengthM;
    }

    /** The spikes of a shape in the order of its vertices; points have none. */
    public List<Spike> of(Geometry shape) {
        List<Spike> found = new ArrayList<>();
        if (shape.getDimension() > 0) {
            List<LineString> lines = new ArrayList<>();
            shape.apply(new LinearComponentExtracter(lines));
            lines.forEach(line -> line(line, found));
        }
        return found;
    }

    private void line(LineString line, List<Spike> found) {
        CoordinateSequence c = line.getCoordinateSequence();
        int last = c.size() - 1;
        for (int i = 1; i < last; i++) {
            vertex(c, i - 1, i, i + 1, found);
        }
        if (line instanceof LinearRing && last > 2) {
            vertex(c, last - 1, 0, 1, found);
        }
    }

    private void vertex(CoordinateSequence c, int before, int tip, int after, List<Spike> found) {
        double x = c.getX(tip);
        double y = c.getY(tip);
        LocalScale scale = LocalScale.at(y);
        double ax = (c.getX(before) - x) * scale.lonM();
        double ay = (c.getY(before) - y) * scale.latM();
        double bx = (c.getX(after) - x) * scale.lonM();
        double by = (c.getY(after) - y) * scale.latM();
        double dot = ax * bx + ay * by;
        if (dot <= 0) {
            return;
        }
        double a = Math.sqrt(ax * ax + ay * ay);
        double b = Math.sqrt(bx * bx + by * by);
        double shorter = Math.min(a, b);
        if (dot > cosine * a * b && shorter >= lengthM) {
            double angle = Math.toDegrees(Math.atan2(Math.abs(ax * by - ay * bx), dot));
            found.add(new Spike(new Place(x, y), angle, shorter));
        }
    }
}
