package org.anlan.format.geopackage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The tables and views that a database file declares, and which of them may be read. */
final class Schema {

    private static final int MOST_OBJECTS = 20_000;
    private static final int COMPUTED = 2; // how SQLite marks a generated column whose value is not in the file

    private final Connection connection;
    private final Map<String, String> views = new HashMap<>();
    private final Set<String> tables = new HashSet<>();
    private final Set<String> notPlain = new HashSet<>();

    Schema(Connection connection) throws SQLException {
        this.connection = connection;
        List<String> plain = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT name, type, rootpage, sql FROM sqlite_schema WHERE type IN ('table', 'view') LIMIT "
                                + MOST_OBJECTS);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                String name = String.valueOf(rows.getString(1)).toLowerCase(Locale.ROOT);
                if (rows.getString(2).equals("view")) {
                    views.put(name, String.valueOf(rows.getString(4)));
                    notPlain.add(name);
                } else if (rows.getLong(3) > 0) {
                    plain.add(name);
                } else {
                    notPlain.add(name);
                }
            }
        }
        for (String table : plain) {
            tables.add(table);
            if (columns(table).stream().anyMatch(ColumnInfo::isComputed)) {
                notPlain.add(table);
            }
        }
    }

    /**
     * A column.
     *
     * @param name its name
     * @param type as declared; "" for what a view computes
     * @param isKey whether it is (part of) the primary key
     * @param isComputed whether its values are computed by the file's own formula when they are read
     */
    record ColumnInfo(String name, String type, boolean isKey, boolean isComputed) {}

    /** Whether there is a table of this name that is neither a view nor virtual. */
    boolean isPlainTable(String name) {
        return tables.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Whether there is a view of this name. */
    boolean isView(String name) {
        return views.containsKey(name.toLowerCase(Locale.ROOT));
    }

    /** Whether reading it costs no more than its rows. */
    boolean mayBeRead(String name) {
        return isPlainTable(name)
                || (isView(name) && SimpleView.isSimple(views.get(name.toLowerCase(Locale.ROOT)), notPlain));
    }

    /** The columns of a table or view. */
    List<ColumnInfo> columns(String table) throws SQLException {
        List<ColumnInfo> columns = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT name, type, pk, hidden FROM pragma_table_xinfo(?)")) {
            query.setString(1, table);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    columns.add(new ColumnInfo(
                            rows.getString(1),
                            String.valueOf(rows.getString(2)),
                            rows.getInt(3) > 0,
                            rows.getInt(4) == COMPUTED));
                }
            }
        }
        return columns;
    }
}
