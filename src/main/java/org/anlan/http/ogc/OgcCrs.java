package org.anlan.http.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.format.geojson.Positions;
import org.anlan.geo.Crs;
import org.anlan.geo.CrsList;
import org.anlan.geo.CrsTransform;
import org.anlan.geo.Datum;
import org.anlan.store.Extent;

/**
 * A coordinate system as OGC API names it, with the axis order of its register (18-058r1): latitude before longitude for EPSG 4326 and 4490, northing
 * before easting for the Gauss-Krüger zones of CGCS2000, longitude before latitude for CRS84.
 *
 * @param uri "http://www.opengis.net/def/crs/EPSG/0/4490"
 * @param crs the system
 * @param swapped whether y is written before x
 */
record OgcCrs(String uri, Crs crs, boolean swapped) {

    private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";

    /** WGS 84 longitude and latitude, the system of GeoJSON (RFC 7946). */
    static final OgcCrs CRS84 = new OgcCrs("http://www.opengis.net/def/crs/OGC/1.3/CRS84", CrsList.WGS84, false);

    /** CGCS2000 latitude and longitude, the system of the store. */
    static final OgcCrs STORAGE = epsg(CrsList.CGCS2000);

    /** How far from the data the central meridian of an offered zone may lie, degrees. */
    private static final double NEAR = 3;

    private static OgcCrs epsg(Crs crs) {
        boolean swapped = crs.kind() == Crs.Kind.GEOGRAPHIC
                || crs.kind() == Crs.Kind.GAUSS_KRUGER_3
                || crs.kind() == Crs.Kind.GAUSS_KRUGER_6;
        return new OgcCrs(EPSG + crs.epsg(), crs, swapped);
    }

    /** The systems that a layer is offered in: CRS84, 4326, 4490, 3857 and the CGCS2000 zones around where it lies. */
    static List<OgcCrs> offered(Optional<Extent> extent) {
        List<OgcCrs> offered = new ArrayList<>(List.of(CRS84, epsg(CrsList.WGS84), STORAGE));
        CrsList.byCode(3857).map(OgcCrs::epsg).ifPresent(offered::add);
        extent.ifPresent(where -> CrsList.all().stream()
                .filter(crs -> crs.datum() == Datum.CGCS2000 && !crs.geographic() && near(crs, where))
                .map(OgcCrs::epsg)
                .forEach(offered::add));
        return offered;
    }

    private static boolean near(Crs crs, Extent where) {
        return crs.centralMeridian() >= where.east() - NEAR && crs.centralMeridian() <= where.west() + NEAR;
    }

    /**
     * The system that a parameter names, by its URI, as a safe CURIE "[EPSG:4490]" or as "EPSG:4490".
     *
     * @param parameter the parameter, for the refusal ({@code unknown-crs})
     * @param offered what the layer is offered in
     */
    static OgcCrs named(String parameter, String value, List<OgcCrs> offered) {
        Map<String, OgcCrs> byName = new LinkedHashMap<>();
        for (OgcCrs one : offered) {
            byName.put(one.uri(), one);
            String curie = one.equals(CRS84) ? "OGC:CRS84" : one.crs().code();
            byName.put(curie, one);
            byName.put("[" + curie + "]", one);
        }
        OgcCrs named = byName.get(value.replace("https://www.opengis.net/", "http://www.opengis.net/"));
        if (named == null) {
            throw Refusal.invalid(
                    "unknown-crs",
                    "参数 %s=%s：没有这个坐标系；可用：%s",
                    "The parameter %s=%s: there is no such coordinate system here; there are: %s",
                    parameter,
                    value,
                    String.join(", ", offered.stream().map(OgcCrs::uri).toList()));
        }
        return named;
    }

    /** How coordinates are written in it; one writer's own. */
    Positions positions() {
        if (crs.geographic()) {
            return swapped ? Positions.LATITUDE_LONGITUDE : Positions.LONGITUDE_LATITUDE;
        }
        return Positions.projected(CrsTransform.fromCgcs2000(crs), swapped);
    }
}
