package org.anlan.store.sql;

import java.sql.SQLException;
import org.anlan.store.Changes;

/** The part of a commit that changes one layer. */
interface LayerChange extends AutoCloseable {

    /** Writes what is left to write, and counts all of it. */
    Changes finish() throws SQLException;

    @Override
    void close() throws SQLException;
}
