package org.anlan.geo;

import java.util.Locale;

/**
 * Writes a listed system as OGC well-known text 1 (OGC 01-009) with its EPSG codes, letter for letter as GDAL does: what a GeoPackage
 * keeps as the definition of a system (OGC 12-128r18, clause 1.1.2). The axes are those of the EPSG register (latitude or northing
 * first); the coordinates of a GeoPackage are x before y all the same.
 */
public final class OgcWkt {

    private static final String DEGREE = "UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]]";
    private static final String METRE = "UNIT[\"metre\",1,AUTHORITY[\"EPSG\",\"9001\"]]";
    private static final String SPHERE =
            "EXTENSION[\"PROJ4\",\"+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0"
                    + " +y_0=0 +k=1 +units=m +nadgrids=@null +wktext +no_defs\"],";

    private OgcWkt() {}

    /** The text of a listed system. */
    public static String of(Crs crs) {
        return switch (crs.kind()) {
            case GEOGRAPHIC -> geographic(crs.datum(), "AXIS[\"Latitude\",NORTH],AXIS[\"Longitude\",EAST],");
            case GAUSS_KRUGER_3, GAUSS_KRUGER_6 -> transverse(crs, "AXIS[\"Northing\",NORTH],AXIS[\"Easting\",EAST],");
            case UTM -> transverse(crs, "AXIS[\"Easting\",EAST],AXIS[\"Northing\",NORTH],");
            case WEB_MERCATOR ->
                projected(
                        crs,
                        "PROJECTION[\"Mercator_1SP\"],PARAMETER[\"central_meridian\",0],PARAMETER[\"scale_factor\",1],",
                        "AXIS[\"Easting\",EAST],AXIS[\"Northing\",NORTH]," + SPHERE);
        };
    }

    /** The name in the EPSG register. */
    public static String name(Crs crs) {
        String base = register(crs.datum()).name;
        String zone = crs.zonePrefix() ? "zone " + crs.zone() : "CM " + Math.round(crs.centralMeridian()) + "E";
        return switch (crs.kind()) {
            case GEOGRAPHIC -> base;
            case GAUSS_KRUGER_3 -> shortName(crs.datum()) + " / 3-degree Gauss-Kruger " + zone;
            case GAUSS_KRUGER_6 -> shortName(crs.datum()) + " / Gauss-Kruger " + zone;
            case UTM -> base + " / UTM zone " + crs.zone() + "N";
            case WEB_MERCATOR -> base + " / Pseudo-Mercator";
        };
    }

    private static String transverse(Crs crs, String axes) {
        String method =
                "PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"latitude_of_origin\",0],PARAMETER[\"central_meridian\","
                        + plain(crs.centralMeridian()) + "],PARAMETER[\"scale_factor\"," + plain(crs.scale()) + "],";
        return projected(crs, method, axes);
    }

    private static String projected(Crs crs, String method, String axes) {
        return "PROJCS[\"" + name(crs) + "\"," + geographic(crs.datum(), "") + "," + method
                + "PARAMETER[\"false_easting\"," + plain(crs.falseEasting()) + "],PARAMETER[\"false_northing\",0],"
                + METRE + "," + axes + authority(crs.epsg()) + "]";
    }

    private static String geographic(Datum datum, String axes) {
        Register register = register(datum);
        return "GEOGCS[\"" + register.name + "\",DATUM[\"" + register.datumName + "\",SPHEROID[\"" + register.ellipsoid
                + "\"," + plain(datum.semiMajorM()) + "," + plain(datum.inverseFlattening()) + ","
                + authority(register.ellipsoidCode) + "]," + authority(register.datumCode)
                + "],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]]," + DEGREE + "," + axes
                + authority(register.code) + "]";
    }

    private static String authority(int code) {
        return "AUTHORITY[\"EPSG\",\"" + code + "\"]";
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.format(Locale.ROOT, "%.0f", number) : Double.toString(number);
    }

    private static String shortName(Datum datum) {
        return datum == Datum.CGCS2000 ? "CGCS2000" : register(datum).name;
    }

    /** Names and codes of a geographic system in the EPSG register. */
    private record Register(
            String name, int code, String datumName, int datumCode, String ellipsoid, int ellipsoidCode) {}

    private static Register register(Datum datum) {
        return switch (datum) {
            case CGCS2000 ->
                new Register("China Geodetic Coordinate System 2000", 4490, "China_2000", 1043, "CGCS2000", 1024);
            case WGS84 -> new Register("WGS 84", 4326, "WGS_1984", 6326, "WGS 84", 7030);
            case XIAN_1980 -> new Register("Xian 1980", 4610, "Xian_1980", 6610, "IAG 1975", 7049);
            case BEIJING_1954 -> new Register("Beijing 1954", 4214, "Beijing_1954", 6214, "Krassowsky 1940", 7024);
        };
    }
}
