package org.anlan.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anlan.base.Text;
import org.anlan.format.table.FormulaGuard;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The columns of a list, from which its CSV, its table in a document and its lines for a terminal are made.
 *
 * @param columns the columns
 * @param <T> what a row is
 */
public record Listing<T>(List<Column<T>> columns) {

    /**
     * A column.
     *
     * @param name its name in CSV, with the unit ("length_m")
     * @param label its heading, without the unit
     * @param unit of its numbers
     * @param code its value for programs
     * @param shown its value for people, see {@link Block}
     * @param <T> what a row is
     */
    public record Column<T>(String name, Text label, Unit unit, Function<T, Object> code, Function<T, Object> shown) {}

    /** No columns yet; add with {@link #and}. */
    public static <T> Listing<T> none() {
        return new Listing<>(List.of());
    }

    /** These columns and one more, the same for programs and people. */
    public Listing<T> and(String name, Text label, Unit unit, Function<T, Object> value) {
        return and(new Column<>(name, label, unit, value, value));
    }

    /** These columns and one more with codes for programs and words for people. */
    public Listing<T> and(String name, Text label, Function<T, Object> code, Function<T, Object> shown) {
        return and(new Column<>(name, label, Unit.NONE, code, shown));
    }

    private Listing<T> and(Column<T> column) {
        List<Column<T>> more = new ArrayList<>(columns);
        more.add(column);
        return new Listing<>(List.copyOf(more));
    }

    /** The rows as CSV (RFC 4180). */
    public String csv(List<T> rows) {
        StringBuilder out = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
            csv.printRecord(columns.stream().map(Column::name).toList());
            for (T row : rows) {
                csv.printRecord(columns.stream()
                        .map(column -> guarded(column.code().apply(row)))
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static Object guarded(Object value) {
        return value instanceof String text ? FormulaGuard.guard(text) : value;
    }

    /** The rows as a table of a document. */
    public Table table(Text title, List<T> rows) {
        return new Table(
                title,
                columns.stream()
                        .map(column -> new Table.Column(column.label(), column.unit()))
                        .toList(),
                rows.stream()
                        .map(row -> new Table.Row(
                                columns.stream()
                                        .map(column -> column.shown().apply(row))
                                        .toList(),
                                false))
                        .toList());
    }

    /** The rows for a terminal, a line each under a line of headings. */
    public String lines(List<T> rows) {
        StringBuilder out = new StringBuilder();
        out.append(columns.stream().map(column -> column.label().zh()).collect(Collectors.joining("  ")))
                .append(System.lineSeparator());
        for (T row : rows) {
            out.append(columns.stream().map(column -> line(column, row)).collect(Collectors.joining("  ")))
                    .append(System.lineSeparator());
        }
        return out.toString();
    }

    private static <T> String line(Column<T> column, T row) {
        Object value = column.shown().apply(row);
        if (value instanceof Text text) {
            return text.zh();
        }
        String word = value instanceof Number number ? column.unit().shown(number) : value.toString();
        return word.isEmpty() ? "–" : word;
    }
}
