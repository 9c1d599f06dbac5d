package org.anlan.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anlan.catalog.Catalog;

/**
 * A problem site (问题点位) with its history. Its state follows from the history.
 *
 * @param number its number, of the year in which it was entered ("2026-0001")
 * @param opening what was known when it was opened
 * @param entries its history, the oldest first
 * @param title what it is, in one line
 * @param unit unit in charge; blank = none yet
 * @param deadline until when it is to be put right
 * @param state how far it has come
 * @param since since when it is in that state
 */
public record Case(
        String number,
        CaseOpening opening,
        List<CaseEntry> entries,
        String title,
        String unit,
        Optional<LocalDate> deadline,
        CaseState state,
        LocalDate since) {

    /** A problem site with its first entry. */
    static Case opened(String number, CaseOpening opening, CaseEntry entry) {
        return new Case(
                number,
                opening,
                List.of(entry),
                opening.title(),
                opening.unit(),
                opening.deadline(),
                CaseState.FOUND,
                entry.on());
    }

    /** What it is after one more entry. */
    Case with(CaseEntry entry) {
        List<CaseEntry> all = new ArrayList<>(entries);
        all.add(entry);
        return new Case(
                number,
                opening,
                List.copyOf(all),
                entry.title().orElse(title),
                entry.unit().orElse(unit),
                entry.deadline().or(() -> deadline),
                entry.to().orElse(state),
                entry.to().isPresent() ? entry.on() : since);
    }

    /** The same as it is told to somebody who is shown this catalogue only: without what it meets in other layers. */
    public Case shownTo(Catalog shown) {
        return new Case(number, opening.shownTo(shown), entries, title, unit, deadline, state, since);
    }

    /** What it was at the end of a day; empty when it was not open yet. */
    public Optional<Case> asOf(LocalDate day) {
        if (openedOn().isAfter(day)) {
            return Optional.empty();
        }
        if (!newest().on().isAfter(day)) {
            return Optional.of(this);
        }
        Case then = opened(number, opening, entries.get(0));
        for (CaseEntry entry : entries.subList(1, entries.size())) {
            if (!entry.on().isAfter(day)) {
                then = then.with(entry);
            }
        }
        return Optional.of(then);
    }

    /** The day on which it was found. */
    public LocalDate openedOn() {
        return entries.get(0).on();
    }

    /** The newest entry. */
    public CaseEntry newest() {
        return entries.get(entries.size() - 1);
    }

    /** Whether it is still open behind its deadline on a day. */
    public boolean overdue(LocalDate day) {
        return state.open() && deadline.filter(day::isAfter).isPresent();
    }

    /** Whether it is still open and its deadline is on this day or comes within so many days after it. */
    public boolean dueWithin(LocalDate day, int days) {
        return state.open()
                && deadline.filter(until -> !until.isBefore(day) && !until.isAfter(day.plusDays(days)))
                        .isPresent();
    }
}
