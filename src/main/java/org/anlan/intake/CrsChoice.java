package org.anlan.intake;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.geo.Crs;
import org.anlan.geo.CrsList;

/**
 * How the coordinates of a file are to be read, as one word: "EPSG:4528", or "EPSG:4490,axes=yx" for a file that holds latitude (northing) as x and
 * longitude (easting) as y.
 *
 * @param crs the coordinate system
 * @param swapped x and y of the file are exchanged first
 */
record CrsChoice(Crs crs, boolean swapped) {

    private static final Pattern WORD =
            Pattern.compile("(?:EPSG:)?(\\d{4,5})(?:\\s*[,;]\\s*AXES=(XY|YX))?", Pattern.CASE_INSENSITIVE);

    /** The choice of this word ("EPSG:4528", "4528", "EPSG:4490,axes=yx"); refused ({@code unknown-crs}) when the system is not on the list. */
    static CrsChoice of(String word) {
        Matcher matcher = WORD.matcher(word.strip());
        Optional<Crs> crs = matcher.matches() ? CrsList.byCode(Integer.parseInt(matcher.group(1))) : Optional.empty();
        return crs.map(found -> new CrsChoice(found, isSwapped(matcher.group(2))))
                .orElseThrow(() -> unknown(word));
    }

    private static boolean isSwapped(String axes) {
        return axes != null && axes.toLowerCase(Locale.ROOT).equals("yx");
    }

    /** The word that {@link #of} reads. */
    String word() {
        return swapped ? crs.code() + ",axes=yx" : crs.code();
    }

    Text name() {
        return swapped ? new Text(crs.name().zh() + "，x、y 互换", crs.name().en() + ", x and y exchanged") : crs.name();
    }

    private static Refusal unknown(String word) {
        return Refusal.invalid(
                "unknown-crs",
                "不认识坐标系“%s”；可用：EPSG:4490、4326、3857，CGCS2000 三度带 4513-4554、六度带 4491-4512，西安80、北京54 和 UTM 49-51N；x、y 颠倒时在后面加 ,axes=yx。",
                "The coordinate system \"%s\" is not known; use EPSG:4490, 4326, 3857, CGCS2000 3-degree 4513-4554, 6-degree 4491-4512, Xian 80, "
                        + "Beijing 54 or UTM 49-51N; add ,axes=yx when x and y are exchanged.",
                word);
    }
}
