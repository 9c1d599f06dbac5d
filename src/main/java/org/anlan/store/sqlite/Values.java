package org.anlan.store.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import org.anlan.catalog.FieldType;

/** Carries the values of catalogue fields to and from SQLite: booleans as 0 and 1, dates as ISO text. */
final class Values {

    private Values() {}

    static void set(PreparedStatement statement, int at, Object value) throws SQLException {
        if (value == null) {
            statement.setNull(at, Types.NULL);
        } else if (value instanceof String s) {
            statement.setString(at, s);
        } else if (value instanceof Long l) {
            statement.setLong(at, l);
        } else if (value instanceof Double d) {
            statement.setDouble(at, d);
        } else if (value instanceof Boolean b) {
            statement.setInt(at, b ? 1 : 0);
        } else if (value instanceof LocalDate d) {
            statement.setString(at, d.toString());
        } else {
            throw new IllegalArgumentException("no column holds a " + value.getClass());
        }
    }

    static Object get(ResultSet row, int at, FieldType type) throws SQLException {
        return switch (type) {
            case TEXT -> row.getString(at);
            case INTEGER -> {
                long value = row.getLong(at);
                yield row.wasNull() ? null : (Object) value;
            }
            case NUMBER -> {
                double value = row.getDouble(at);
                yield row.wasNull() ? null : (Object) value;
            }
            case BOOLEAN -> {
                int value = row.getInt(at);
                yield row.wasNull() ? null : (Object) (value != 0);
            }
            case DATE -> {
                String value = row.getString(at);
                yield value == null ? null : LocalDate.parse(value);
            }
        };
    }
}
