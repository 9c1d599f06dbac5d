package org.anlan.store.sql;

import java.util.List;
import java.util.Optional;

/**
 * A table that a store keeps for good, and how its rows look whichever database holds them.
 *
 * @param name its name
 * @param columns its columns
 * @param order what its rows are read by: the same in every database
 * @param condition which rows are kept; blank = all
 * @param layer the layer whose rows these are; empty for the tables beside the layers
 */
public record KeptTable(String name, List<Column> columns, String order, String condition, Optional<LayerTable> layer) {

    /**
     * A column.
     *
     * @param name its name
     * @param kind what it holds
     */
    public record Column(String name, Kind kind) {}

    /** What a column holds; the Java type of its values is in parentheses. */
    public enum Kind {
        /** A whole number (Long). */
        NUMBER,
        /** A number (Double). */
        REAL,
        /** Text (String). */
        TEXT,
        /** Bytes (byte[]). */
        BYTES,
        /** True or false (Boolean). */
        TRUTH,
        /** A day (LocalDate). */
        DATE,
        /** A moment (Instant). */
        MOMENT,
        /** A shape (byte[]: little-endian well-known binary, EPSG:4490, x = longitude). */
        SHAPE
    }

    /** The condition as it stands in a query; blank when all rows are kept. */
    String where() {
        return condition.isEmpty() ? "" : " WHERE " + condition;
    }

    /** The value of a column in a row of this table. */
    public Object of(Object[] row, String column) {
        return row[place(column)];
    }

    private int place(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name + " has no column " + column);
    }
}
