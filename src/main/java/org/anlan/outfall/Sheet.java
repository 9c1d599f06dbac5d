package org.anlan.outfall;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.anlan.base.Padded;
import org.anlan.base.Text;
import org.anlan.format.table.CsvText;
import org.anlan.report.Table;
import org.anlan.report.Unit;

/** A table of the ledger, filled once and given as CSV, for a terminal, or in a report. "" is nothing. */
final class Sheet {

    private static final int WIDEST = 44;

    private final Text title;
    private final List<Column> columns = new ArrayList<>();
    private final List<List<Object>> rows = new ArrayList<>();

    /**
     * A code of a list and what it means: CSV, which programs read, has the code, all else the words.
     *
     * @param code code
     * @param label words for people
     */
    record Coded(String code, Text label) {}

    private record Column(String word, Text name, Unit unit) {}

    Sheet(Text title) {
        this.title = title;
    }

    /** Adds a column: its word in CSV, its heading. */
    Sheet column(String word, String zh, String en, Unit unit) {
        columns.add(new Column(word, new Text(zh, en), unit));
        return this;
    }

    /** Adds a column of words. */
    Sheet column(String word, String zh, String en) {
        return column(word, zh, en, Unit.NONE);
    }

    /** Adds a row; {@code null} is nothing. */
    Sheet row(Object... values) {
        rows.add(Arrays.stream(values)
                .map(value -> value == null
                        ? ""
                        : value instanceof Number || value instanceof Text || value instanceof Coded
                                ? value
                                : value.toString())
                .toList());
        return this;
    }

    /** As RFC 4180; of words in two languages the Chinese. */
    String csv() {
        CsvText csv = new CsvText(columns.stream().map(Column::word).toArray(String[]::new));
        rows.forEach(row -> csv.record(row.stream()
                .map(value ->
                        value instanceof Text text ? text.zh() : value instanceof Coded coded ? coded.code() : value)
                .toArray()));
        return csv.toString();
    }

    /** Rounded, in columns. */
    String terminal() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns.stream().map(column -> column.name().zh()).toList());
        rows.forEach(row -> {
            List<String> line = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                Object value = shown(row.get(i));
                line.add(
                        value instanceof Number number
                                ? columns.get(i).unit().shown(number)
                                : value instanceof Text text ? text.zh() : value.toString());
            }
            lines.add(line);
        });
        StringBuilder out = new StringBuilder(title.both()).append('\n');
        int[] widths = widths(lines);
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < line.size(); i++) {
                text.append(Padded.to(line.get(i), widths[i] + 2));
            }
            out.append(text.toString().stripTrailing()).append('\n');
        }
        return out.toString();
    }

    private int[] widths(List<List<String>> lines) {
        int[] widths = new int[columns.size()];
        lines.forEach(line -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.min(WIDEST, Math.max(widths[i], Padded.width(line.get(i))));
            }
        });
        return widths;
    }

    /** As a report has it. */
    Table table() {
        return new Table(
                title,
                columns.stream()
                        .map(column -> new Table.Column(column.name(), column.unit()))
                        .toList(),
                rows.stream()
                        .map(row -> new Table.Row(row.stream().map(Sheet::shown).toList(), false))
                        .toList());
    }

    private static Object shown(Object value) {
        return value instanceof Coded coded ? coded.label() : value;
    }
}
