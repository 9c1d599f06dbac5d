package org.anlan.casework;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.anlan.base.Refusal;

/**
 * Which problem sites are listed.
 *
 * @param day the day whose state is asked for; empty = today
 * @param state in this state only
 * @param open only what is not closed
 * @param overdue only what is open behind its deadline
 * @param dueWithin only what is open and overdue, or due within so many days: the list of reminders
 * @param source from this source only
 * @param unit of this unit in charge only
 * @param region in this town or bay, or at this river, only: its code
 * @param layer that meet a feature of this layer only
 */
public record CaseQuestion(
        Optional<LocalDate> day,
        Optional<CaseState> state,
        boolean open,
        boolean overdue,
        OptionalInt dueWithin,
        Optional<CaseSource.Kind> source,
        Optional<String> unit,
        Optional<String> region,
        Optional<String> layer) {

    /** How many days ahead reminders look where nobody says. [cfg] */
    public static final int USUAL_DUE_DAYS = 7;

    /** The most days ahead. */
    public static final int MOST_DUE_DAYS = 366;

    /** All of today. */
    public static final CaseQuestion ALL = new CaseQuestion(
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Refused ({@code bad-parameter}) when reminders look back or too far ahead. */
    public CaseQuestion {
        if (dueWithin.isPresent() && (dueWithin.getAsInt() < 0 || dueWithin.getAsInt() > MOST_DUE_DAYS)) {
            throw Refusal.invalid("bad-parameter", "天数应为 0 到 %d", "The days should be from 0 to %d", MOST_DUE_DAYS);
        }
    }

    /** What is overdue today or due within so many days. */
    public static CaseQuestion reminders(int days) {
        return new CaseQuestion(
                Optional.empty(),
                Optional.empty(),
                true,
                false,
                OptionalInt.of(days),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Whether a problem site, as it was on the day, is asked for. */
    boolean wants(Case one, LocalDate on) {
        CasePlace place = one.opening().place();
        return state.map(one.state()::equals).orElse(true)
                && (!open || one.state().open())
                && (!overdue || one.overdue(on))
                && (dueWithin.isEmpty() || one.overdue(on) || one.dueWithin(on, dueWithin.getAsInt()))
                && source.map(one.opening().source().kind()::equals).orElse(true)
                && unit.map(one.unit()::equals).orElse(true)
                && region.map(code -> place.lies(code)).orElse(true)
                && layer.map(id -> one.opening().hits().stream()
                                .anyMatch(hit -> hit.layer().equals(id)))
                        .orElse(true);
    }
}
