package org.anlan.outfall;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anlan.base.Text;

/**
 * How far the remediation of outfalls has come on a day.
 *
 * @param by what the rows are, a word of {@link By}
 * @param kind the only kind counted; empty = all
 * @param on the day
 * @param total all outfalls
 * @param rows the same by {@code by}
 * @param months plan against done by month: what was due in it, and what of that is done and overdue on the day
 * @param rules version of the rules
 * @param ledger place of the newest entry of the ledger
 * @param revisions what it rests on, by layer
 */
public record OutfallFigure(
        String by,
        Optional<String> kind,
        LocalDate on,
        Row total,
        List<Row> rows,
        List<Month> months,
        int rules,
        long ledger,
        Map<String, Long> revisions) {

    /** What the rows are. */
    public enum By {
        /** Into the sea or into a river. */
        KIND,
        /** Class, level 1 (HJ 1312-2023). */
        CLASS1,
        /** Class, level 2. */
        CLASS2,
        /** Treatment. */
        TREATMENT,
        /** Town. */
        TOWN,
        /** Bay. */
        BAY,
        /** Receiving water. */
        RECEIVING,
        /** Month: as it was at the end of each. */
        MONTH,
        /** State. */
        STATE
    }

    /**
     * Outfalls counted.
     *
     * @param code what they have in common; blank = not stated
     * @param name the same for people
     * @param outfalls how many
     * @param toBeRemediated how many of them are to be remediated
     * @param done how many of those are finished
     * @param writtenOff how many of those are accepted as well
     * @param donePercent done of those to be remediated; null where there are none
     * @param writtenOffPercent written off of those to be remediated (销号率); null where there are none
     * @param overdue how many are past their deadline and not finished
     * @param states how many are in each state
     */
    public record Row(
            String code,
            Text name,
            int outfalls,
            int toBeRemediated,
            int done,
            int writtenOff,
            Double donePercent,
            Double writtenOffPercent,
            int overdue,
            Map<String, Integer> states) {}

    /**
     * What was due in a month.
     *
     * @param month the month ("2025-06")
     * @param outfallsDue outfalls whose deadline lies in it
     * @param outfallsDone those of them that are finished
     * @param outfallsOverdue those of them that are not, though the deadline has passed
     * @param tasksDue tasks of plans whose deadline lies in it
     * @param tasksDone those of them that are done
     * @param tasksOverdue those of them that are not, though the deadline has passed
     */
    public record Month(
            String month,
            int outfallsDue,
            int outfallsDone,
            int outfallsOverdue,
            int tasksDue,
            int tasksDone,
            int tasksOverdue) {}
}
