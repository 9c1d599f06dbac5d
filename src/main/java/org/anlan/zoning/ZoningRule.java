package org.anlan.zoning;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anlan.base.Text;

/**
 * A rule about activities in a zone or on a kind of coast: data, with the document it is taken from.
 *
 * @param id its id within all rule sets ("core-zone")
 * @param title its name for people
 * @param document the document, with its number
 * @param clause where in the document
 * @param from date in force
 * @param until last day in force; empty = still
 * @param where what a project must meet for the rule to speak; empty = it always speaks
 * @param says the rule in short
 * @param verdicts what it says, by code of the activity
 * @param otherwise what it says of every other activity; empty = nothing
 */
public record ZoningRule(
        String id,
        Text title,
        Text document,
        Text clause,
        LocalDate from,
        Optional<LocalDate> until,
        Optional<Where> where,
        Text says,
        Map<String, Verdict> verdicts,
        Optional<Verdict> otherwise) {

    /**
     * What a project must meet.
     *
     * @param layer id of the layer
     * @param fields codes that a feature must have, by field: one of those named in each
     * @param withinM metres within which a feature is met; 0 = the project lies in it, on it or crosses it
     */
    public record Where(String layer, Map<String, Set<String>> fields, double withinM) {}

    /** What the rule says of an activity; empty when it does not speak of it. */
    public Optional<Verdict> of(String activity) {
        return Optional.ofNullable(verdicts.get(activity)).or(() -> otherwise);
    }

    /** Whether it is in force on a day. */
    public boolean inForce(LocalDate day) {
        return !day.isBefore(from) && until.map(last -> !day.isAfter(last)).orElse(true);
    }
}
