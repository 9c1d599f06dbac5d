package org.anlan.geo;

import java.util.Locale;

/** Writes the text of a .prj (ESRI WKT, no codes) that ArcGIS, QGIS and GDAL read back as the same system. */
public final class CrsWkt {

    private CrsWkt() {}

    /** The ESRI WKT of a listed system. */
    public static String esri(Crs crs) {
        return switch (crs.kind()) {
            case GEOGRAPHIC -> geographic(crs.datum());
            case GAUSS_KRUGER_3, GAUSS_KRUGER_6 -> transverse(crs, gaussKruegerName(crs), "Gauss_Kruger");
            case UTM -> transverse(crs, "WGS_1984_UTM_Zone_" + crs.zone() + "N", "Transverse_Mercator");
            case WEB_MERCATOR ->
                "PROJCS[\"WGS_1984_Web_Mercator_Auxiliary_Sphere\"," + geographic(crs.datum())
                        + ",PROJECTION[\"Mercator_Auxiliary_Sphere\"],PARAMETER[\"False_Easting\",0.0],"
                        + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",0.0],"
                        + "PARAMETER[\"Standard_Parallel_1\",0.0],PARAMETER[\"Auxiliary_Sphere_Type\",0.0],"
                        + "UNIT[\"Meter\",1.0]]";
        };
    }

    private static String transverse(Crs crs, String name, String method) {
        return String.format(
                Locale.ROOT,
                "PROJCS[\"%s\",%s,PROJECTION[\"%s\"],PARAMETER[\"False_Easting\",%.1f],PARAMETER[\"False_Northing\",0.0],"
                        + "PARAMETER[\"Central_Meridian\",%.1f],PARAMETER[\"Scale_Factor\",%s],"
                        + "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]",
                name,
                geographic(crs.datum()),
                method,
                crs.falseEasting(),
                crs.centralMeridian(),
                crs.scale());
    }

    private static String gaussKruegerName(Crs crs) {
        String datum =
                switch (crs.datum()) {
                    case CGCS2000 -> "CGCS2000";
                    case WGS84 -> "WGS_1984";
                    case XIAN_1980 -> "Xian_1980";
                    case BEIJING_1954 -> "Beijing_1954";
                };
        String width = crs.kind() == Crs.Kind.GAUSS_KRUGER_3 ? "_3_Degree_GK_" : "_GK_";
        String where = crs.zonePrefix() ? "Zone_" + crs.zone() : "CM_" + Math.round(crs.centralMeridian()) + "E";
        return datum + width + where;
    }

    private static String geographic(Datum datum) {
        return switch (datum) {
            case CGCS2000 -> geographic("GCS_China_Geodetic_Coordinate_System_2000", "D_China_2000", "CGCS2000", datum);
            case WGS84 -> geographic("GCS_WGS_1984", "D_WGS_1984", "WGS_1984", datum);
            case XIAN_1980 -> geographic("GCS_Xian_1980", "D_Xian_1980", "Xian_1980", datum);
            case BEIJING_1954 -> geographic("GCS_Beijing_1954", "D_Beijing_1954", "Krasovsky_1940", datum);
        };
    }

    private static String geographic(String name, String datumName, String ellipsoid, Datum datum) {
        return String.format(
                Locale.ROOT,
                "GEOGCS[\"%s\",DATUM[\"%s\",SPHEROID[\"%s\",%.1f,%s]],PRIMEM[\"Greenwich\",0.0],"
                        + "UNIT[\"Degree\",0.0174532925199433]]",
                name,
                datumName,
                ellipsoid,
                datum.semiMajorM(),
                datum.inverseFlattening());
    }
}
