package org.anlan.store.postgis;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.anlan.geo.CrsList;
import org.anlan.store.sql.KeptTable;
import org.anlan.store.sql.LayerTable;
import org.anlan.store.sql.RowSink;

/** Takes rows as they were kept elsewhere, by one COPY for a table. */
final class CopySink implements RowSink {

    private final KeptTable table;
    private final CopyStream rows;
    private final Connection connection;
    private long written;

    CopySink(Connection connection, KeptTable table) throws SQLException {
        this.connection = connection;
        this.table = table;
        String columns = table.columns().stream()
                .map(column -> LayerTable.quote(column.name()))
                .collect(Collectors.joining(", "));
        rows = new CopyStream(
                connection,
                "COPY " + LayerTable.quote(table.name()) + "(" + columns + ") FROM STDIN (FORMAT binary)",
                CrsList.CGCS2000.epsg());
    }

    @Override
    public void add(Object[] row) throws SQLException {
        written++;
        rows.row(row.length);
        for (int i = 0; i < row.length; i++) {
            if (row[i] != null && table.columns().get(i).kind() == KeptTable.Kind.SHAPE) {
                rows.shape(ByteBuffer.wrap((byte[]) row[i]).order(ByteOrder.LITTLE_ENDIAN));
            } else {
                rows.value(row[i]);
            }
        }
    }

    @Override
    public void finish() throws SQLException {
        rows.finish();
        if (table.layer().isPresent()) {
            Statistics.tell(connection, table.layer().get(), written);
        }
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
