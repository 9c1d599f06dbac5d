package org.anlan.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anlan.catalog.GeometryKind;
import org.anlan.store.sql.LayerTable;
import org.anlan.store.sql.PlainSql;

/**
 * What PostgreSQL's planner knows of a layer's table. While it has not heard of many new rows it reads the whole table for a page of it, and it would hear of
 * them only when autovacuum comes by, a minute or more after the commit.
 */
final class Statistics {

    /** Fewer rows change no plan. */
    private static final long MANY = 1_000;

    /** A table that grew by less than this part of it is known well enough. */
    private static final double PART = 0.2;

    private Statistics() {}

    /** Tells the planner of new rows, within the transaction that wrote them, where they are many. */
    static void tell(Connection connection, LayerTable table, long added) throws SQLException {
        if (added >= MANY && added > PART * known(connection, table)) {
            Stream<String> columns = Stream.concat(
                    Stream.of("fid", "id", "rev_from", "rev_to"),
                    Stream.concat(
                            table.layer().geometry() == GeometryKind.NONE ? Stream.empty() : Stream.of("geom"),
                            table.layer().surveyYearField().map(LayerTable::quote).stream()));
            PlainSql.run(
                    connection, "ANALYZE " + table.table() + " (" + columns.collect(Collectors.joining(", ")) + ")");
        }
    }

    private static double known(Connection connection, LayerTable table) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT reltuples FROM pg_class WHERE oid = CAST(? AS regclass)")) {
            query.setString(1, table.table());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getDouble(1); // -1 when it was never told
            }
        }
    }
}
