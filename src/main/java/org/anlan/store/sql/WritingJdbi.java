package org.anlan.store.sql;

import java.sql.SQLException;
import org.anlan.store.Actor;
import org.anlan.store.AuditEntry;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Small writes, each a transaction of its own. */
public final class WritingJdbi {

    private final Database database;

    /** Writes to this database. */
    public WritingJdbi(Database database) {
        this.database = database;
    }

    /** Runs the write; it is on disk when this returns. */
    public void use(HandleConsumer<RuntimeException> write) {
        call(h -> {
            write.useHandle(h);
            return true;
        });
    }

    /** Runs the write and enters it in the audit log: both are on disk when this returns, or neither. */
    public void audited(Actor actor, AuditEntry.What what, HandleConsumer<RuntimeException> write) {
        try (Writing transaction = database.note()) {
            Jdbi.create(transaction.connection()).useHandle(write);
            new AuditRows(transaction.connection(), database.dialect()).append(actor, what);
            transaction.commit();
        } catch (SQLException | JdbiException e) {
            throw database.failed(e);
        }
    }

    /** Runs the write and gives what it gives; it is on disk when this returns. */
    public <T> T call(HandleCallback<T, RuntimeException> write) {
        try (Writing transaction = database.note()) {
            T result = Jdbi.create(transaction.connection()).withHandle(write); // leaves the connection open
            transaction.commit();
            return result;
        } catch (SQLException | JdbiException e) {
            throw database.failed(e);
        }
    }
}
