package org.anlan.outfall;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.anlan.access.Caller;
import org.anlan.access.Right;
import org.anlan.base.EnumWord;
import org.anlan.base.Quarter;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.outfall.ledger.Desk;
import org.anlan.outfall.readings.Gauge;
import org.anlan.outfall.readings.NewReading;
import org.anlan.outfall.readings.Parameters;
import org.anlan.outfall.readings.Summary;
import org.anlan.store.Revision;

/** The readings at outfalls: series of one, sums of all, and single ones that somebody enters. */
public final class OutfallReadings {

    /** The most exceedances that are listed. */
    public static final int MOST = 10_000;

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final Desk desk;
    private final Gauge gauge;

    OutfallReadings(Desk desk, Gauge gauge) {
        this.desk = desk;
        this.gauge = gauge;
    }

    /**
     * What is asked of all readings.
     *
     * @param by what the rows are
     * @param parameter word of the only parameter counted
     * @param from the first day; its whole month counts
     * @param to the last day; its whole month counts
     * @param limit the most exceedances that are listed
     */
    public record Question(
            By by, Optional<String> parameter, Optional<LocalDate> from, Optional<LocalDate> to, int limit) {}

    /** What the sums are by. */
    public enum By {
        PARAMETER,
        YEAR,
        QUARTER,
        MONTH;

        /** The sum of this word; refused ({@code bad-parameter}). */
        public static By of(String word) {
            for (By by : values()) {
                if (by.word().equals(word)) {
                    return by;
                }
            }
            throw Refusal.invalid(
                    "bad-parameter",
                    "不能按“%s”统计监测；可用：parameter, year, quarter, month",
                    "Readings cannot be summed by \"%s\"; there are: parameter, year, quarter, month",
                    word);
        }

        /** Its word. */
        public String word() {
            return EnumWord.of(this);
        }
    }

    /** The sums. Refused: {@code unknown-parameter}. */
    public ReadingFigure figure(Question question) {
        Gauge.Look look = gauge.now();
        int parameter = question.parameter()
                .map(word -> gauge.parameters().all().indexOf(gauge.parameters().find(word)))
                .orElse(-1);
        LocalDate from = question.from().orElse(FIRST);
        LocalDate to = question.to().orElse(LAST);
        List<LocalDate> months = look.summary().months().stream()
                .filter(month -> !month.isBefore(from.withDayOfMonth(1)) && !month.isAfter(to))
                .toList();
        Summary summary = look.summary();
        String only =
                parameter < 0 ? "" : gauge.parameters().all().get(parameter).code();
        return new ReadingFigure(
                question.by().word(),
                months.isEmpty() ? from : months.get(0),
                months.isEmpty() ? to : lastOf(months.get(months.size() - 1)),
                only,
                summary.samples(),
                summary.ofUnknown(),
                row("total", new Text("合计", "Total"), summary.sum(from, to, parameter)),
                rows(question.by(), summary, months, parameter, from, to),
                summary.exceedances().stream()
                        .filter(one -> only.isEmpty() || one.parameter().equals(only))
                        .filter(one -> !one.sampled().isBefore(from.withDayOfMonth(1))
                                && !one.sampled().isAfter(lastOf(to)))
                        .limit(question.limit())
                        .toList(),
                gauge.byLayer(look.revisions()));
    }

    /**
     * Values above limits, one by one.
     *
     * @param values the newest first, each with its outfall
     * @param whole whether all of the time asked for are there: the oldest of very many are kept as sums only
     * @param revisions what it rests on, by layer
     */
    public record Exceedances(List<Exceeded> values, boolean whole, Map<String, Long> revisions) {}

    /**
     * A value above its limit.
     *
     * @param outfall where it was measured
     * @param value the value
     */
    public record Exceeded(Outfall outfall, OutfallReading.Exceedance value) {}

    /**
     * The values above limits between two days, both included, at outfalls that there are. Refused: {@code unknown-parameter}.
     *
     * @param parameter word of the only parameter wanted
     */
    public Exceedances exceedances(Optional<String> parameter, Optional<LocalDate> from, Optional<LocalDate> to) {
        Gauge.Look look = gauge.now();
        Optional<String> only =
                parameter.map(word -> gauge.parameters().find(word).code());
        List<OutfallReading.Exceedance> known = look.summary().exceedances();
        LocalDate first = from.orElse(FIRST);
        LocalDate last = to.orElse(LAST);
        List<Exceeded> values = known.stream()
                .filter(one -> only.isEmpty() || only.get().equals(one.parameter()))
                .filter(one -> !one.sampled().isBefore(first) && !one.sampled().isAfter(last))
                .filter(one -> look.register().place(one.outfall()) >= 0)
                .map(one -> new Exceeded(look.register().find(one.outfall()), one))
                .toList();
        boolean cut = look.summary().hasOlderExceedances()
                && !known.isEmpty()
                && !first.isAfter(known.get(known.size() - 1).sampled());
        return new Exceedances(values, !cut, gauge.byLayer(look.revisions()));
    }

    private static LocalDate lastOf(LocalDate month) {
        return month.withDayOfMonth(month.lengthOfMonth());
    }

