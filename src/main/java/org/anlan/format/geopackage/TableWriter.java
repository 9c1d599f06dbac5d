package org.anlan.format.geopackage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.anlan.catalog.GeometryKind;
import org.anlan.format.OutFeature;
import org.anlan.format.OutLayer;
import org.anlan.geo.GeoPackageBlob;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;

/** Fills the one table of a GeoPackage and its spatial index. */
final class TableWriter implements AutoCloseable {

    private static final int BATCH = 500;

    private final Connection connection;
    private final OutTable table;
    private final GeoPackageBlob blobs;
    private final PreparedStatement insert;
    private final Optional<PreparedStatement> index;
    private final Envelope extent = new Envelope();
    private boolean singles;
    private boolean multiples;
    private long rows;

    TableWriter(Connection connection, OutLayer layer) throws SQLException {
        this.connection = connection;
        this.table = new OutTable(layer);
        this.blobs = new GeoPackageBlob(layer.crs().epsg());
        for (String sql : table.create()) {
            run(sql);
        }
        this.insert = connection.prepareStatement(table.insert());
        this.index =
                table.hasShapes() ? Optional.of(connection.prepareStatement(table.insertIndex())) : Optional.empty();
    }

    void write(OutFeature feature) throws SQLException {
        rows++;
        int column = 1;
        insert.setLong(column++, rows);
        if (table.hasShapes()) {
            Optional<Geometry> shape = feature.geometry().filter(geometry -> !geometry.isEmpty());
            insert.setBytes(column++, shape.map(blobs::encode).orElse(null));
            if (shape.isPresent()) {
                index(shape.get());
            }
        }
        if (table.hasIds()) {
            insert.setString(column++, feature.id());
        }
        for (Object value : feature.values()) {
            insert.setObject(column++, value instanceof LocalDate date ? date.toString() : value);
        }
        insert.addBatch();
        if (rows % BATCH == 0) {
            flush();
        }
    }

    private void index(Geometry shape) throws SQLException {
        boolean multiple = shape instanceof GeometryCollection;
        multiples |= multiple;
        singles |= !multiple;
        Envelope box = shape.getEnvelopeInternal();
        extent.expandToInclude(box);
        PreparedStatement row = index.orElseThrow();
        row.setLong(1, rows);
        row.setDouble(2, box.getMinX());
        row.setDouble(3, box.getMaxX());
        row.setDouble(4, box.getMinY());
        row.setDouble(5, box.getMaxY());
        row.addBatch();
    }

    private void flush() throws SQLException {
        insert.executeBatch();
        if (index.isPresent()) {
            index.get().executeBatch();
        }
    }

    /** Ends the table: one kind of shapes, the extent, the triggers that keep the index in step for whoever edits the file. */
    void finish() throws SQLException {
        flush();
        boolean mixed = singles && multiples && table.layer().geometry() != GeometryKind.ANY;
        if (mixed) {
            run(table.makeMultiple());
        }
        for (String sql : table.finish(extent, multiples)) {
            run(sql);
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        if (index.isPresent()) {
            index.get().close();
        }
    }
}
