package org.anlan.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.anlan.geo.Rounding;
import org.anlan.store.sql.LayerTable;
import org.locationtech.jts.geom.Envelope;

/**
 * Adds the bounding boxes of new rows to a layer's R*Tree. A few are inserted one by one; many, beside which the index as it is counts little, are packed
 * with it into a new tree ({@link PackedRTree}), which takes a tenth of the time.
 */
final class BoxIndex {

    /** Under so many new boxes the tree is not packed anew. */
    private static final int MANY = 1_000;

    /** A tree of more than so many times the new boxes stays as it is. */
    private static final int AT_MOST_TIMES = 3;

    private final Connection connection;
    private final LayerTable table;
    private final Boxes boxes = new Boxes();

    BoxIndex(Connection connection, LayerTable table) {
        this.connection = connection;
        this.table = table;
    }

    void add(long fid, Envelope box) {
        boxes.add(
                fid,
                Rounding.down(box.getMinX()),
                Rounding.up(box.getMaxX()),
                Rounding.down(box.getMinY()),
                Rounding.up(box.getMaxY()));
    }

    /** Writes all of them; they must be in the table by now. */
    void finish() throws SQLException {
        if (boxes.size() >= MANY && there() <= (long) AT_MOST_TIMES * boxes.size()) {
            readExisting();
            new PackedRTree(connection, SpatialIndex.name(table)).write(boxes);
        } else {
            insert();
        }
    }

    private long there() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT count(*) FROM " + LayerTable.quote(SpatialIndex.name(table) + "_rowid"));
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private void readExisting() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT id, minx, maxx, miny, maxy FROM " + SpatialIndex.of(table));
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                boxes.add(rows.getLong(1), rows.getFloat(2), rows.getFloat(3), rows.getFloat(4), rows.getFloat(5));
            }
        }
    }

    private void insert() throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO " + SpatialIndex.of(table) + "(id, minx, maxx, miny, maxy) VALUES (?, ?, ?, ?, ?)")) {
            for (int i = 0; i < boxes.size(); i++) {
                insert.setLong(1, boxes.id(i));
                insert.setDouble(2, boxes.minX(i));
                insert.setDouble(3, boxes.maxX(i));
                insert.setDouble(4, boxes.minY(i));
                insert.setDouble(5, boxes.maxY(i));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
