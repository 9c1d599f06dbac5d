package org.anlan.store;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * What the subjects of a ledger are, derived from its events and kept in memory. Asking it reads the events that came since, from whatever process, so that it is always
 * current. Safe for many threads.
 *
 * @param <T> what a subject is
 */
public final class LedgerFold<T> {

    private final LedgerLog log;
    private final String ledger;
    private final BiFunction<Optional<T>, LedgerEvent, T> step;
    private final SortedMap<String, T> subjects = new TreeMap<>();
    private SortedMap<String, T> seen = Collections.emptySortedMap();
    private long seq;

    /**
     * Follows a ledger.
     *
     * @param log all ledgers
     * @param ledger which
     * @param step what a subject is after an event, from what it was before; empty = the event is its first
     */
    public LedgerFold(LedgerLog log, String ledger, BiFunction<Optional<T>, LedgerEvent, T> step) {
        this.log = log;
        this.ledger = ledger;
        this.step = step;
    }

    /**
     * What has been seen of a ledger.
     *
     * @param seq the place of its newest event; 0 = it has none
     * @param subjects its subjects after that event, in the order of their names; never changed afterwards
     * @param <T> what a subject is
     */
    public record Seen<T>(long seq, SortedMap<String, T> subjects) {}

    /** The subjects as they are now, and the event up to which they are so: for {@link LedgerLog#appendHavingSeen}. */
    public synchronized Seen<T> seen() {
        SortedMap<String, T> subjects = now();
        return new Seen<>(seq, subjects);
    }

    /** The subjects as they are now, in the order of their names; never changed afterwards. */
    public synchronized SortedMap<String, T> now() {
        long before = seq;
        log.after(ledger, seq, event -> {
            subjects.put(event.subject(), step.apply(Optional.ofNullable(subjects.get(event.subject())), event));
            seq = event.seq();
        });
        if (seq != before) {
            seen = Collections.unmodifiableSortedMap(new TreeMap<>(subjects));
        }
        return seen;
    }
}
