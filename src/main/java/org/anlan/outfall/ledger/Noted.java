package org.anlan.outfall.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.anlan.base.EnumWord;
import org.anlan.base.Refusal;
import org.anlan.outfall.Entry;
import org.anlan.outfall.OutfallJson;
import org.anlan.store.LedgerEvent;

/**
 * An entry in the archive of an outfall.
 *
 * @param number its place among the entries of the outfall, from 1
 * @param kind what it is ("step", "plan")
 * @param on the day it happened
 * @param at when it was entered
 * @param author who entered it
 * @param entry what it says
 */
public record Noted(long number, String kind, LocalDate on, Instant at, String author, Entry entry) {

    /** The name of the ledger. */
    public static final String LEDGER = "outfall";

    private enum Kind {
        STEP(Entry.Step.class),
        CORRECTION(Entry.Correction.class),
        PLAN(Entry.Plan.class),
        DONE(Entry.Done.class),
        PERMIT(Entry.Permit.class),
        SIGN(Entry.Sign.class),
        SOURCE(Entry.Source.class);

        private final Class<? extends Entry> type;

        Kind(Class<? extends Entry> type) {
            this.type = type;
        }
    }

    /** The entry that an event holds; refused ({@code ledger-damaged}). */
    static Noted of(LedgerEvent event) {
        for (Kind kind : Kind.values()) {
            if (word(kind).equals(event.kind())) {
                return new Noted(
                        event.number(),
                        word(kind),
                        event.on(),
                        event.at(),
                        event.author(),
                        OutfallJson.read(event.body(), kind.type));
            }
        }
        throw Refusal.conflict(
                "ledger-damaged",
                "排污口台账中有一条记录的种类“%s”未知",
                "An entry in the ledger of outfalls is of an unknown kind, \"%s\"",
                event.kind());
    }

    /** An entry as an event that is to be kept. */
    static LedgerEvent.New event(String code, long after, LocalDate on, Entry entry) {
        for (Kind kind : Kind.values()) {
            if (kind.type.isInstance(entry)) {
                return new LedgerEvent.New(LEDGER, code, after, word(kind), on, OutfallJson.text(entry));
            }
        }
        throw new IllegalArgumentException("no kind for " + entry);
    }

    private static String word(Kind kind) {
        return EnumWord.of(kind);
    }
}