    private List<ReadingFigure.Row> rows(
            By by, Summary summary, List<LocalDate> months, int parameter, LocalDate from, LocalDate to) {
        List<ReadingFigure.Row> rows = new ArrayList<>();
        if (by == By.PARAMETER) {
            for (int i = 0; i < gauge.parameters().all().size(); i++) {
                if (parameter < 0 || parameter == i) {
                    Parameters.Parameter one = gauge.parameters().all().get(i);
                    rows.add(row(one.code(), one.label(), summary.sum(from, to, i)));
                }
            }
            return rows;
        }
        Map<String, LocalDate[]> periods = new LinkedHashMap<>();
        months.forEach(month -> periods.merge(period(by, month), new LocalDate[] {month, month}, (known, next) -> {
            known[1] = next[1];
            return known;
        }));
        periods.forEach((word, span) -> rows.add(row(word, Text.same(word), summary.sum(span[0], span[1], parameter))));
        return rows;
    }

    private static String period(By by, LocalDate month) {
        return switch (by) {
            case YEAR -> Integer.toString(month.getYear());
            case QUARTER -> Quarter.of(month).toString();
            case PARAMETER, MONTH -> month.toString().substring(0, 7);
        };
    }

    private static ReadingFigure.Row row(String code, Text name, Summary.Sum sum) {
        return new ReadingFigure.Row(
                code,
                name,
                sum.readings(),
                sum.outfalls(),
                sum.exceedances(),
                sum.readings() == 0 ? null : (Double) (100.0 * sum.exceedances() / sum.readings()));
    }

    /** What readings rest on now, by layer; 0 = none were handed in. */
    public Map<String, Long> revisions() {
        return gauge.byLayer(gauge.newest());
    }

    /** How often each outfall was sampled, and how often a limit was exceeded. */
    public ReadingCounts counts() {
        Gauge.Look look = gauge.now();
        Map<String, ReadingCounts.Count> counts = new HashMap<>();
        List<Outfall> outfalls = look.register().outfalls();
        for (int i = 0; i < outfalls.size(); i++) {
            int samples = look.summary().samples(i);
            if (samples > 0) {
                counts.put(
                        outfalls.get(i).code(),
                        new ReadingCounts.Count(samples, look.summary().exceedances(i)));
            }
        }
        return new ReadingCounts(counts, gauge.byLayer(look.revisions()));
    }

    /**
     * The readings of one outfall. Refused: {@code unknown-outfall}, {@code unknown-parameter}.
     *
     * @param parameter word of the only parameter wanted
     */
    public ReadingSeries series(
            String code, Optional<String> parameter, Optional<LocalDate> from, Optional<LocalDate> to) {
        Outfall outfall = desk.register().find(code);
        Gauge.Look look = gauge.now();
        Optional<Parameters.Parameter> only =
                parameter.map(word -> gauge.parameters().find(word));
        List<OutfallReading> readings = gauge.of(look, outfall, from.orElse(FIRST), to.orElse(LAST)).stream()
                .map(reading -> only.map(one -> of(reading, one)).orElse(reading))
                .filter(reading -> !reading.values().isEmpty())
                .toList();
        Map<String, String> units = new LinkedHashMap<>();
        Map<String, Double> limits = new LinkedHashMap<>();
        double[] most = look.limits().of(outfall.standard());
        for (int i = 0; i < most.length; i++) {
            Parameters.Parameter one = gauge.parameters().all().get(i);
            if (only.isEmpty() || only.get().equals(one)) {
                units.put(one.code(), one.unit());
                if (!Double.isNaN(most[i])) {
                    limits.put(one.code(), most[i]);
                }
            }
        }
        return new ReadingSeries(
                code,
                outfall.name(),
                outfall.standard(),
                from.orElse(readings.isEmpty() ? FIRST : readings.get(0).sampled()),
                to.orElse(
                        readings.isEmpty()
                                ? LAST
                                : readings.get(readings.size() - 1).sampled()),
                units,
                limits,
                outfall.monitored() ? missing(look, code) : List.of(),
                readings,
                gauge.byLayer(look.revisions()));
    }

    private static OutfallReading of(OutfallReading reading, Parameters.Parameter only) {
        Double value = reading.values().get(only.code());
        return new OutfallReading(
                reading.sampled(),
                value == null ? Map.of() : Map.of(only.code(), value),
                reading.exceeding().stream()
                        .filter(word -> word.equals(only.code()))
                        .toList(),
                reading.remark());
    }

    private static List<String> missing(Gauge.Look look, String code) {
        TreeSet<Integer> there = new TreeSet<>();
        for (int day : look.summary().days(look.register().place(code))) {
            there.add(Quarter.of(LocalDate.ofEpochDay(day)).index());
        }
        List<String> missing = new ArrayList<>();
        for (int quarter = there.isEmpty() ? 1 : there.first();
                quarter <= (there.isEmpty() ? 0 : there.last());
                quarter++) {
            if (!there.contains(quarter)) {
                missing.add(new Quarter(quarter).toString());
            }
        }
        return missing;
    }

    /**
     * Keeps a reading as an edit of the layer {@code outfall-readings}; values of a sample that is there already are corrected, and their older form stays in the
     * revisions. Refused: {@code unknown-outfall}, {@code unknown-parameter}, {@code bad-reading} with what is wrong, {@code wrong-unit}, {@code date-in-the-future}.
     */
    public Revision enter(String code, OutfallReading.New reading, Caller caller) {
        caller.must(Right.KEEP_LEDGERS);
        Outfall outfall = desk.register().find(code);
        caller.mustWorkIn(outfall.regions());
        return new NewReading(desk, gauge).keep(outfall, reading, caller.actor());
    }
}
