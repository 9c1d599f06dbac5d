package org.anlan.outfall.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import org.anlan.base.Text;
import org.anlan.outfall.OutfallFigure;

/** Counts outfalls that have something in common. */
final class Tally {

    private final Map<String, int[]> states = new LinkedHashMap<>();
    private int outfalls;
    private int toBeRemediated;
    private int done;
    private int writtenOff;
    private int overdue;

    void add(String state, boolean remediated, boolean isDone, boolean isWrittenOff, boolean isOverdue) {
        states.computeIfAbsent(state, word -> new int[1])[0]++;
        outfalls++;
        toBeRemediated += remediated ? 1 : 0;
        done += isDone ? 1 : 0;
        writtenOff += isWrittenOff ? 1 : 0;
        overdue += isOverdue ? 1 : 0;
    }

    OutfallFigure.Row row(String code, Text name, Iterable<String> order) {
        Map<String, Integer> counted = new LinkedHashMap<>();
        for (String state : order) {
            int[] count = states.get(state);
            if (count != null) {
                counted.put(state, count[0]);
            }
        }
        return new OutfallFigure.Row(
                code,
                name,
                outfalls,
                toBeRemediated,
                done,
                writtenOff,
                percent(done),
                percent(writtenOff),
                overdue,
                counted);
    }

    private Double percent(int of) {
        return toBeRemediated == 0 ? null : (Double) (100.0 * of / toBeRemediated);
    }
}
