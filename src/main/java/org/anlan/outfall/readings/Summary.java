package org.anlan.outfall.readings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.anlan.base.Quarter;
import org.anlan.outfall.OutfallReading.Exceedance;

/**
 * What is kept in memory of all readings: sums by month and parameter, the days of each outfall, the newest exceedances. It grows with the outfalls and the months, and by
 * four bytes a sample.
 */
public final class Summary {

    /** The most exceedances that are kept one by one. */
    static final int MOST_EXCEEDANCES = 100_000;

    private static final int MONTHS = 12;
    private static final int[] NO_DAYS = {};

    private final TreeMap<Integer, Cell[]> months = new TreeMap<>();
    private final int parameters;
    private final int[][] days;
    private final int[] counts;
    private final int[] exceedances;
    private final BitSet exceedingLast = new BitSet();
    private final PriorityQueue<Exceedance> newest =
            new PriorityQueue<>(Comparator.comparing(Exceedance::sampled).thenComparing(Exceedance::outfall));
    private long samples;
    private long ofUnknown;

    /** The readings of one parameter in one month. */
    static final class Cell {
        long readings;
        long exceedances;
        final BitSet outfalls = new BitSet();
    }

    /** A summary of nothing yet, for so many outfalls. */
    Summary(int outfalls, int parameters) {
        this.parameters = parameters;
        this.days = new int[outfalls][];
        this.counts = new int[outfalls];
        this.exceedances = new int[outfalls];
        Arrays.fill(days, NO_DAYS);
    }

    /**
     * Adds the sample of one day.
     *
     * @param outfall place of the outfall; -1 for one that the layer of outfalls does not have
     * @param values one for each parameter, NaN where it was not measured
     * @param limits one for each parameter, NaN where there is none
     */
    void add(
            int outfall, String code, LocalDate day, List<Parameters.Parameter> all, double[] values, double[] limits) {
        samples++;
        ofUnknown += outfall < 0 ? 1 : 0;
        Cell[] cells = months.computeIfAbsent(monthOf(day), month -> cells());
        boolean over = false;
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                continue;
            }
            cells[i].readings++;
            if (outfall >= 0) {
                cells[i].outfalls.set(outfall);
            }
            if (values[i] > limits[i]) {
                over = true;
                cells[i].exceedances++;
                keep(new Exceedance(
                        code, day, Quarter.of(day).toString(), all.get(i).code(), values[i], limits[i]));
                if (outfall >= 0) {
                    exceedances[outfall]++;
                }
            }
        }
        if (outfall >= 0) {
            add(outfall, (int) day.toEpochDay(), over);
        }
    }

    private Cell[] cells() {
        Cell[] cells = new Cell[parameters];
        Arrays.setAll(cells, i -> new Cell());
        return cells;
    }

    private void keep(Exceedance one) {
        newest.add(one);
        if (newest.size() > MOST_EXCEEDANCES) {
            newest.remove();
        }
    }

    private void add(int outfall, int day, boolean over) {
        int[] known = days[outfall];
        int count = counts[outfall];
        if (count == known.length) {
            known = Arrays.copyOf(known, Math.max(4, count + (count >> 1)));
            days[outfall] = known;
        }
        boolean last = count == 0 || known[count - 1] <= day;
        known[count] = day;
        counts[outfall]++;
        if (last) {
            exceedingLast.set(outfall, over);
        } else { // the newest day stays the last
            known[count] = known[count - 1];
            known[count - 1] = day;
        }
    }

    /** Lets go of what growing needed. */
    void seal() {
        for (int i = 0; i < days.length; i++) {
            days[i] = Arrays.copyOf(days[i], counts[i]);
            Arrays.sort(days[i]);
        }
    }

    private static int monthOf(LocalDate day) {
        return day.getYear() * MONTHS + day.getMonthValue() - 1;
    }

    /** How many samples there are; each has up to as many readings as there are parameters. */
    public long samples() {
        return samples;
    }

    /** How many of them name outfalls that the layer of outfalls does not have. */
    public long ofUnknown() {
        return ofUnknown;
    }

    /** The days on which an outfall was sampled, the oldest first. */
    public int[] days(int outfall) {
        return days[outfall].clone();
    }

    /** The day of the newest sample as days since 1970; empty = none. */
    public OptionalInt lastDay(int outfall) {
        int[] of = days[outfall];
        return of.length == 0 ? OptionalInt.empty() : OptionalInt.of(of[of.length - 1]);
    }

    /** Whether the newest sample of an outfall is above a limit. */
    public boolean isExceeding(int outfall) {
        return exceedingLast.get(outfall);
    }

    /** How many readings of an outfall were above a limit. */
    public int exceedances(int outfall) {
        return exceedances[outfall];
    }

    /** The exceedances that are kept one by one, the newest first. */
    public List<Exceedance> exceedances() {
        List<Exceedance> all = new ArrayList<>(newest);
        all.sort(Comparator.comparing(Exceedance::sampled)
                .reversed()
                .thenComparing(Exceedance::outfall)
                .thenComparing(Exceedance::parameter));
        return all;
    }

    /**
     * Sums.
     *
     * @param readings single values
     * @param outfalls outfalls with any
     * @param exceedances values above their limits
     */
    public record Sum(long readings, int outfalls, long exceedances) {}

    /**
     * The sum over months and parameters.
     *
     * @param from the first day; its whole month counts
     * @param to the last day; its whole month counts
     * @param parameter position of the only parameter wanted; -1 = all
     */
    public Sum sum(LocalDate from, LocalDate to, int parameter) {
        BitSet outfalls = new BitSet();
        long readings = 0;
        long above = 0;
        for (Cell[] cells :
                months.subMap(monthOf(from), true, monthOf(to), true).values()) {
            for (int i = 0; i < cells.length; i++) {
                if (parameter < 0 || parameter == i) {
                    readings += cells[i].readings;
                    above += cells[i].exceedances;
                    outfalls.or(cells[i].outfalls);
                }
            }
        }
        return new Sum(readings, outfalls.cardinality(), above);
    }

    /** The months with readings, as their first days. */
    public List<LocalDate> months() {
        return months.keySet().stream()
                .map(month -> LocalDate.of(month / MONTHS, month % MONTHS + 1, 1))
                .toList();
    }
}
