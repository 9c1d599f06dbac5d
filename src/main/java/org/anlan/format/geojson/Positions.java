package org.anlan.format.geojson;

import java.io.IOException;
import org.anlan.geo.CrsTransform;
import org.anlan.geo.OutsideCrsException;

/** How the positions of stored shapes (CGCS2000 degrees, x = longitude) are written: in which system, which axis first, with how many digits. */
public final class Positions {

    /** Longitude before latitude, nine decimals at most (RFC 7946, a tenth of a millimetre). */
    public static final Positions LONGITUDE_LATITUDE = new Positions(null, false, 9);

    /** Latitude before longitude, as the EPSG register has it for geographic systems (4326, 4490). */
    public static final Positions LATITUDE_LONGITUDE = new Positions(null, true, 9);

    /** Longitude before latitude, with all digits: they read back as the same numbers. */
    static final Positions EXACT = new Positions(null, false, -1);

    private static final int METRE_DECIMALS = 4;

    private final CrsTransform transform;
    private final boolean swapped;
    private final int decimals;
    private final double[] xy = new double[2];

    private Positions(CrsTransform transform, boolean swapped, int decimals) {
        this.transform = transform;
        this.swapped = swapped;
        this.decimals = decimals;
    }

    /**
     * In the metres of a projected system, four decimals at most. One writer's own: it is not for many threads.
     *
     * @param transform leads from the store's system to the one asked for
     * @param northingFirst the register's axis order begins with the northing
     */
    public static Positions projected(CrsTransform transform, boolean northingFirst) {
        return new Positions(transform, northingFirst, METRE_DECIMALS);
    }

    void write(JsonBytes json, double longitude, double latitude) throws IOException {
        double x = longitude;
        double y = latitude;
        if (transform != null) {
            xy[0] = x;
            xy[1] = y;
            try {
                transform.apply(xy, 1);
            } catch (OutsideCrsException e) {
                throw new OutsideCrs(e);
            }
            x = xy[0];
            y = xy[1];
        }
        json.raw('[');
        number(json, swapped ? y : x);
        json.raw(',');
        number(json, swapped ? x : y);
        json.raw(']');
    }

    private void number(JsonBytes json, double value) throws IOException {
        if (decimals < 0) {
            json.number(value);
        } else {
            json.decimals(value, decimals);
        }
    }

    /** A shape lies where the system asked for has no coordinates. */
    public static final class OutsideCrs extends IOException {
        private static final long serialVersionUID = 1L;

        OutsideCrs(OutsideCrsException cause) {
            super(cause);
        }
    }
}
