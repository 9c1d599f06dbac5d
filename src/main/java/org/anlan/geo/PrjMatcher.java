package org.anlan.geo;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the listed coordinate system that a file declares: the text of a .prj (ESRI WKT without codes, or OGC WKT 1 with them), or a
 * code ("EPSG:4528", "urn:ogc:def:crs:EPSG::4490", "urn:ogc:def:crs:OGC:1.3:CRS84"). WKT is compared by its figures (projection,
 * central meridian, false easting, scale, units, ellipsoid) with names only as hints; a code inside the text decides only between
 * systems whose figures are the same. Hostile, cut off or unknown text gives an empty answer in bounded time. Safe for many threads.
 */
public final class PrjMatcher {

    private static final int LONGEST_CODE = 64;
    private static final Pattern EPSG = Pattern.compile("(?:urn:(?:x-)?ogc:def:crs:epsg:[0-9.]{0,8}:"
            + "|https?://www\\.opengis\\.net/def/crs/epsg/[0-9.]{1,8}/"
            + "|epsg::?)?([0-9]{4,6})");
    private static final Pattern CRS84 = Pattern.compile("(?:urn:(?:x-)?ogc:def:crs:ogc:[0-9.]{0,8}:"
            + "|https?://www\\.opengis\\.net/def/crs/ogc/[0-9.]{1,8}/"
            + "|ogc:)?crs84");

    private PrjMatcher() {}

    /** The declared system; empty when the text names none of the list. */
    public static Optional<Crs> match(String declared) {
        String text = declared.strip();
        if (text.length() > LONGEST_CODE) {
            return WktMatch.match(text);
        }
        String code = text.toLowerCase(Locale.ROOT);
        Matcher epsg = EPSG.matcher(code);
        if (epsg.matches()) {
            return CrsList.byCode(Integer.parseInt(epsg.group(1)));
        }
        return CRS84.matcher(code).matches() ? Optional.of(CrsList.WGS84) : Optional.empty();
    }
}
