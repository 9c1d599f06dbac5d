package org.anlan.outfall.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.anlan.outfall.Entry;
import org.anlan.outfall.OutfallRules;
import org.anlan.store.Actor;
import org.anlan.store.LedgerLog;

/** The archives of all outfalls, kept in memory and brought up to date from the store before they are read: other nodes enter things too. */
public final class Book {

    private final LedgerLog log;
    private final OutfallRules rules;
    private final Map<String, History> histories = new ConcurrentHashMap<>();
    private long read;

    /** The ledger of outfalls in this log. */
    public Book(LedgerLog log, OutfallRules rules) {
        this.log = log;
        this.rules = rules;
    }

    /** All archives that have entries, as of now. */
    public Map<String, History> all() {
        catchUp();
        return histories;
    }

    /** The archive of an outfall as of now. */
    public History of(String code) {
        return all().getOrDefault(code, History.NONE);
    }

    /** What a figure rests on: the place of the newest entry. */
    public synchronized long newest() {
        catchUp();
        return read;
    }

    private synchronized void catchUp() {
        log.after(Noted.LEDGER, read, event -> {
            Noted noted = Noted.of(event);
            histories.compute(
                    event.subject(), (code, known) -> (known == null ? History.NONE : known).and(noted, rules));
            read = event.seq();
        });
    }

    /**
     * Keeps an entry. Refused: {@code ledger-moved} when somebody was faster.
     *
     * @param known the archive as whoever enters this knows it
     */
    public History enter(String code, History known, LocalDate on, Entry entry, Actor actor) {
        log.append(List.of(Noted.event(code, known.last(), on, entry)), actor);
        return of(code);
    }

    /** Refuses a step after these entries that may not come ({@code step-not-allowed}, {@code step-before-another}). */
    public void mustFollow(History known, Entry.Step step, LocalDate on, String base, Optional<LocalDate> from) {
        Chain chain = Chain.of(known.entries(), rules);
        chain.links().add(new Chain.Link(known.last() + 1, on, "", step));
        chain.check(base, from);
    }

    /** Refuses a correction after which a step would stand where it may not ({@code step-not-allowed}, {@code step-before-another}). */
    public void mustHold(
            History known, Entry.Correction correction, LocalDate on, String base, Optional<LocalDate> from) {
        List<Noted> more = new ArrayList<>(known.entries());
        more.add(new Noted(known.last() + 1, "correction", on, Instant.EPOCH, "", correction));
        Chain.of(more, rules).check(base, from);
    }
}
