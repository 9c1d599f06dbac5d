package org.anlan.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What somebody enters in the history of a problem site.
 *
 * @param to the state it goes to; empty = a note only
 * @param on the day it happened; empty = today
 * @param remark the remark; a return and a reopening need one: the reason
 * @param title a new title; empty = as before
 * @param unit a new unit in charge; empty = as before
 * @param deadline a new deadline; empty = as before
 * @param attachments ids of its photos and documents that show it
 * @param after how many entries the history has, as whoever enters this knows it; empty = whatever it has now
 */
public record CaseMove(
        Optional<CaseState> to,
        Optional<LocalDate> on,
        String remark,
        Optional<String> title,
        Optional<String> unit,
        Optional<LocalDate> deadline,
        List<String> attachments,
        OptionalLong after) {

    /** Nobody changes the list afterwards. */
    public CaseMove {
        attachments = List.copyOf(attachments);
    }
}
