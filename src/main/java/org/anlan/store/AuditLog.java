package org.anlan.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Who did what, when and from where: appended, never changed. Changes of layers, ledgers, documents and accounts enter it in the transaction that makes them; sign-ins
 * and exports are entered here.
 */
public interface AuditLog {

    /** Enters something; it is on disk when this returns. */
    AuditEntry append(Actor actor, AuditEntry.What what);

    /** The newest entry. */
    Optional<AuditEntry> newest();

    /**
     * The newest entries that a question asks for, the newest first.
     *
     * @param question which
     * @param limit most entries
     */
    List<AuditEntry> page(Question question, int limit);

    /** Reads all entries, the oldest first. */
    void all(Consumer<AuditEntry> reader);

    /**
     * Which entries.
     *
     * @param before only those before this place
     * @param who only those of this account
     * @param action only this action, or those that begin with it and a dot
     * @param subject only this subject
     */
    record Question(long before, Optional<String> who, Optional<String> action, Optional<String> subject) {

        /** All. */
        public static final Question ALL =
                new Question(Long.MAX_VALUE, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
