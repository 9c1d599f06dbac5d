package org.anlan.geo;

import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.anlan.base.Refusal;
import org.anlan.base.Text;

/**
 * The coordinate systems a hand-in may come in and an export may go out in. Parameters follow the EPSG register; the tests compare
 * every one with GDAL.
 */
public final class CrsList {

    /** WGS 84 longitude/latitude. */
    public static final Crs WGS84 = geographic(4326, "WGS 84 经纬度", "WGS 84 longitude/latitude", Datum.WGS84);
    /** CGCS2000 longitude/latitude, the system of the store. */
    public static final Crs CGCS2000 = geographic(4490, "CGCS2000 经纬度", "CGCS2000 longitude/latitude", Datum.CGCS2000);

    private static final Map<Integer, Crs> BY_CODE = build();

    private CrsList() {}

    /** All systems, by rising code. */
    public static Collection<Crs> all() {
        return BY_CODE.values();
    }

    /** The system with this EPSG code; empty when it is not on the list. */
    public static Optional<Crs> byCode(int epsg) {
        return Optional.ofNullable(BY_CODE.get(epsg));
    }

    /** A system by "EPSG:4528" or "4528"; refused ({@code unknown-crs}) when it is not on the list. */
    public static Crs named(String code) {
        String digits = code.toUpperCase(Locale.ROOT).replace("EPSG:", "").strip();
        Optional<Crs> crs = digits.matches("\\d{4,5}") ? byCode(Integer.parseInt(digits)) : Optional.empty();
        return crs.orElseThrow(() -> Refusal.invalid(
                "unknown-crs",
                "不认识坐标系“%s”；可用：EPSG:4490、4326、3857，CGCS2000 三度带 4513-4554、六度带 4491-4512，西安80、北京54 和 UTM 49-51N。",
                "The coordinate system \"%s\" is not known; use EPSG:4490, 4326, 3857, CGCS2000 3-degree 4513-4554, 6-degree 4491-4512, Xian 80, "
                        + "Beijing 54 or UTM 49-51N.",
                code));
    }

    private static Map<Integer, Crs> build() {
        Map<Integer, Crs> all = new TreeMap<>();
        add(all, WGS84);
        add(all, CGCS2000);
        add(all, new Crs(3857, Text.of("Web 墨卡托", "Web Mercator"), Crs.Kind.WEB_MERCATOR, Datum.WGS84, false, 0, 0));
        add(all, geographic(4610, "西安1980 经纬度", "Xian 1980 longitude/latitude", Datum.XIAN_1980));
        add(all, geographic(4214, "北京1954 经纬度", "Beijing 1954 longitude/latitude", Datum.BEIJING_1954));
        threeDegrees(all, "CGCS2000", "CGCS2000", Datum.CGCS2000, 4513, 4534);
        sixDegrees(all, "CGCS2000", "CGCS2000", Datum.CGCS2000, 4491, 4502);
        threeDegrees(all, "西安1980", "Xian 1980", Datum.XIAN_1980, 2349, 2370);
        sixDegrees(all, "西安1980", "Xian 1980", Datum.XIAN_1980, 2327, 2338);
        threeDegrees(all, "北京1954", "Beijing 1954", Datum.BEIJING_1954, 2401, 2422);
        sixDegrees(all, "北京1954", "Beijing 1954", Datum.BEIJING_1954, 21413, 21453);
        for (int zone = 49; zone <= 51; zone++) {
            Text name = Text.of("WGS 84 UTM %d 带（北）", "WGS 84 UTM zone %dN", zone);
            add(all, new Crs(32600 + zone, name, Crs.Kind.UTM, Datum.WGS84, false, zone * 6 - 183, 500_000));
        }
        return Collections.unmodifiableMap(all);
    }

    private static void threeDegrees(Map<Integer, Crs> all, String zh, String en, Datum datum, int zoned, int plain) {
        for (int i = 0; i <= 20; i++) {
            gaussKruger(all, zh, en, datum, Crs.Kind.GAUSS_KRUGER_3, 25 + i, 75 + 3 * i, zoned + i, plain + i);
        }
    }

    private static void sixDegrees(Map<Integer, Crs> all, String zh, String en, Datum datum, int zoned, int plain) {
        for (int i = 0; i <= 10; i++) {
            gaussKruger(all, zh, en, datum, Crs.Kind.GAUSS_KRUGER_6, 13 + i, 75 + 6 * i, zoned + i, plain + i);
        }
    }

    private static void gaussKruger(
            Map<Integer, Crs> all,
            String zh,
            String en,
            Datum datum,
            Crs.Kind kind,
            int zone,
            int meridian,
            int zoned,
            int plain) {
        int width = kind == Crs.Kind.GAUSS_KRUGER_3 ? 3 : 6;
        Text withZone = new Text(
                String.format(Locale.ROOT, "%s %d度带 %d带（中央经线%d°，带号）", zh, width, zone, meridian),
                String.format(Locale.ROOT, "%s %d-degree zone %d (CM %dE, zone prefix)", en, width, zone, meridian));
        Text without = new Text(
                String.format(Locale.ROOT, "%s %d度带 中央经线%d°（无带号）", zh, width, meridian),
                String.format(Locale.ROOT, "%s %d-degree CM %dE (no zone prefix)", en, width, meridian));
        add(all, new Crs(zoned, withZone, kind, datum, true, meridian, zone * 1_000_000.0 + 500_000));
        add(all, new Crs(plain, without, kind, datum, false, meridian, 500_000));
    }

    private static Crs geographic(int epsg, String zh, String en, Datum datum) {
        return new Crs(epsg, new Text(zh, en), Crs.Kind.GEOGRAPHIC, datum, false, 0, 0);
    }

    private static void add(Map<Integer, Crs> all, Crs crs) {
        all.put(crs.epsg(), crs);
    }
}
