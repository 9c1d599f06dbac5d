package org.anlan.outfall.readings;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.anlan.base.Quarter;
import org.anlan.outfall.OutfallReading.Exceedance;

/**
 * Makes a summary from another one and the samples that it has more and less. What the other one consists of is not touched: a month, or the days of an outfall, is copied
 * before it is changed.
 *
 * <p>All samples that are less are told first. What cannot be told from a sample that has gone — which parameters of its outfall other samples of the month have, what the
 * newest one says — is {@link #unsure}: those samples are to be shown again.
 */
final class Summing {

    /** The most exceedances that are listed one by one. */
    static final int MOST_EXCEEDANCES = 100_000;

    private static final int[] NO_DAYS = {};

    private final Parameters parameters;
    private final TreeMap<Integer, Summary.Month> months;
    private final Set<Integer> own = new HashSet<>();
    private final int[][] days;
    private final int[] counts;
    private final BitSet moved = new BitSet();
    private final int[] exceedances;
    private final BitSet exceedingLast;
    private final NewestExceedances.Next newest;
    private final Map<Integer, Set<Integer>> unsureMonths = new HashMap<>();
    private long samples;
    private long ofUnknown;
    private long lastKey;

    /** From a summary of the same outfalls and parameters. */
    Summing(Parameters parameters, Summary.Parts before) {
        this.parameters = parameters;
        this.months = new TreeMap<>(before.months());
        this.days = before.days().clone();
        this.counts = Arrays.stream(days).mapToInt(of -> of.length).toArray();
        this.exceedances = before.exceedances().clone();
        this.exceedingLast = (BitSet) before.exceedingLast().clone();
        this.newest = before.newest().next();
        this.samples = before.samples();
        this.ofUnknown = before.ofUnknown();
        this.lastKey = before.lastKey();
    }

    /** From nothing, for so many outfalls. */
    static Summing none(Parameters parameters, int outfalls) {
        int[][] days = new int[outfalls][];
        Arrays.fill(days, NO_DAYS);
        return new Summing(
                parameters,
                new Summary.Parts(
                        new TreeMap<>(),
                        days,
                        new int[outfalls],
                        new BitSet(),
                        NewestExceedances.none(MOST_EXCEEDANCES),
                        0,
                        0,
                        0));
    }

    /** One sample more. */
    void add(Sample sample) {
        samples++;
        ofUnknown += sample.outfall() < 0 ? 1 : 0;
        lastKey = Math.max(lastKey, sample.key());
        Summary.Month month = month(sample);
        month.samples++;
        for (int i = 0; i < sample.values().length; i++) {
            if (sample.has(i)) {
                month.cells[i].readings++;
                if (sample.isOver(i)) {
                    month.cells[i].exceedances++;
                    newest.add(exceedance(sample, i));
                }
            }
        }
        if (sample.outfall() >= 0) {
            exceedances[sample.outfall()] += sample.over();
            mark(month, sample);
            addDay(sample);
        }
    }

    /** One sample less, that was there before. */
    void remove(Sample sample) {
        samples--;
        ofUnknown -= sample.outfall() < 0 ? 1 : 0;
        Summary.Month month = month(sample);
        month.samples--;
        for (int i = 0; i < sample.values().length; i++) {
            if (sample.has(i)) {
                month.cells[i].readings--;
                if (sample.isOver(i)) {
                    month.cells[i].exceedances--;
                    newest.remove(exceedance(sample, i));
                }
            }
        }
        if (sample.outfall() >= 0) {
            exceedances[sample.outfall()] -= sample.over();
            for (Summary.Cell cell : month.cells) {
                cell.outfalls.clear(sample.outfall());
            }
            removeDay(sample);
            unsureMonths
                    .computeIfAbsent(sample.outfall(), outfall -> new HashSet<>())
                    .add(Summary.monthOf(sample.day()));
        }
    }

    private static void mark(Summary.Month month, Sample sample) {
        for (int i = 0; i < month.cells.length; i++) {
            if (sample.has(i)) {
                month.cells[i].outfalls.set(sample.outfall());
            }
        }
    }

    private Summary.Month month(Sample sample) {
        int number = Summary.monthOf(sample.day());
        if (own.add(number)) {
            months.compute(
                    number,
                    (same, known) ->
                            known == null ? new Summary.Month(parameters.all().size()) : new Summary.Month(known));
        }
        return months.get(number);
    }

    private Exceedance exceedance(Sample sample, int i) {
        return new Exceedance(
                sample.code(),
                sample.day(),
                Quarter.of(sample.day()).toString(),
                parameters.all().get(i).code(),
                sample.values()[i],
                sample.limits()[i]);
    }

    /** The newest day stays the last until all are sorted. */
    private void addDay(Sample sample) {
        int outfall = sample.outfall();
        int day = (int) sample.day().toEpochDay();
        int count = counts[outfall]++;
        moved.set(outfall);
        if (count == days[outfall].length) { // those of the summary before have no room left: they are never written to
            days[outfall] = Arrays.copyOf(days[outfall], Math.max(4, count + (count >> 1)));
        }
        int[] known = days[outfall];
        known[count] = day;
        if (count == 0 || known[count - 1] <= day) {
            exceedingLast.set(outfall, sample.over() > 0);
        } else {
            known[count] = known[count - 1];
            known[count - 1] = day;
        }
    }

    private void removeDay(Sample sample) {
        int outfall = sample.outfall();
        int day = (int) sample.day().toEpochDay();
        int[] known = Arrays.copyOf(days[outfall], counts[outfall]);
        int at = 0;
        while (known[at] != day) {
            at++;
        }
        System.arraycopy(known, at + 1, known, at, known.length - at - 1);
        days[outfall] = Arrays.copyOf(known, known.length - 1);
        counts[outfall]--;
    }

    /** The samples that are to be shown again, by outfall: their days. */
    Map<Integer, Set<Integer>> unsure() {
        Map<Integer, Set<Integer>> unsure = new HashMap<>();
        unsureMonths.forEach((outfall, of) -> {
            Set<Integer> again = new TreeSet<>();
            for (int i = 0; i < counts[outfall]; i++) {
                int day = days[outfall][i];
                if (i == counts[outfall] - 1 || of.contains(Summary.monthOf(LocalDate.ofEpochDay(day)))) {
                    again.add(day);
                }
            }
            exceedingLast.clear(outfall);
            unsure.put(outfall, again);
        });
        return unsure;
    }

    /** Shows a sample that was {@link #unsure} again. */
    void showAgain(Sample sample) {
        int outfall = sample.outfall();
        mark(month(sample), sample);
        if (sample.day().toEpochDay() == days[outfall][counts[outfall] - 1]) {
            exceedingLast.set(outfall, sample.over() > 0);
        }
    }

    /** The summary of all that was told. */
    Summary made() {
        moved.stream().forEach(outfall -> {
            days[outfall] = Arrays.copyOf(days[outfall], counts[outfall]);
            Arrays.sort(days[outfall]);
        });
        own.forEach(month -> months.computeIfPresent(month, (same, of) -> of.samples == 0 ? null : of));
        return new Summary(new Summary.Parts(
                months, days, exceedances, exceedingLast, newest.made(), samples, ofUnknown, lastKey));
    }
}
