package org.anlan.coast.rates;

import java.util.ArrayList;
import java.util.List;
import org.anlan.geo.LineHits;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/**
 * A transect as it is cast, perpendicular to its baseline.
 *
 * @param line which line of the baseline it stands on, from 0
 * @param alongM metres from the start of that line
 * @param foot where it stands; left is seaward
 */
public record Cast(int line, double alongM, Foot foot) {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    /** How many transects a line of this length has: one in the middle of every full stretch, and of a rest that is longer than half of one. */
    public static long number(double lengthM, double spacingM) {
        return (long) Math.floor(lengthM / spacingM + 0.5);
    }

    /** The transects of a baseline, line by line, each in the middle of a stretch of the spacing's length. */
    public static List<Cast> from(List<SmoothLine> baseline, double spacingM) {
        List<Cast> casts = new ArrayList<>();
        for (int line = 0; line < baseline.size(); line++) {
            long number = number(baseline.get(line).lengthM(), spacingM);
            for (int i = 0; i < number; i++) {
                double alongM = (i + 0.5) * spacingM;
                casts.add(new Cast(line, alongM, baseline.get(line).foot(alongM)));
            }
        }
        return casts;
    }

    /** The transect as a line from its landward to its seaward end, degrees. */
    public LineString shape(double halfLengthM) {
        return SHAPES.createLineString(new CoordinateXY[] {
            new CoordinateXY(foot.lonAt(-halfLengthM), foot.latAt(-halfLengthM)),
            new CoordinateXY(foot.lonAt(halfLengthM), foot.latAt(halfLengthM))
        });
    }

    /** Which of these transects cross another one. */
    public static boolean[] crossing(List<Cast> casts, double halfLengthM) {
        LineHits transects =
                new LineHits(casts.stream().map(cast -> cast.shape(halfLengthM)).toList());
        boolean[] crossing = new boolean[casts.size()];
        for (int i = 0; i < crossing.length; i++) {
            int at = i;
            Foot foot = casts.get(i).foot();
            transects.along(
                    foot.lon(), foot.lat(), foot.leftLon(), foot.leftLat(), halfLengthM, met -> crossing[at] = true);
        }
        return crossing;
    }
}
