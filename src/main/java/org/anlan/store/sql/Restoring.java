package org.anlan.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anlan.store.Changes;

/** Gives a layer the state it had at an older revision: rows that differ are closed, older ones are copied. */
final class Restoring implements LayerChange {

    private static final int AT_ONCE = 1_000;

    private final Dialect dialect;
    private final Connection connection;
    private final LayerTable table;
    private final long revision;
    private final long older;

    Restoring(Dialect dialect, Connection connection, LayerTable table, long revision, long older) {
        this.dialect = dialect;
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
            for (int from = 0; from < fids.size(); from += AT_ONCE) {
                for (long fid : fids.subList(from, Math.min(fids.size(), from + AT_ONCE))) {
                    update.setLong(1, revision);
                    update.setLong(2, fid);
                    update.addBatch();
                }
                update.executeBatch();
            }
        }
    }

    private void copy(List<Long> fids) throws SQLException {
        String columns = Stream.concat(
                        Stream.of("id", "geom", "length_m", "area_m2", "content_hash", "extra"),
                        table.columns().stream())
                .collect(Collectors.joining(", "));
        long next = new CurrentRows(
                        dialect, connection, table, new LayerDiff(table.layer().id()))
                .lastFid();
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table.table() + "(fid, rev_from, "
                        + columns + ") SELECT ?, ?, " + columns + " FROM " + table.table() + " WHERE fid = ?");
                Dialect.RowCopied copied = dialect.copied(connection, table)) {
            for (int from = 0; from < fids.size(); from += AT_ONCE) {
                for (long fid : fids.subList(from, Math.min(fids.size(), from + AT_ONCE))) {
                    insert.setLong(1, ++next);
                    insert.setLong(2, revision);
                    insert.setLong(3, fid);
                    insert.addBatch();
                    copied.row(next, fid);
                }
                insert.executeBatch();
            }
        }
    }

    @Override
    public void close() {}
}
