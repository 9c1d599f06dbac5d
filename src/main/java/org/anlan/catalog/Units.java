package org.anlan.catalog;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Units in which files state what readings measure, and how they are brought to another. Units of water are flows and concentrations; a tonne of water is a cubic
 * metre.
 */
public final class Units {

    /** What a unit measures. */
    private enum Measure {
        CONCENTRATION,
        FLOW
    }

    private record Unit(Measure measure, double factor) {}

    /** Milligrams per litre, cubic metres per day. */
    private static final Map<String, Unit> KNOWN = Map.ofEntries(
            Map.entry("mg/l", new Unit(Measure.CONCENTRATION, 1)),
            Map.entry("ug/l", new Unit(Measure.CONCENTRATION, 1e-3)),
            Map.entry("ng/l", new Unit(Measure.CONCENTRATION, 1e-6)),
            Map.entry("g/l", new Unit(Measure.CONCENTRATION, 1e3)),
            Map.entry("kg/l", new Unit(Measure.CONCENTRATION, 1e6)),
            Map.entry("mg/m3", new Unit(Measure.CONCENTRATION, 1e-3)),
            Map.entry("g/m3", new Unit(Measure.CONCENTRATION, 1)),
            Map.entry("kg/m3", new Unit(Measure.CONCENTRATION, 1e3)),
            Map.entry("毫克/升", new Unit(Measure.CONCENTRATION, 1)),
            Map.entry("微克/升", new Unit(Measure.CONCENTRATION, 1e-3)),
            Map.entry("克/升", new Unit(Measure.CONCENTRATION, 1e3)),
            Map.entry("千克/升", new Unit(Measure.CONCENTRATION, 1e6)),
            Map.entry("m3/d", new Unit(Measure.FLOW, 1)),
            Map.entry("m3/h", new Unit(Measure.FLOW, 24)),
            Map.entry("m3/s", new Unit(Measure.FLOW, 86_400)),
            Map.entry("l/s", new Unit(Measure.FLOW, 86.4)),
            Map.entry("t/d", new Unit(Measure.FLOW, 1)),
            Map.entry("万m3/d", new Unit(Measure.FLOW, 1e4)),
            Map.entry("万t/d", new Unit(Measure.FLOW, 1e4)),
            Map.entry("立方米/日", new Unit(Measure.FLOW, 1)),
            Map.entry("立方米/天", new Unit(Measure.FLOW, 1)),
            Map.entry("立方米/小时", new Unit(Measure.FLOW, 24)),
            Map.entry("立方米/秒", new Unit(Measure.FLOW, 86_400)),
            Map.entry("升/秒", new Unit(Measure.FLOW, 86.4)),
            Map.entry("吨/日", new Unit(Measure.FLOW, 1)),
            Map.entry("吨/天", new Unit(Measure.FLOW, 1)),
            Map.entry("万吨/日", new Unit(Measure.FLOW, 1e4)));

    private static final Pattern IN_BRACKETS =
            Pattern.compile("(.*\\S)\\s*[(\\[]\\s*([^()\\[\\]]{1,16}?)\\s*[)\\]]\\s*");
    private static final Pattern AT_THE_END =
            Pattern.compile("(.+)_([a-z]{1,2}[0-9]?)_([a-z]{1}[0-9]?)", Pattern.CASE_INSENSITIVE);

    private Units() {}

    /**
     * The heading of a column that states a unit: "COD (ug/L)", "tp_ug_l".
     *
     * @param name the heading without the unit
     * @param unit the unit, as it is written
     */
    public record Heading(String name, String unit) {}

    /** A heading taken apart; empty when it states no unit with a stroke. */
    public static Optional<Heading> heading(String column) {
        String plain = Normalizer.normalize(column, Normalizer.Form.NFKC);
        Matcher brackets = IN_BRACKETS.matcher(plain);
        if (brackets.matches() && brackets.group(2).contains("/")) {
            return Optional.of(new Heading(brackets.group(1), brackets.group(2)));
        }
        Matcher end = AT_THE_END.matcher(plain);
        if (end.matches() && KNOWN.containsKey(word(end.group(2) + "/" + end.group(3)))) {
            return Optional.of(new Heading(end.group(1), end.group(2) + "/" + end.group(3)));
        }
        return Optional.empty();
    }

    /** What a number in one unit is multiplied by to be in another; empty when a unit is unknown or they do not measure the same. */
    public static OptionalDouble factor(String from, String to) {
        Unit given = KNOWN.get(word(from));
        Unit wanted = KNOWN.get(word(to));
        return given == null || wanted == null || given.measure() != wanted.measure()
                ? OptionalDouble.empty()
                : OptionalDouble.of(given.factor() / wanted.factor());
    }

    private static String word(String unit) {
        return Normalizer.normalize(unit, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('μ', 'u')
                .replaceAll("\\s+", "");
    }
}
