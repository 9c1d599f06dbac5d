package org.anlan.store.sql;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.anlan.base.Refusal;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.FieldType;
import org.anlan.store.Archive;

/** All that a store keeps, as it was at one moment, whatever is committed meanwhile. It holds a connection until it is closed. */
public final class Snapshot implements Closeable {

    private static final int FETCH = 1_000;

    private final Database database;
    private final Archive archive;
    private final Closeable behind;
    private final Connection connection;
    private final List<KeptTable> tables;

    /**
     * The state of a store now. Refused ({@code layer-not-in-catalog}, {@code field-not-in-catalog}) when it has rows or values that the catalogue does not
     * know: they would be left behind.
     *
     * @param database where it lies
     * @param archive its files
     * @param catalog its layers
     * @param behind closed with the snapshot
     */
    public Snapshot(Database database, Archive archive, Catalog catalog, Closeable behind) {
        this.database = database;
        this.archive = archive;
        this.behind = behind;
        this.tables = KeptTables.of(catalog);
        try {
            connection = database.reading().getConnection();
        } catch (SQLException e) {
            throw database.failed(e);
        }
        try {
            database.dialect().holdState(connection);
            mustKnowAll();
        } catch (SQLException e) {
            close();
            throw database.failed(e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** The tables, in an order in which they can be written. */
    public List<KeptTable> tables() {
        return tables;
    }

    /** The connection that sees this state. */
    public Connection connection() {
        return connection;
    }

    /** What the database says in its own way. */
    public Dialect dialect() {
        return database.dialect();
    }

    /** The refusal for a database that failed. */
    public Refusal failed(Exception e) {
        return database.failed(e);
    }

    /** SHA-256 of every file that was handed in and is still needed, in order. */
    public List<String> files() throws SQLException {
        Set<String> files = new TreeSet<>();
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT sha256 FROM upload WHERE state NOT IN ('dropped', 'expired') UNION SELECT source_sha256 FROM revision"
                                + " WHERE source_sha256 IS NOT NULL UNION SELECT sha256 FROM attachment");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                files.add(rows.getString(1));
            }
        }
        return List.copyOf(files);
    }

    /** Writes a file that was handed in; refused ({@code upload-gone}) when it is not there. */
    public void file(String sha256, OutputStream out) throws IOException {
        archive.read(sha256, out);
    }

    /** The rows of a table, one after another; a table or column that this store has not got yet is empty. */
    public Cursor rows(KeptTable table) throws SQLException {
        return new Cursor(table);
    }

