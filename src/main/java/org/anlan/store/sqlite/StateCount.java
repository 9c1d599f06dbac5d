package org.anlan.store.sqlite;

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
import org.anlan.store.sql.LayerTable;

/** Counts what a layer holds after a change, once, so that no request has to. */
final class StateCount {

    private final Connection connection;
    private final LayerTable table;

    StateCount(Connection connection, LayerTable table) {
        this.connection = connection;
        this.table = table;
    }

    LayerState count() throws SQLException {
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
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT min(minx), min(miny), max(maxx), max(maxy) FROM " + table.spatialIndex() + " r JOIN "
                                + table.table() + " f ON f.fid = r.id WHERE f.rev_to IS NULL");
                ResultSet row = query.executeQuery()) {
            row.next();
            Extent extent = new Extent(row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4));
            return row.wasNull() ? Optional.empty() : Optional.of(extent);
        }
    }
}
