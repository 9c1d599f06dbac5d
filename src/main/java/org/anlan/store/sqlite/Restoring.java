package org.anlan.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anlan.catalog.GeometryKind;
import org.anlan.store.Changes;
import org.anlan.store.sql.LayerDiff;
import org.anlan.store.sql.LayerTable;

/** Gives a layer the state it had at an older revision: rows that differ are closed, older ones are copied. */
final class Restoring implements LayerChange {

    private final Connection connection;
    private final LayerTable table;
    private final long revision;
    private final long older;

    Restoring(Connection connection, LayerTable table, long revision, long older) {
        this.connection = connection;
        this.table = table;
        this.revision = revision;
        this.older = older;
    }

    @Override
    public Changes finish() throws SQLException {
        LayerDiff diff = new LayerDiff(table.layer().id());
        select("rev_to IS NULL", row -> diff.current(row.getString(2), row.getLong(1), row.getBytes(3), true));
        List<Long> copies = new ArrayList<>();
        List<Long> closed = new ArrayList<>();
        select("rev_from <= " + older + " AND (rev_to IS NULL OR rev_to > " + older + ")", row -> {
            String id = row.getString(2);
            switch (diff.put(id, row.getBytes(3))) {
                case ADDED -> copies.add(row.getLong(1));
                case CHANGED -> {
                    closed.add(diff.fidOf(id));
                    copies.add(row.getLong(1));
                }
                case UNCHANGED -> {}
            }
        });
        closed.addAll(diff.unseen());
        close(closed);
        copy(copies);
        return diff.changes();
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void select(String condition, RowReader reader) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT fid, id, content_hash FROM " + table.table() + " WHERE " + condition);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    private void close(List<Long> fids) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE " + table.table() + " SET rev_to = ? WHERE fid = ?")) {
            for (long fid : fids) {
                update.setLong(1, revision);
                update.setLong(2, fid);
                update.executeUpdate();
            }
        }
    }

    private void copy(List<Long> fids) throws SQLException {
        String columns = Stream.concat(
                        Stream.of("id", "geom", "length_m", "area_m2", "content_hash", "extra"),
                        table.columns().stream())
                .collect(Collectors.joining(", "));
        boolean shapes = table.layer().geometry() != GeometryKind.NONE;
        String index = shapes
                ? "INSERT INTO " + table.spatialIndex() + " SELECT last_insert_rowid(), minx, maxx, miny, maxy FROM "
                        + table.spatialIndex() + " WHERE id = ?"
                : "SELECT ?";
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table.table() + "(rev_from, "
                        + columns + ") SELECT ?, " + columns + " FROM " + table.table() + " WHERE fid = ?");
                PreparedStatement insertBox = connection.prepareStatement(index)) {
            for (long fid : fids) {
                insert.setLong(1, revision);
                insert.setLong(2, fid);
                insert.executeUpdate();
                if (shapes) {
                    insertBox.setLong(1, fid);
                    insertBox.executeUpdate();
                }
            }
        }
    }

    @Override
    public void close() {}
}
