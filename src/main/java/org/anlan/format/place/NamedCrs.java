package org.anlan.format.place;

import java.util.regex.Pattern;

/** The systems that the name of a column may name beside "经度": CGCS2000 unless it says another. */
enum NamedCrs {
    WGS84("EPSG:4326", "wgs"),
    XIAN_1980("EPSG:4610", "西安|xian"),
    BEIJING_1954("EPSG:4214", "北京|bj54|beijing"),
    CGCS2000("EPSG:4490", "");

    private static final Pattern SHIFTED = Pattern.compile("gcj|bd-?09|火星|百度|高德|腾讯");

    private final String code;
    private final Pattern words;

    NamedCrs(String code, String words) {
        this.code = code;
        this.words = Pattern.compile(words);
    }

    String code() {
        return code;
    }

    /** The first that the names (in lower case) tell. */
    static NamedCrs of(String names) {
        for (NamedCrs crs : values()) {
            if (crs.words.matcher(names).find()) {
                return crs;
            }
        }
        return CGCS2000;
    }

    /** Whether the names tell the shifted coordinates of Chinese web maps. */
    static boolean isShifted(String names) {
        return SHIFTED.matcher(names).find();
    }
}
