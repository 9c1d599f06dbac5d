package org.anlan.store.sql;

import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Small reads, each on a connection of its own. A database that fails is refused in the reader's words. */
public final class ReadingJdbi {

    private final Database database;
    private final Jdbi jdbi;

    /** Reads from this database. */
    public ReadingJdbi(Database database) {
        this.database = database;
        this.jdbi = Jdbi.create(database.reading());
    }

    /** What the reading gives. */
    public <T> T withHandle(HandleCallback<T, RuntimeException> read) {
        try {
            return jdbi.withHandle(read);
        } catch (JdbiException e) {
            throw database.failed(e);
        }
    }
}