    /** Whether this store has a table: an older one has none for a layer that came to the catalogue later. */
    public boolean has(KeptTable table) {
        try {
            return !columnsOf(table.name()).isEmpty();
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    /** How many rows a table has. */
    public long count(KeptTable table) throws SQLException {
        if (columnsOf(table.name()).isEmpty()) {
            return 0;
        }
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT count(*) FROM " + LayerTable.quote(table.name()) + table.where());
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private Set<String> columnsOf(String table) throws SQLException {
        Set<String> columns = new HashSet<>();
        try (ResultSet rows = connection.getMetaData().getColumns(null, connection.getSchema(), table, null)) {
            while (rows.next()) {
                columns.add(rows.getString("COLUMN_NAME"));
            }
        }
        return columns;
    }

    private void mustKnowAll() throws SQLException {
        Set<String> known = tables.stream().map(KeptTable::name).collect(Collectors.toSet());
        List<String> found = new ArrayList<>();
        try (ResultSet rows =
                connection.getMetaData().getTables(null, connection.getSchema(), "f\\_%", new String[] {"TABLE"})) {
            while (rows.next()) {
                found.add(rows.getString("TABLE_NAME"));
            }
        }
        for (String table : found) {
            if (!known.contains(table) && table.startsWith("f_") && has(table, "1 = 1")) {
                throw Refusal.conflict(
                        "layer-not-in-catalog",
                        "库中的表 %s 有数据，但当前目录（catalog）没有这个图层。请用 --catalog 指定该库所用的目录；未作任何更改。",
                        "The store's table %s has rows, but the catalogue has no such layer. Name the catalogue of this store with --catalog; nothing was "
                                + "changed.",
                        table);
            }
        }
        for (KeptTable table : tables) {
            Set<String> unknown = columnsOf(table.name());
            unknown.removeAll(Set.of("rowid"));
            table.columns().forEach(column -> unknown.remove(column.name()));
            for (String column : unknown) {
                if (has(table.name(), LayerTable.quote(column) + " IS NOT NULL")) {
                    throw Refusal.conflict(
                            "field-not-in-catalog",
                            "表 %s 的列 %s 有值，但当前目录（catalog）没有这个字段。请用 --catalog 指定该库所用的目录；未作任何更改。",
                            "Column %2$s of table %1$s has values, but the catalogue has no such field. Name the catalogue of this store with --catalog; "
                                    + "nothing was changed.",
                            table.name(),
                            column);
                }
            }
        }
    }

    private boolean has(String table, String condition) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT 1 FROM " + LayerTable.quote(table) + " WHERE " + condition + " LIMIT 1");
                ResultSet row = query.executeQuery()) {
            return row.next();
        }
    }

    @Override
    public void close() {
        try (Closeable last = behind;
                Connection held = connection) {
            held.rollback();
        } catch (SQLException e) {
            throw database.failed(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of one table. */
    public final class Cursor implements AutoCloseable {
        private final KeptTable table;
        private final Optional<PreparedStatement> query;
        private final Optional<ResultSet> rows;
        /** Rows whose order a database would choose by its own collation: few, and sorted here. */
        private List<Object[]> sorted = List.of();

        private int at;

        private Cursor(KeptTable table) throws SQLException {
            this.table = table;
            Set<String> present = columnsOf(table.name());
            if (present.isEmpty()) {
                query = Optional.empty();
                rows = Optional.empty();
                return;
            }
            String columns = table.columns().stream()
                    .map(column -> present.contains(column.name()) ? expression(column) : "NULL AS " + column.name())
                    .collect(Collectors.joining(", "));
            String order = table.order().isEmpty() ? "" : " ORDER BY " + table.order();
            PreparedStatement select = connection.prepareStatement(
                    "SELECT " + columns + " FROM " + LayerTable.quote(table.name()) + table.where() + order);
            query = Optional.of(select);
            select.setFetchSize(FETCH);
            rows = Optional.of(select.executeQuery());
            if (table.order().isEmpty()) {
                sorted = new ArrayList<>();
                while (rows.get().next()) {
                    sorted.add(row(rows.get()));
                }
                sorted.sort(Comparator.comparing(row -> (String) row[0]));
            }
        }

        private String expression(KeptTable.Column column) {
            return column.kind() == KeptTable.Kind.SHAPE
                    ? dialect().shape() + " AS " + column.name()
                    : LayerTable.quote(column.name());
        }

        /** The next row; empty behind the last. */
        public Optional<Object[]> next() throws SQLException {
            if (table.order().isEmpty()) {
                return at < sorted.size() ? Optional.of(sorted.get(at++)) : Optional.empty();
            }
            return rows.isPresent() && rows.get().next() ? Optional.of(row(rows.get())) : Optional.empty();
        }

        private Object[] row(ResultSet from) throws SQLException {
            Object[] row = new Object[table.columns().size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = value(from, i + 1, table.columns().get(i));
            }
            return row;
        }

        private Object value(ResultSet from, int place, KeptTable.Column column) throws SQLException {
            return switch (column.kind()) {
                case NUMBER -> dialect().get(from, place, FieldType.INTEGER);
                case REAL -> dialect().get(from, place, FieldType.NUMBER);
                case TEXT -> from.getString(place);
                case BYTES -> from.getBytes(place);
                case TRUTH -> dialect().get(from, place, FieldType.BOOLEAN);
                case DATE -> dialect().get(from, place, FieldType.DATE);
                case MOMENT -> dialect().moment(from, column.name());
                case SHAPE -> wkb(from.getBytes(place));
            };
        }

        private byte[] wkb(byte[] shape) {
            if (shape == null) {
                return null;
            }
            ByteBuffer wkb = dialect().wkb(shape);
            byte[] bytes = new byte[wkb.remaining()];
            wkb.get(bytes);
            return bytes;
        }

        @Override
        public void close() throws SQLException {
            if (query.isPresent()) {
                query.get().close();
            }
        }
    }
}
