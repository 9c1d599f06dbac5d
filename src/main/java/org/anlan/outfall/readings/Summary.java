package org.anlan.outfall.readings;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.anlan.outfall.OutfallReading.Exceedance;

/**
 * What is kept in memory of all readings: sums by month and parameter, the days of each outfall, the newest exceedances. It grows with the outfalls and the months, and by
 * four bytes a sample. Never changes; the next one has in common with it what is the same ({@link Summing}).
 */
public final class Summary {

    private static final int MONTHS = 12;

    private final Parts parts;

    /** A summary of these. */
    Summary(Parts parts) {
        this.parts = parts;
    }

    /**
     * What it consists of.
     *
     * @param months the readings by month
     * @param days the days of each outfall's samples, the oldest first
     * @param exceedances how many readings of each outfall were above a limit
     * @param exceedingLast the outfalls whose newest sample is above a limit
     * @param newest the newest exceedances
     * @param samples how many samples there are
     * @param ofUnknown how many of them are of unknown outfalls
     * @param lastKey the greatest key of their rows; rows of later revisions have greater ones
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on between sums, never compared
    record Parts(
            TreeMap<Integer, Month> months,
            int[][] days,
            int[] exceedances,
            BitSet exceedingLast,
            NewestExceedances newest,
            long samples,
            long ofUnknown,
            long lastKey) {}

    /** The samples of one month. */
    static final class Month {
        final Cell[] cells;
        long samples;

        Month(int parameters) {
            cells = new Cell[parameters];
            Arrays.setAll(cells, i -> new Cell(new BitSet()));
        }

        Month(Month other) {
            cells = Arrays.stream(other.cells).map(Cell::new).toArray(Cell[]::new);
            samples = other.samples;
        }
    }

    /** The readings of one parameter in one month. */
    static final class Cell {
        final BitSet outfalls;
        long readings;
        long exceedances;

        private Cell(BitSet outfalls) {
            this.outfalls = outfalls;
        }

        private Cell(Cell other) {
            this((BitSet) other.outfalls.clone());
            readings = other.readings;
            exceedances = other.exceedances;
        }
    }

    /** What it consists of; nobody may change it. */
    Parts parts() {
        return parts;
    }

    /** The month of a day. */
    static int monthOf(LocalDate day) {
        return day.getYear() * MONTHS + day.getMonthValue() - 1;
    }

    /** How many samples there are; each has up to as many readings as there are parameters. */
    public long samples() {
        return parts.samples();
    }

    /** How many of them name outfalls that the layer of outfalls does not have. */
    public long ofUnknown() {
        return parts.ofUnknown();
    }

    /** The days on which an outfall was sampled, the oldest first. */
    public int[] days(int outfall) {
        return parts.days()[outfall].clone();
    }

    /** How many samples of an outfall there are. */
    public int samples(int outfall) {
        return parts.days()[outfall].length;
    }

    /** The day of the newest sample as days since 1970; empty = none. */
    public OptionalInt lastDay(int outfall) {
        int[] of = parts.days()[outfall];
        return of.length == 0 ? OptionalInt.empty() : OptionalInt.of(of[of.length - 1]);
    }

    /** Whether the newest sample of an outfall is above a limit. */
    public boolean isExceeding(int outfall) {
        return parts.exceedingLast().get(outfall);
    }

    /** How many readings of an outfall were above a limit. */
    public int exceedances(int outfall) {
        return parts.exceedances()[outfall];
    }

    /** The exceedances that are kept one by one, the newest first. */
    public List<Exceedance> exceedances() {
        return parts.newest().listed();
    }

    /** Whether there are older exceedances, which are kept as sums only. */
    public boolean hasOlderExceedances() {
        return parts.newest().isCut();
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
        for (Month month :
                parts.months().subMap(monthOf(from), true, monthOf(to), true).values()) {
            for (int i = 0; i < month.cells.length; i++) {
                if (parameter < 0 || parameter == i) {
                    readings += month.cells[i].readings;
                    above += month.cells[i].exceedances;
                    outfalls.or(month.cells[i].outfalls);
                }
            }
        }
        return new Sum(readings, outfalls.cardinality(), above);
    }

    /** The months with samples, as their first days. */
    public List<LocalDate> months() {
        return parts.months().keySet().stream()
                .map(month -> LocalDate.of(month / MONTHS, month % MONTHS + 1, 1))
                .toList();
    }
}
