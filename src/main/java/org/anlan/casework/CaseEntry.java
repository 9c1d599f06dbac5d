package org.anlan.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.anlan.base.EnumWord;
import org.anlan.base.Text;

/**
 * One entry in the history of a problem site.
 *
 * @param number its place in the history, from 1
 * @param kind what happened
 * @param on the day it happened
 * @param at when it was entered
 * @param author who entered it
 * @param to the state it leads to; empty for a note
 * @param remark the remark; the reason of a return
 * @param title a new title; empty = as before
 * @param unit a new unit in charge; empty = as before
 * @param deadline a new deadline; empty = as before
 * @param attachments ids of the photos and documents that show it
 */
public record CaseEntry(
        long number,
        Kind kind,
        LocalDate on,
        Instant at,
        String author,
        Optional<CaseState> to,
        String remark,
        Optional<String> title,
        Optional<String> unit,
        Optional<LocalDate> deadline,
        List<String> attachments) {

    /** What may happen to a problem site. */
    public enum Kind {
        /** It was opened. */
        OPEN("登记", "opened"),
        /** One step on. */
        STEP("流转", "step"),
        /** Back to an earlier step. */
        RETURN("退回", "returned"),
        /** It was closed, and is open again. */
        REOPEN("重新打开", "reopened"),
        /** A remark, a reminder, another unit, deadline or title. */
        NOTE("备注", "note");

        private final String zh;
        private final String en;

        Kind(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        /** The word for it. */
        public String word() {
            return EnumWord.of(this);
        }

        /** What it is called. */
        public Text label() {
            return new Text(zh, en);
        }
    }
}
