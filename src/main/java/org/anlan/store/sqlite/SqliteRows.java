package org.anlan.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anlan.catalog.GeometryKind;
import org.anlan.store.sql.LayerTable;
import org.anlan.store.sql.RowWriter;

/** Writes rows into a layer's table, and their boxes into its R*Tree behind the last. */
final class SqliteRows implements RowWriter {

    private final PreparedStatement insert;
    private final PreparedStatement close;
    private final long revision;
    private final boolean shapes;
    private final BoxIndex boxes;

    SqliteRows(Connection connection, LayerTable table, long revision) throws SQLException {
        this.revision = revision;
        this.shapes = table.layer().geometry() != GeometryKind.NONE;
        this.boxes = new BoxIndex(connection, table);
        String columns = Stream.concat(
                        Stream.of("fid", "id", "rev_from", "geom", "length_m", "area_m2", "content_hash", "extra"),
                        table.columns().stream())
                .collect(Collectors.joining(", "));
        String marks =
                String.join(", ", Collections.nCopies(8 + table.layer().fields().size(), "?"));
        insert = connection.prepareStatement(
                "INSERT INTO " + table.table() + "(" + columns + ") VALUES (" + marks + ")");
        close = connection.prepareStatement("UPDATE " + table.table() + " SET rev_to = ? WHERE fid = ?");
    }

    @Override
    public void write(List<Long> closed, List<Added> added) throws SQLException {
        for (long fid : closed) {
            close.setLong(1, revision);
            close.setLong(2, fid);
            close.addBatch();
        }
        close.executeBatch();
        for (Added row : added) {
            bind(row);
            insert.addBatch();
            if (row.feature().geometry().isPresent()) {
                boxes.add(row.fid(), row.feature().geometry().get().getEnvelopeInternal());
            }
        }
        insert.executeBatch();
    }

    private void bind(Added row) throws SQLException {
        int at = 1;
        insert.setLong(at++, row.fid());
        insert.setString(at++, row.feature().id());
        insert.setLong(at++, revision);
        insert.setBytes(at++, row.blob().length == 0 ? null : row.blob());
        insert.setDouble(at++, row.feature().lengthM());
        insert.setDouble(at++, row.feature().areaM2());
        insert.setBytes(at++, row.hash());
        insert.setString(at++, row.feature().extra().orElse(null));
        for (Object value : row.feature().values()) {
            Values.set(insert, at++, value);
        }
    }

    @Override
    public void finish() throws SQLException {
        if (shapes) {
            boxes.finish();
        }
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        close.close();
    }
}
