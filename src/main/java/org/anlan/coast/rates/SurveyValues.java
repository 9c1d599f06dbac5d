package org.anlan.coast.rates;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.anlan.base.Refusal;
import org.anlan.coast.Rates;

/** What people write about surveys in one line: "2015,2020", "5,2015:10", "2015:2015-06-30". Wrong words are refused ({@code bad-parameter}). */
public final class SurveyValues {

    private SurveyValues() {}

    /**
     * Uncertainties of survey lines.
     *
     * @param byYear metres by survey year
     * @param others metres of all other surveys; empty = {@link Rates#DEFAULT_UNCERTAINTY_M}
     */
    public record Uncertainties(SortedMap<Integer, Double> byYear, OptionalDouble others) {

        /** Nothing is said about any survey. */
        public static final Uncertainties UNSAID = new Uncertainties(new TreeMap<>(), OptionalDouble.empty());

        /** The uncertainty of a survey; empty when nothing was said about it. */
        OptionalDouble of(int year) {
            return byYear.containsKey(year) ? OptionalDouble.of(byYear.get(year)) : others;
        }
    }

    /** Survey years, separated by commas: "2015,2020". */
    public static SortedSet<Integer> years(String text) {
        SortedSet<Integer> years = new TreeSet<>();
        for (String word : text.split(",", -1)) {
            years.add(year(word, "years", text));
        }
        return years;
    }

    /** Metres by survey year, and one number without a year for all others: "5,2015:10". */
    public static Uncertainties uncertainties(String text) {
        SortedMap<Integer, Double> byYear = new TreeMap<>();
        OptionalDouble others = OptionalDouble.empty();
        for (String word : text.split(",", -1)) {
            int colon = word.indexOf(':');
            double metres = metres(word.substring(colon + 1), text);
            boolean twice = colon < 0
                    ? others.isPresent()
                    : byYear.put(year(word.substring(0, colon), "uncertainty", text), metres) != null;
            others = colon < 0 ? OptionalDouble.of(metres) : others;
            once(twice, "uncertainty", text);
        }
        return new Uncertainties(byYear, others);
    }

    /** The day of each survey, by survey year: "2015:2015-06-30,2020:2020-07-01". */
    public static SortedMap<Integer, LocalDate> dates(String text) {
        SortedMap<Integer, LocalDate> dates = new TreeMap<>();
        for (String word : text.split(",", -1)) {
            int colon = word.indexOf(':');
            int year = year(word.substring(0, Math.max(0, colon)), "dates", text);
            once(dates.put(year, date(word.substring(colon + 1), text)) != null, "dates", text);
        }
        return dates;
    }

    private static void once(boolean twice, String name, String text) {
        if (twice) {
            throw Refusal.invalid(
                    "bad-parameter",
                    "参数 %s=%s 中同一修测说了两次",
                    "The parameter %s=%s says something of a survey twice",
                    name,
                    text);
        }
    }

    private static int year(String word, String name, String text) {
        return Optional.of(word.strip())
                .filter(digits -> digits.matches("[1-9]\\d{3}"))
                .map(Integer::parseInt)
                .orElseThrow(() -> Refusal.invalid(
                        "bad-parameter",
                        "参数 %s=%s 中“%s”应为四位修测年度",
                        "In the parameter %s=%s, \"%s\" should be a survey year of four digits",
                        name,
                        text,
                        word));
    }

    private static double metres(String word, String text) {
        try {
            double metres = Double.parseDouble(word.strip());
            if (metres >= Rates.LEAST_UNCERTAINTY_M && metres <= Rates.MOST_UNCERTAINTY_M) {
                return metres;
            }
        } catch (NumberFormatException e) {
            // told below, together with numbers out of bounds
        }
        throw Refusal.invalid(
                "bad-parameter",
                "参数 uncertainty=%s 中“%s”应为 %s 到 %s 米",
                "In the parameter uncertainty=%s, \"%s\" should be from %s to %s metres",
                text,
                word,
                Double.toString(Rates.LEAST_UNCERTAINTY_M),
                Double.toString(Rates.MOST_UNCERTAINTY_M));
    }

    private static LocalDate date(String word, String text) {
        try {
            return LocalDate.parse(word.strip());
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(
                    "bad-parameter",
                    "参数 dates=%s 中“%s”应为“年度:日期”，如 2015:2015-06-30",
                    "In the parameter dates=%s, \"%s\" should be a year and its day, as in 2015:2015-06-30",
                    text,
                    word);
        }
    }
}
