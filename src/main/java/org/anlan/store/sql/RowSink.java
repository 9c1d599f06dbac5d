package org.anlan.store.sql;

import java.sql.SQLException;

/** Takes the rows of one table as they were kept elsewhere. */
public interface RowSink extends AutoCloseable {

    /** Takes a row: one value for each column of the {@link KeptTable}, {@code null} where it has none. */
    void add(Object[] row) throws SQLException;

    /** Called once, behind the last row. */
    void finish() throws SQLException;

    @Override
    void close() throws SQLException;
}
