package org.anlan.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anlan.geo.CrsList;
import org.anlan.geo.GeoPackageBlob;
import org.anlan.store.sql.LayerTable;
import org.anlan.store.sql.RowWriter;

/** Writes rows by COPY, one for each batch. */
final class CopiedIn implements RowWriter {

    private static final int FIXED = 8;

    private final Connection connection;
    private final LayerTable table;
    private final long revision;
    private final String copy;
    private long written;

    CopiedIn(Connection connection, LayerTable table, long revision) {
        this.connection = connection;
        this.table = table;
        this.revision = revision;
        String columns = Stream.concat(
                        Stream.of("fid", "id", "rev_from", "geom", "length_m", "area_m2", "content_hash", "extra"),
                        table.columns().stream())
                .collect(Collectors.joining(", "));
        copy = "COPY " + table.table() + "(" + columns + ") FROM STDIN (FORMAT binary)";
    }

    @Override
    public void write(List<Long> closed, List<Added> added) throws SQLException {
        if (!closed.isEmpty()) {
            try (PreparedStatement close =
                    connection.prepareStatement("UPDATE " + table.table() + " SET rev_to = ? WHERE fid = ANY(?)")) {
                close.setLong(1, revision);
                close.setArray(2, connection.createArrayOf("bigint", closed.toArray()));
                close.executeUpdate();
            }
        }
        if (!added.isEmpty()) {
            try (CopyStream rows = new CopyStream(connection, copy, CrsList.CGCS2000.epsg())) {
                for (Added row : added) {
                    write(rows, row);
                    written++;
                }
                rows.finish();
            }
        }
    }

    private void write(CopyStream rows, Added row) throws SQLException {
        rows.row(FIXED + row.feature().values().length);
        rows.number(row.fid());
        rows.text(row.feature().id());
        rows.number(revision);
        if (row.blob().length == 0) {
            rows.none();
        } else {
            rows.shape(GeoPackageBlob.wkb(row.blob()));
        }
        rows.number(row.feature().lengthM());
        rows.number(row.feature().areaM2());
        rows.bytes(row.hash());
        row.feature().extra().ifPresentOrElse(rows::text, rows::none);
        for (Object value : row.feature().values()) {
            rows.value(value);
        }
    }

    @Override
    public void finish() throws SQLException {
        Statistics.tell(connection, table, written);
    }

    @Override
    public void close() {}
}
