package org.anlan.store.postgis;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.anlan.base.Refusal;
import org.anlan.store.sql.Database;
import org.anlan.store.sql.Dialect;
import org.anlan.store.sql.Writing;

/** A read replica as a database that takes no changes. */
final class ReplicaConnections implements Database {

    private final PostgisConnections primary;

    ReplicaConnections(PostgisConnections primary) {
        this.primary = primary;
    }

    @Override
    public DataSource reading() {
        return primary.replica().get(0);
    }

    @Override
    public Writing change() throws SQLException {
        throw new SQLException("a replica takes no changes", "25006");
    }

    @Override
    public Writing note() throws SQLException {
        return change();
    }

    @Override
    public Dialect dialect() {
        return primary.dialect();
    }

    @Override
    public Refusal failed(Exception e) {
        return primary.failed(e);
    }
}
