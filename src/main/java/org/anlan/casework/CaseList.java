package org.anlan.casework;

import java.time.LocalDate;
import java.util.List;
import org.anlan.catalog.Catalog;

/**
 * Problem sites as they were on a day.
 *
 * @param day the day
 * @param entries how many entries the histories have that it rests on
 * @param cases by number; reminders by deadline
 */
public record CaseList(LocalDate day, long entries, List<Case> cases) {

    /** The same as it is told to somebody who is shown this catalogue only. */
    public CaseList shownTo(Catalog shown) {
        return new CaseList(
                day, entries, cases.stream().map(one -> one.shownTo(shown)).toList());
    }
}
