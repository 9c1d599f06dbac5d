package org.anlan.store;

import java.util.List;
import java.util.function.Consumer;

/** The events of the ledgers: appended, never changed. What state something is in follows from its events. */
public interface LedgerLog {

    /**
     * Enters events in this order, all or none; they are on disk when this returns. Several events of one subject count on from each other. Refused ({@code
     * ledger-moved}) when a subject has other events than the new one says it comes after: somebody else was faster.
     */
    List<LedgerEvent> append(List<LedgerEvent.New> events, Actor actor);

    /**
     * The same for events of one ledger that rest on all that the ledger holds ("there is none for this place yet"). Refused ({@code ledger-moved}) also when the ledger has
     * a newer event than whoever enters them has seen, from whatever process: look again, then try again.
     *
     * @param ledger the ledger of all these events
     * @param seen the place of the ledger's newest event as they know it; 0 = it had none
     */
    List<LedgerEvent> appendHavingSeen(String ledger, long seen, List<LedgerEvent.New> events, Actor actor);

    /** The events of a subject, the oldest first. */
    List<LedgerEvent> of(String ledger, String subject);

    /** Reads the events of a ledger that came after this place, the oldest first. */
    void after(String ledger, long seq, Consumer<LedgerEvent> reader);

    /** The place of a ledger's newest event; 0 when it has none. */
    long newest(String ledger);
}
