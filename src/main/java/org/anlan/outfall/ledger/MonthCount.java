package org.anlan.outfall.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.anlan.base.Text;
import org.anlan.outfall.Outfall;
import org.anlan.outfall.OutfallFigure;
import org.anlan.outfall.OutfallRules;

/** Counts outfalls as they were at the end of each month, in one pass: what comes to be in a month is there until it changes. */
final class MonthCount {

    /** The most months that are told; older ones are counted into the first. */
    private static final int MOST_MONTHS = 120;

    private final Desk desk;
    private final Register register;
    private final Map<String, History> histories;
    private final Optional<String> kind;
    private final LocalDate on;
    private final Map<YearMonth, Map<String, int[]>> changes = new TreeMap<>();
    private int outfalls;

    MonthCount(Desk desk, Register register, Map<String, History> histories, Optional<String> kind, LocalDate on) {
        this.desk = desk;
        this.register = register;
        this.histories = histories;
        this.kind = kind;
        this.on = on;
    }

    List<OutfallFigure.Row> rows() {
        for (Outfall outfall : register.outfalls()) {
            if (kind.isEmpty() || kind.get().equals(outfall.kind())) {
                outfalls++;
                take(outfall, histories.getOrDefault(outfall.code(), History.NONE));
            }
        }
        return changes.isEmpty() ? List.of() : summed();
    }

    /** The days on which an outfall changes its state. */
    private void take(Outfall outfall, History history) {
        TreeMap<LocalDate, String> states = new TreeMap<>();
        outfall.asOf().filter(day -> !outfall.state().isEmpty()).ifPresent(day -> states.put(day, outfall.state()));
        if (!history.steps().isEmpty()) {
            states.tailMap(history.steps().get(0).on(), true).clear();
        }
        history.steps().forEach(step -> states.put(step.on(), step.state()));
        String before = OutfallRules.UNKNOWN;
        for (Map.Entry<LocalDate, String> next : states.headMap(on, true).entrySet()) {
            Map<String, int[]> month = changes.computeIfAbsent(YearMonth.from(next.getKey()), m -> new HashMap<>());
            if (!before.equals(OutfallRules.UNKNOWN)) {
                change(month, before, outfall, -1);
            }
            change(month, next.getValue(), outfall, 1);
            before = next.getValue();
        }
    }

    /** Of those in a state: how many, and how many that are to be remediated. */
    private void change(Map<String, int[]> month, String state, Outfall outfall, int by) {
        int[] of = month.computeIfAbsent(state, word -> new int[2]);
        of[0] += by;
        of[1] += desk.toBeRemediated(outfall, state) ? by : 0;
    }

    private List<OutfallFigure.Row> summed() {
        YearMonth last = YearMonth.from(on);
        YearMonth first = changes.keySet().iterator().next();
        YearMonth told = last.minusMonths(MOST_MONTHS - 1L).isAfter(first) ? last.minusMonths(MOST_MONTHS - 1L) : first;
        Map<String, int[]> now = new HashMap<>();
        List<OutfallFigure.Row> rows = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            changes.getOrDefault(month, Map.of()).forEach((state, by) -> {
                int[] of = now.computeIfAbsent(state, word -> new int[2]);
                of[0] += by[0];
                of[1] += by[1];
            });
            if (!month.isBefore(told)) {
                rows.add(row(month, now));
            }
        }
        return rows;
    }

    private OutfallFigure.Row row(YearMonth month, Map<String, int[]> now) {
        int known = 0;
        int remediated = 0;
        int done = 0;
        int writtenOff = 0;
        Map<String, Integer> states = new LinkedHashMap<>();
        for (String state : Count.states(desk)) {
            int[] of = now.getOrDefault(state, new int[2]);
            known += of[0];
            remediated += of[1];
            done += desk.rules().done().contains(state) ? of[0] : 0;
            writtenOff += desk.rules().writtenOff().contains(state) ? of[0] : 0;
            int shown = state.equals(OutfallRules.UNKNOWN) ? outfalls - known : of[0];
            if (shown > 0) {
                states.put(state, shown);
            }
        }
        return new OutfallFigure.Row(
                month.toString(),
                Text.same(month.toString()),
                outfalls,
                remediated,
                done,
                writtenOff,
                remediated == 0 ? null : (Double) (100.0 * done / remediated),
                remediated == 0 ? null : (Double) (100.0 * writtenOff / remediated),
                0,
                states);
    }
}
