package org.anlan.format.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table as CSV (RFC 4180), record by record. Texts cannot be taken for formulas. */
public final class CsvText {

    private final StringBuilder out = new StringBuilder();
    private final CSVPrinter csv;

    /** A table with these columns. */
    public CsvText(String... columns) {
        try {
            csv = new CSVPrinter(out, CSVFormat.RFC4180);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        record((Object[]) columns);
    }

    /** Adds a record. */
    public CsvText record(Object... values) {
        try {
            csv.printRecord(Arrays.stream(values)
                    .map(value -> value instanceof String text ? FormulaGuard.guard(text) : value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** The table so far. */
    @Override
    public String toString() {
        return out.toString();
    }
}
