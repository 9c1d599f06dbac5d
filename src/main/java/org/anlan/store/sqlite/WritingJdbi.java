package org.anlan.store.sqlite;

import java.sql.SQLException;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;

/** Small writes, each a transaction of its own in the one place to write. */
final class WritingJdbi {

    private final Connections connections;

    WritingJdbi(Connections connections) {
        this.connections = connections;
    }

    /** Runs the write; it is on disk when this returns. */
    void use(HandleConsumer<RuntimeException> write) {
        try (Connections.Writing transaction = connections.write()) {
            Jdbi.create(transaction.connection()).useHandle(write); // leaves the connection open
            transaction.commit();
        } catch (SQLException e) {
            throw Sql.failed(e);
        }
    }
}
