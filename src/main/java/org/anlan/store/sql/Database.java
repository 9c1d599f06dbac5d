package org.anlan.store.sql;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.anlan.base.Refusal;

/** The database that a store lies in: its connections, and what it says in its own way. */
public interface Database {

    /** Connections that only read. */
    DataSource reading();

    /** Waits for the one place to change layers and opens a transaction there: revisions come one after another, over all processes. */
    Writing change() throws SQLException;

    /** Opens a transaction for a small write beside the layers: an upload, a job, a setting. */
    Writing note() throws SQLException;

    /** What this database says in its own way. */
    Dialect dialect();

    /** The refusal for a database that failed under a request: away, disk full, file damaged. */
    Refusal failed(Exception e);
}
