package org.anlan.format.geojson;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The coordinate system names of GeoJSON 2008's "crs" member, as "EPSG:n". */
final class CrsName {

    /** What RFC 7946 section 4 prescribes. */
    static final String DEFAULT = "EPSG:4326";

    private static final Pattern EPSG = Pattern.compile("(?:^|:)EPSG:(?:[0-9.]*:)?([0-9]{4,6})$");

    private CrsName() {}

    /** "EPSG:4490" of "urn:ogc:def:crs:EPSG::4490" and the like; longitude-first WGS 84 (CRS84) is "EPSG:4326". */
    static Optional<String> of(String name) {
        String upper = name.strip().toUpperCase(Locale.ROOT);
        if (upper.endsWith(":CRS84")) {
            return Optional.of(DEFAULT);
        }
        Matcher epsg = EPSG.matcher(upper);
        return epsg.find() ? Optional.of("EPSG:" + epsg.group(1)) : Optional.empty();
    }
}
