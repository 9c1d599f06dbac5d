package org.anlan.store;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Something that happened to the subject of a ledger: a step of an outfall, a note on a problem site, an inspection of a boundary marker. It is never changed; what was wrong is
 * put right by a later event.
 *
 * @param seq its place among all events of the installation; a later one has a higher number
 * @param ledger the ledger ("outfall", "case", "marker")
 * @param subject what it happened to: the outfall's code, the problem site's number
 * @param number its place among the events of the subject, from 1 without gaps
 * @param kind what happened ("step", "plan"), in the ledger's own words
 * @param on the day it happened, as whoever entered it says
 * @param at when it was entered
 * @param author who entered it
 * @param body the rest, as JSON text
 */
public record LedgerEvent(
        long seq,
        String ledger,
        String subject,
        long number,
        String kind,
        LocalDate on,
        Instant at,
        String author,
        String body) {

    /**
     * An event that is to be entered.
     *
     * @param ledger the ledger
     * @param subject what it happened to
     * @param after number of the subject's newest event as whoever enters this one knows it; 0 = none yet
     * @param kind what happened
     * @param on the day it happened
     * @param body the rest, as JSON text
     */
    public record New(String ledger, String subject, long after, String kind, LocalDate on, String body) {}
}
