package org.anlan.casework;

import java.time.LocalDate;
import java.util.List;

/**
 * Problem sites as they were on a day.
 *
 * @param day the day
 * @param entries how many entries the histories have that it rests on
 * @param cases by number; reminders by deadline
 */
public record CaseList(LocalDate day, long entries, List<Case> cases) {}
