package org.anlan.geo;

import org.anlan.base.Text;

/**
 * A coordinate system of the short list ({@link CrsList}). Files hold x = longitude or easting and y = latitude or northing,
 * whatever the axis order in the EPSG register.
 *
 * @param epsg the EPSG code
 * @param name the name for people
 * @param kind geographic or which projection
 * @param datum the datum with its ellipsoid
 * @param zonePrefix whether eastings carry the zone number as their first two digits (40368472)
 * @param centralMeridian longitude of the central meridian, degrees east; 0 for geographic systems
 * @param falseEasting metres added to the easting; 0 for geographic systems
 */
public record Crs(
        int epsg, Text name, Kind kind, Datum datum, boolean zonePrefix, double centralMeridian, double falseEasting) {

    /** What the coordinates are. */
    public enum Kind {
        /** Longitude and latitude in degrees. */
        GEOGRAPHIC,
        /** Gauss-Krüger, zones 3° wide; metres. */
        GAUSS_KRUGER_3,
        /** Gauss-Krüger, zones 6° wide; metres. */
        GAUSS_KRUGER_6,
        /** Universal Transverse Mercator, north; metres. */
        UTM,
        /** The spherical Mercator of web maps (EPSG:3857); its metres are stretched. */
        WEB_MERCATOR
    }

    /** The code as it is written: "EPSG:4490". */
    public String code() {
        return "EPSG:" + epsg;
    }

    /** Scale on the central meridian: 0.9996 for UTM, else 1. */
    public double scale() {
        return kind == Kind.UTM ? 0.9996 : 1;
    }

    /** Zone number (25-45 for 3° zones, 13-23 for 6° zones, 49-51 for UTM); 0 where there is none. */
    public int zone() {
        return switch (kind) {
            case GEOGRAPHIC, WEB_MERCATOR -> 0;
            case GAUSS_KRUGER_3 -> (int) Math.round(centralMeridian / 3);
            case GAUSS_KRUGER_6 -> (int) Math.round((centralMeridian + 3) / 6);
            case UTM -> (int) Math.round((centralMeridian + 183) / 6);
        };
    }

    /** Whether coordinates are longitude and latitude in degrees. */
    public boolean geographic() {
        return kind == Kind.GEOGRAPHIC;
    }

    /** Whether the shift to CGCS2000 is unknown (Xian 1980, Beijing 1954): positions may lie some 50-120 m off. */
    public boolean datumShiftUnknown() {
        return !datum.shiftKnown();
    }

    @Override
    public String toString() {
        return code();
    }
}
