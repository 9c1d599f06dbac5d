package org.anlan.store.sqlite;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.anlan.geo.HilbertOrder;
import org.anlan.store.sql.LayerTable;
import org.anlan.store.sql.PlainSql;

/**
 * Writes the content of an SQLite R*Tree at once: boxes in the order of a Hilbert curve, packed into full nodes from the leaves up, straight into the
 * tables behind the index ({@code _node}, {@code _rowid}, {@code _parent}). Their format is SQLite's own ("The SQLite R*Tree Module", section 5: a node is
 * a 16-bit depth, used in the root only, a 16-bit count, and cells of a 64-bit number and four 32-bit floats, all big-endian; the root is node 1).
 */
final class PackedRTree {

    private static final int HEAD_BYTES = 4;
    private static final int CELL_BYTES = 24;
    private static final long ROOT = 1;

    private final Connection connection;
    private final String name;

    /** @param name of the index, not quoted */
    PackedRTree(Connection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    /** Replaces what the index holds by these boxes. */
    void write(Boxes boxes) throws SQLException {
        int nodeBytes = nodeBytes();
        for (String part : new String[] {"_node", "_rowid", "_parent"}) {
            PlainSql.run(connection, "DELETE FROM " + part(part));
        }
        int[] order =
                HilbertOrder.of(boxes.size(), i -> boxes.minX(i) + boxes.maxX(i), i -> boxes.minY(i) + boxes.maxY(i));
        Boxes level = new Boxes();
        for (int box : order) {
            level.add(boxes.id(box), boxes.minX(box), boxes.maxX(box), boxes.minY(box), boxes.maxY(box));
        }
        try (Statements into = new Statements(nodeBytes)) {
            int depth = 0;
            while (level.size() > into.cells) {
                level = into.level(level, depth++);
            }
            into.root(level, depth);
        }
    }

    private int nodeBytes() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT length(data) FROM " + part("_node") + " WHERE nodeno = " + ROOT);
                ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("the spatial index " + name + " has no root");
            }
            return row.getInt(1);
        }
    }

    private String part(String suffix) {
        return LayerTable.quote(name + suffix);
    }

    /** The tables being filled. */
    private final class Statements implements AutoCloseable {

        private final PreparedStatement node;
        private final PreparedStatement leafOf;
        private final PreparedStatement parentOf;
        private final int nodeBytes;
        private final int cells;
        private long lastNode = ROOT;

        Statements(int nodeBytes) throws SQLException {
            this.nodeBytes = nodeBytes;
            this.cells = (nodeBytes - HEAD_BYTES) / CELL_BYTES;
            node = connection.prepareStatement("INSERT INTO " + part("_node") + " VALUES (?, ?)");
            leafOf = connection.prepareStatement("INSERT INTO " + part("_rowid") + " VALUES (?, ?)");
            parentOf = connection.prepareStatement("INSERT INTO " + part("_parent") + " VALUES (?, ?)");
        }

        /** Packs the cells of a level into nodes of even size, and gives the boxes of those nodes. */
        Boxes level(Boxes level, int depth) throws SQLException {
            int nodes = (level.size() + cells - 1) / cells;
            Boxes above = new Boxes();
            for (int i = 0; i < nodes; i++) {
                int from = (int) ((long) level.size() * i / nodes);
                int to = (int) ((long) level.size() * (i + 1) / nodes);
                write(++lastNode, 0, level, from, to, depth);
                bound(above, lastNode, level, from, to);
            }
            return above;
        }

        void root(Boxes level, int depth) throws SQLException {
            write(ROOT, depth, level, 0, level.size(), depth);
            node.executeBatch();
            leafOf.executeBatch();
            parentOf.executeBatch();
        }

        private void write(long number, int depthTold, Boxes level, int from, int to, int depth) throws SQLException {
            ByteBuffer bytes = ByteBuffer.allocate(nodeBytes);
            bytes.putShort((short) depthTold).putShort((short) (to - from));
            PreparedStatement up = depth == 0 ? leafOf : parentOf;
            for (int i = from; i < to; i++) {
                bytes.putLong(level.id(i))
                        .putFloat(level.minX(i))
                        .putFloat(level.maxX(i))
                        .putFloat(level.minY(i))
                        .putFloat(level.maxY(i));
                up.setLong(1, level.id(i));
                up.setLong(2, number);
                up.addBatch();
            }
            node.setLong(1, number);
            node.setBytes(2, bytes.array());
            node.addBatch();
            if (number % 100 == 0) { // a batch is held in memory
                node.executeBatch();
                up.executeBatch();
            }
        }

        private static void bound(Boxes above, long number, Boxes level, int from, int to) {
            float minX = Float.POSITIVE_INFINITY;
            float maxX = Float.NEGATIVE_INFINITY;
            float minY = Float.POSITIVE_INFINITY;
            float maxY = Float.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                minX = Math.min(minX, level.minX(i));
                maxX = Math.max(maxX, level.maxX(i));
                minY = Math.min(minY, level.minY(i));
                maxY = Math.max(maxY, level.maxY(i));
            }
            above.add(number, minX, maxX, minY, maxY);
        }

        @Override
        public void close() throws SQLException {
            node.close();
            leafOf.close();
            parentOf.close();
        }
    }
}
