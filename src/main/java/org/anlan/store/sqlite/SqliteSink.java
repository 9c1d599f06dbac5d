package org.anlan.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anlan.catalog.GeometryKind;
import org.anlan.geo.CrsList;
import org.anlan.geo.GeoPackageBlob;
import org.anlan.store.sql.KeptTable;
import org.anlan.store.sql.LayerTable;
import org.anlan.store.sql.RowSink;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** Takes rows as they were kept elsewhere, in batches; the boxes of shapes go into the R*Tree behind the last. */
final class SqliteSink implements RowSink {

    private static final int BATCH = 1_000;

    private final KeptTable table;
    private final PreparedStatement insert;
    private final Optional<BoxIndex> boxes;
    private final WKBReader shapes = new WKBReader();
    private final GeoPackageBlob blobs = new GeoPackageBlob(CrsList.CGCS2000.epsg());
    private int waiting;

    SqliteSink(Connection connection, KeptTable table) throws SQLException {
        this.table = table;
        this.boxes = table.layer().map(layer -> new BoxIndex(connection, layer));
        String columns = table.columns().stream()
                .map(column -> LayerTable.quote(column.name()))
                .collect(Collectors.joining(", "));
        String marks = String.join(", ", Collections.nCopies(table.columns().size(), "?"));
        insert = connection.prepareStatement(
                "INSERT INTO " + LayerTable.quote(table.name()) + "(" + columns + ") VALUES (" + marks + ")");
    }

    @Override
    public void add(Object[] row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            Object value = row[i];
            if (value instanceof byte[] wkb && table.columns().get(i).kind() == KeptTable.Kind.SHAPE) {
                Geometry shape = shape(wkb, row[0]);
                insert.setBytes(i + 1, blobs.encode(shape));
                boxes.orElseThrow().add((Long) row[0], shape.getEnvelopeInternal());
            } else if (value instanceof byte[] bytes) {
                insert.setBytes(i + 1, bytes);
            } else if (value instanceof Instant at) {
                insert.setString(i + 1, at.toString());
            } else {
                Values.set(insert, i + 1, value);
            }
        }
        insert.addBatch();
        if (++waiting == BATCH) {
            write();
        }
    }

    private Geometry shape(byte[] wkb, Object key) {
        try {
            return shapes.read(wkb);
        } catch (ParseException e) {
            throw new IllegalStateException(table.name() + " " + key + ": the shape is not well-known binary", e);
        }
    }

    private void write() throws SQLException {
        insert.executeBatch();
        waiting = 0;
    }

    @Override
    public void finish() throws SQLException {
        write();
        if (boxes.isPresent() && table.layer().orElseThrow().layer().geometry() != GeometryKind.NONE) {
            boxes.get().finish();
        }
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
