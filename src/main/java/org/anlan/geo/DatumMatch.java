package org.anlan.geo;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells the datum of a WKT text from its ellipsoid and names. The ellipsoid alone does not do: GRS 80 is that of CGCS2000 and of many
 * other countries, Krasovsky that of Beijing 1954 and of Pulkovo 1942. So an ellipsoid counts only with a name of ours, or with names
 * that say nothing.
 */
final class DatumMatch {

    private static final List<String> CGCS2000 =
            List.of("cgcs2000", "china2000", "chinageodetic", "chinesegeodetic", "国家2000", "2000国家", "大地2000", "国家大地");
    private static final List<String> XIAN = List.of("xian", "西安");
    private static final List<String> BEIJING = List.of("beijing", "peking", "bj54", "北京");
    private static final List<String> WGS = List.of("wgs");
    private static final List<String> SAYS_NOTHING = List.of(
            "unknown",
            "unnamed",
            "undefined",
            "userdefined",
            "custom",
            "grs1980",
            "grs80",
            "krasovsky",
            "krassowsky",
            "krassovsky",
            "iag");

    private final String names;
    private final boolean nameless;

    private DatumMatch(String names, boolean nameless) {
        this.names = names;
        this.nameless = nameless;
    }

    /**
     * The datum of a geographic element (GEOGCS).
     *
     * @param projectedName the name of the projected system around it, empty when there is none
     */
    static Optional<Datum> of(WktNode geographic, String projectedName) {
        WktNode datum = geographic.child("DATUM").orElse(new WktNode(""));
        WktNode spheroid = datum.child("SPHEROID", "ELLIPSOID").orElse(new WktNode(""));
        String datumName = plain(datum.name());
        String geographicName = plain(geographic.name());
        DatumMatch match = new DatumMatch(
                plain(projectedName) + " " + geographicName + " " + datumName,
                saysNothing(datumName) && saysNothing(geographicName));
        return match.byEllipsoid(
                spheroid.number(0).orElse(Double.NaN), spheroid.number(1).orElse(Double.NaN));
    }

    /** Lower case letters and digits only: names as they are compared. */
    static String plain(String name) {
        StringBuilder plain = new StringBuilder();
        name.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private Optional<Datum> byEllipsoid(double semiMajor, double inverse) {
        if (Math.abs(semiMajor - 6378137) < 0.01 && Math.abs(inverse - 298.257222101) < 5e-6) {
            return worldwide(Math.abs(inverse - 298.257222101) < 5e-7 ? Datum.CGCS2000 : Datum.WGS84);
        }
        if (Math.abs(semiMajor - 6378140) < 0.01 && Math.abs(inverse - 298.257) < 1e-3) {
            return named(XIAN) || nameless ? Optional.of(Datum.XIAN_1980) : Optional.empty();
        }
        if (Math.abs(semiMajor - 6378245) < 0.01 && Math.abs(inverse - 298.3) < 1e-3) {
            boolean ours = named(BEIJING) && !names.contains("newbeijing") && !names.contains("新北京");
            return ours || nameless ? Optional.of(Datum.BEIJING_1954) : Optional.empty();
        }
        return Optional.empty();
    }

    /** The two differ by 0.1 mm in the polar axis, and files mix them up: the name is stronger than the figure. */
    private Optional<Datum> worldwide(Datum byFigure) {
        if (named(CGCS2000)) {
            return Optional.of(Datum.CGCS2000);
        }
        if (named(WGS)) {
            return Optional.of(Datum.WGS84);
        }
        return nameless ? Optional.of(byFigure) : Optional.empty();
    }

    private boolean named(List<String> hints) {
        return hints.stream().anyMatch(names::contains);
    }

    private static boolean saysNothing(String name) {
        return SAYS_NOTHING.stream().anyMatch(name::contains) || name.chars().allMatch(c -> c > 0x7F);
    }
}
