package org.anlan.geo;

import java.util.List;
import org.anlan.base.Text;
import org.locationtech.jts.geom.Envelope;

/** Tries an extent, in one order of its axes, against the systems its numbers allow. */
final class CrsTrial {

    private static final double MILLION = 1_000_000;

    private final Envelope file;
    private final Envelope home;
    private final boolean swapped;

    CrsTrial(Envelope file, Envelope home, boolean swapped) {
        this.file = swapped ? new Envelope(file.getMinY(), file.getMaxY(), file.getMinX(), file.getMaxX()) : file;
        this.home = home;
        this.swapped = swapped;
    }

    void collect(List<CrsGuess.Candidate> into) {
        for (Crs crs : CrsList.all()) {
            if (crs.datum() == Datum.CGCS2000 || crs.kind() == Crs.Kind.UTM || crs.kind() == Crs.Kind.WEB_MERCATOR) {
                attempt(crs, into);
            }
        }
    }

    private void attempt(Crs crs, List<CrsGuess.Candidate> into) {
        double[] xy = outline();
        try {
            if (allowed(crs)) {
                CrsTransform.toCgcs2000(crs).apply(xy, xy.length / 2);
                Envelope area = new Envelope();
                for (int i = 0; i < xy.length; i += 2) {
                    area.expandToInclude(xy[i], xy[i + 1]);
                }
                into.add(new CrsGuess.Candidate(crs, swapped, reason(crs), area, ExtentDistance.metres(area, home)));
            }
        } catch (OutsideCrsException e) {
            // the numbers do not allow this system: no candidate
            return;
        }
    }

    /** Corners and middles of the sides. */
    private double[] outline() {
        double x1 = file.getMinX();
        double x2 = file.getMaxX();
        double y1 = file.getMinY();
        double y2 = file.getMaxY();
        double xm = (x1 + x2) / 2;
        double ym = (y1 + y2) / 2;
        return new double[] {x1, y1, xm, y1, x2, y1, x2, ym, x2, y2, xm, y2, x1, y2, x1, ym};
    }

    /** Numbers within 180 are degrees and nothing else; eastings without zone are positive and below a million. */
    private boolean allowed(Crs crs) {
        boolean degrees = Math.abs(file.getMinX()) <= 180
                && Math.abs(file.getMaxX()) <= 180
                && Math.abs(file.getMinY()) <= 180
                && Math.abs(file.getMaxY()) <= 180;
        boolean sixDigits = file.getMinX() > 0 && file.getMaxX() < MILLION;
        return switch (crs.kind()) {
            case GEOGRAPHIC -> degrees;
            case WEB_MERCATOR -> !degrees && !swapped;
            case GAUSS_KRUGER_3, GAUSS_KRUGER_6, UTM ->
                !degrees && file.getMinY() >= 0 && (crs.zonePrefix() || sixDigits);
        };
    }

    private Text reason(Crs crs) {
        Text why =
                switch (crs.kind()) {
                    case GEOGRAPHIC -> Text.of("数值在 180 以内，是经纬度", "numbers within 180: longitude and latitude");
                    case WEB_MERCATOR -> Text.of("数值在 Web 墨卡托范围内", "numbers fit the range of Web Mercator");
                    case GAUSS_KRUGER_3, GAUSS_KRUGER_6 ->
                        crs.zonePrefix()
                                ? Text.of(
                                        "东坐标为八位，前两位 %d 是带号",
                                        "eight-digit easting: its first two digits, %d, are the zone", crs.zone())
                                : Text.of(
                                        "东坐标为六位、无带号，中央经线可能是 %.0f°",
                                        "six-digit easting without zone: the central meridian may be %.0fE",
                                        crs.centralMeridian());
                    case UTM -> Text.of("东坐标为六位，可能是 UTM %d 带", "six-digit easting: it may be UTM zone %d", crs.zone());
                };
        return swapped ? new Text(why.zh() + "；x、y 两列颠倒", why.en() + "; x and y are exchanged") : why;
    }
}
