package org.anlan.outfall.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.anlan.base.Text;
import org.anlan.catalog.CodeList;
import org.anlan.outfall.Entry;
import org.anlan.outfall.Outfall;
import org.anlan.outfall.OutfallFigure;
import org.anlan.outfall.OutfallFigure.By;
import org.anlan.outfall.OutfallRules;

/** Counts all outfalls once, as they are on a day. */
public final class Count {

    private final Desk desk;
    private final Register register;
    private final Map<String, History> histories;
    private final Optional<String> kind;
    private final LocalDate on;

    /**
     * A count of the outfalls as they are now.
     *
     * @param kind the only kind counted
     * @param on the day
     */
    public Count(Desk desk, Optional<String> kind, LocalDate on) {
        this.desk = desk;
        this.register = desk.register();
        this.histories = desk.book().all();
        this.kind = kind;
        this.on = on;
    }

    /** The states in the order of the work; at the end the one that is not known. */
    public static List<String> states(Desk desk) {
        List<String> states = new ArrayList<>(desk.catalog().codeList("outfall-state").entries().stream()
                .map(CodeList.Entry::code)
                .toList());
        states.add(OutfallRules.UNKNOWN);
        return states;
    }

    /** The name of a state. */
    public static Text stateName(Desk desk, String state) {
        return desk.catalog()
                .codeList("outfall-state")
                .entry(state)
                .map(CodeList.Entry::label)
                .orElse(new Text("当日未知", "Not known then"));
    }

    /**
     * What was counted.
     *
     * @param total all outfalls
     * @param rows the same by what they have in common, in the order of its code list, else by code
     * @param months what was due in each month
     */
    public record Counted(OutfallFigure.Row total, List<OutfallFigure.Row> rows, List<OutfallFigure.Month> months) {}

    /** Counts in one pass. */
    public Counted by(By by) {
        Tally all = new Tally();
        Map<String, Tally> tallies = new HashMap<>();
        Map<String, String> towns = new HashMap<>();
        Map<YearMonth, int[]> months = new TreeMap<>();
        each((outfall, history) -> {
            String state = desk.stateOn(outfall, history, on);
            boolean remediated = desk.toBeRemediated(outfall, state);
            boolean done = desk.rules().done().contains(state);
            boolean writtenOff = desk.rules().writtenOff().contains(state);
            Optional<LocalDate> deadline = desk.deadline(outfall, history, on);
            boolean overdue = !done && deadline.isPresent() && deadline.get().isBefore(on);
            all.add(state, remediated, done, writtenOff, overdue);
            if (by != By.MONTH) {
                String code = code(by, outfall, state);
                towns.put(code, outfall.town());
                tallies.computeIfAbsent(code, word -> new Tally()).add(state, remediated, done, writtenOff, overdue);
            }
            if (deadline.isPresent()) {
                due(months, deadline.get(), done, 0);
            }
            history.newest(Entry.Plan.class, on).ifPresent(noted -> tasks(months, history, noted));
        });
        return new Counted(
                all.row("total", new Text("合计", "Total"), states(desk)),
                by == By.MONTH ? new MonthCount(desk, register, histories, kind, on).rows() : rows(by, tallies, towns),
                months(months));
    }

    private interface Taker {
        void take(Outfall outfall, History history);
    }

    private void each(Taker taker) {
        for (Outfall outfall : register.outfalls()) {
            if (kind.isEmpty() || kind.get().equals(outfall.kind())) {
                taker.take(outfall, histories.getOrDefault(outfall.code(), History.NONE));
            }
        }
    }

    private List<OutfallFigure.Row> rows(By by, Map<String, Tally> tallies, Map<String, String> towns) {
        Optional<CodeList> list = list(by);
        List<String> order = list.map(codes ->
                        codes.entries().stream().map(CodeList.Entry::code).toList())
                .orElse(List.of());
        NamedShapes bays = desk.bays();
        List<String> states = states(desk);
        return tallies.keySet().stream()
                .sorted(Comparator.comparing((String code) -> code.isEmpty() || code.equals(OutfallRules.UNKNOWN))
                        .thenComparingInt(order::indexOf)
                        .thenComparing(Comparator.naturalOrder()))
                .map(code -> {
                    String plain =
                            switch (by) {
                                case TOWN -> towns.get(code);
                                case BAY -> bays.nameOf(code).orElse(code);
                                case KIND, CLASS1, CLASS2, TREATMENT, RECEIVING, MONTH, STATE -> code;
                            };
                    return tallies.get(code).row(code, name(by, code, plain, list), states);
                })
                .toList();
    }

    private static String code(By by, Outfall outfall, String state) {
        return switch (by) {
            case KIND -> outfall.kind();
            case CLASS1 -> outfall.cat1();
            case CLASS2 -> outfall.cat2();
            case TREATMENT -> outfall.treatment();
            case TOWN -> outfall.townCode().isEmpty() ? outfall.town() : outfall.townCode();
            case BAY -> outfall.bayCode();
            case RECEIVING -> outfall.receiving();
            case STATE, MONTH -> state;
        };
    }

    private Optional<CodeList> list(By by) {
        return switch (by) {
            case KIND -> field("kind");
            case CLASS1 -> field("cat1");
            case CLASS2 -> field("cat2");
            case TREATMENT -> field("treatment");
            case STATE -> field("state");
            case TOWN, BAY, RECEIVING, MONTH -> Optional.empty();
        };
    }

    private Optional<CodeList> field(String name) {
        return desk.catalog()
                .layer(Register.LAYER)
                .field(name)
                .flatMap(field -> field.codeList())
                .map(desk.catalog()::codeList);
    }

    private static Text name(By by, String code, String name, Optional<CodeList> list) {
        if (code.isEmpty()) {
            return new Text("未填写", "Not stated");
        }
        if (by == By.STATE && code.equals(OutfallRules.UNKNOWN)) {
            return new Text("当日未知", "Not known then");
        }
        return list.flatMap(codes -> codes.entry(code))
                .map(CodeList.Entry::label)
                .orElseGet(() -> Text.same(name.isEmpty() ? code : name));
    }

    private static List<OutfallFigure.Month> months(Map<YearMonth, int[]> months) {
        return months.entrySet().stream()
                .map(entry -> {
                    int[] n = entry.getValue();
                    return new OutfallFigure.Month(entry.getKey().toString(), n[0], n[1], n[2], n[3], n[4], n[5]);
                })
                .toList();
    }

    private void tasks(Map<YearMonth, int[]> months, History history, Noted noted) {
        Map<Integer, Noted> done = history.done(noted.number());
        List<Entry.Task> tasks = ((Entry.Plan) noted.entry()).tasks();
        for (int i = 0; i < tasks.size(); i++) {
            Noted end = done.get(i + 1);
            due(months, tasks.get(i).deadline(), end != null && !end.on().isAfter(on), 3);
        }
    }

    private void due(Map<YearMonth, int[]> months, LocalDate until, boolean done, int at) {
        int[] of = months.computeIfAbsent(YearMonth.from(until), month -> new int[6]);
        of[at]++;
        of[at + 1] += done ? 1 : 0;
        of[at + 2] += !done && until.isBefore(on) ? 1 : 0;
    }
}
