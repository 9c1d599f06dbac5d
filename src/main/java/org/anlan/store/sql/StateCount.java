package org.anlan.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.anlan.catalog.GeometryKind;
import org.anlan.store.Extent;
import org.anlan.store.LayerState;

/** Counts what a layer holds after a change, once, so that no request has to. */
public final class StateCount {

    private final Dialect dialect;
    private final Connection connection;
    private final LayerTable table;

    /** Counts on this connection. */
    public StateCount(Dialect dialect, Connection connection, LayerTable table) {
        this.dialect = dialect;
        this.connection = connection;
        this.table = table;
    }

    /** What the layer holds now. */
    public LayerState count() throws SQLException {
        SortedMap<Integer, Long> years = new TreeMap<>();
        String year = table.layer().surveyYearField().map(LayerTable::quote).orElse("NULL");
        long count = 0;
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT " + year + ", count(*) FROM " + table.table() + " WHERE rev_to IS NULL GROUP BY 1");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                count += rows.getLong(2);
                int value = rows.getInt(1);
                if (!rows.wasNull()) {
                    years.put(value, rows.getLong(2));
                }
            }
        }
        return new LayerState(count, years, extent());
    }

    private Optional<Extent> extent() throws SQLException {
        if (table.layer().geometry() == GeometryKind.NONE) {
            return Optional.empty();
        }
        return dialect.extent(connection, table);
    }
}
