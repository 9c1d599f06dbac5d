package org.anlan.format.place;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a column says about a place.
 *
 * @param axis which coordinate it holds
 * @param part which part of an angle it holds
 * @param stem what else the name says ("起点" of 起点经度): columns of one place have the same
 * @param weak whether the name may as well mean something else (JD is also 街道, X anything)
 */
record AxisName(Axis axis, Part part, String stem, boolean weak) {

    /** Which coordinate. */
    enum Axis {
        LONGITUDE,
        LATITUDE,
        EAST,
        NORTH,
        X,
        Y
    }

    /** Which part of it. */
    enum Part {
        WHOLE,
        DEGREES,
        MINUTES,
        SECONDS
    }

    private static final Map<String, Axis> WORDS = Map.ofEntries(
            Map.entry("东经", Axis.LONGITUDE),
            Map.entry("经度", Axis.LONGITUDE),
            Map.entry("longitude", Axis.LONGITUDE),
            Map.entry("lon", Axis.LONGITUDE),
            Map.entry("lng", Axis.LONGITUDE),
            Map.entry("long", Axis.LONGITUDE),
            Map.entry("jd", Axis.LONGITUDE),
            Map.entry("dj", Axis.LONGITUDE),
            Map.entry("北纬", Axis.LATITUDE),
            Map.entry("纬度", Axis.LATITUDE),
            Map.entry("latitude", Axis.LATITUDE),
            Map.entry("lat", Axis.LATITUDE),
            Map.entry("wd", Axis.LATITUDE),
            Map.entry("bw", Axis.LATITUDE),
            Map.entry("东坐标", Axis.EAST),
            Map.entry("横坐标", Axis.EAST),
            Map.entry("easting", Axis.EAST),
            Map.entry("east", Axis.EAST),
            Map.entry("北坐标", Axis.NORTH),
            Map.entry("纵坐标", Axis.NORTH),
            Map.entry("northing", Axis.NORTH),
            Map.entry("north", Axis.NORTH),
            Map.entry("x坐标", Axis.X),
            Map.entry("坐标x", Axis.X),
            Map.entry("x", Axis.X),
            Map.entry("y坐标", Axis.Y),
            Map.entry("坐标y", Axis.Y),
            Map.entry("y", Axis.Y));
    private static final Set<String> WEAK = Set.of("long", "jd", "dj", "wd", "bw", "east", "north", "x", "y");
    private static final Pattern CHINESE = Pattern.compile("(.*?)(东经|经度|北纬|纬度|东坐标|横坐标|北坐标|纵坐标|x坐标|坐标x|y坐标|坐标y)(.*)");
    private static final Pattern LATIN = Pattern.compile(
            "(.*_)?(longitude|lon|lng|long|jd|dj|latitude|lat|wd|bw|easting|east|northing|north|x|y)(_.*)?");
    private static final Map<String, Part> PARTS = Map.ofEntries(
            Map.entry("度", Part.DEGREES),
            Map.entry("d", Part.DEGREES),
            Map.entry("deg", Part.DEGREES),
            Map.entry("degree", Part.DEGREES),
            Map.entry("degrees", Part.DEGREES),
            Map.entry("分", Part.MINUTES),
            Map.entry("m", Part.MINUTES),
            Map.entry("min", Part.MINUTES),
            Map.entry("minute", Part.MINUTES),
            Map.entry("minutes", Part.MINUTES),
            Map.entry("秒", Part.SECONDS),
            Map.entry("s", Part.SECONDS),
            Map.entry("sec", Part.SECONDS),
            Map.entry("second", Part.SECONDS),
            Map.entry("seconds", Part.SECONDS));
    /** Units and axis letters beside the word, which tell nothing more. */
    private static final Set<String> IDLE = Set.of("°", "e", "n", "x", "y", "米", "值", "坐标", "dd");
    /** Units of metres; "m" beside an angle is minutes. */
    private static final Set<String> METRES = Set.of("m", "度", "d", "deg");

    private static final int LONGEST = 60;

    /** Reads the name of a column; empty when it says nothing about a place. */
    static Optional<AxisName> of(String column) {
        if (column.length() > LONGEST) {
            return Optional.empty();
        }
        String name = Normalizer.normalize(column.replace('º', '°'), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s()\\[\\]【】{}:/,，、;\\-_]+", "_")
                .replaceAll("^_|_$", "");
        Matcher chinese = CHINESE.matcher(name);
        if (chinese.matches()) {
            return Optional.of(of(chinese));
        }
        Matcher latin = LATIN.matcher(name);
        return latin.matches() ? Optional.of(of(latin)) : Optional.empty();
    }

    private static AxisName of(Matcher name) {
        String word = name.group(2);
        Axis axis = WORDS.get(word);
        boolean angle = axis == Axis.LONGITUDE || axis == Axis.LATITUDE;
        String before = bare(name.group(1));
        String after = bare(name.group(3));
        Part part = angle ? PARTS.getOrDefault(after, Part.WHOLE) : Part.WHOLE;
        boolean idle = part != Part.WHOLE || IDLE.contains(after) || (!angle && METRES.contains(after));
        String stem = (IDLE.contains(before) ? "" : before) + (idle ? "" : "_" + after);
        return new AxisName(axis, part, stem.replaceAll("^_|_$", ""), WEAK.contains(word));
    }

    private static String bare(String around) {
        return around == null ? "" : around.replaceAll("^_|_$", "");
    }
}
