package org.anlan.store.sql;

import java.sql.Connection;
import java.sql.SQLException;

/** A transaction that writes, used by the thread that opened it. Closing it rolls back what was not committed. */
public interface Writing extends AutoCloseable {

    /** Its connection. */
    Connection connection();

    /** Makes it durable: it is on disk when this returns. */
    void commit() throws SQLException;

    @Override
    void close() throws SQLException;
}
