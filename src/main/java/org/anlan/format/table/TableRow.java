package org.anlan.format.table;

import java.math.BigDecimal;

/**
 * One row of a table as the file holds it.
 *
 * @param line where it stands in the file, from 1
 * @param cells from the first column on: {@code null} for a blank cell, else a {@link String} without blanks around it, a {@link
 *     Double}, {@link Boolean}, {@link java.time.LocalDate} or {@link CellTrouble}
 */
@SuppressWarnings("ArrayRecordComponent") // one row of a million; never compared, never shared
public record TableRow(long line, Object[] cells) {

    /** A cell, or {@code null} beyond the end of the row. */
    Object cell(int column) {
        return column < cells.length ? cells[column] : null;
    }

    /** The text of a cell, "" for one that is blank, in trouble, or beyond the end. */
    String text(int column) {
        Object cell = cell(column);
        return cell == null || cell instanceof CellTrouble ? "" : text(cell);
    }

    /** A value as a person would type it: no exponent, no ".0" behind a whole number. */
    static String text(Object value) {
        if (value instanceof Double d) {
            return d == Math.rint(d) && Math.abs(d) < 1e15
                    ? Long.toString(d.longValue())
                    : new BigDecimal(d.toString()).toPlainString();
        }
        return value.toString();
    }

    /** How many cells are not blank. */
    public int filled() {
        int filled = 0;
        for (Object cell : cells) {
            filled += cell == null ? 0 : 1;
        }
        return filled;
    }

    boolean isBlank() {
        return filled() == 0;
    }
}
