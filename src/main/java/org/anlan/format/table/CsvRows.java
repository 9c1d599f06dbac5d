package org.anlan.format.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a CSV file (RFC 4180, with other delimiters), blank lines left out. */
final class CsvRows implements RowReader {

    private static final int HEAD = 1 << 16;

    private final String name;
    private final RowLimitReader limit;
    private final CSVParser parser;
    private final Iterator<CSVRecord> rows;

    CsvRows(Path file, Charset charset, String name) throws IOException {
        this.name = name;
        BufferedReader reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset), HEAD);
        char delimiter = delimiter(reader);
        limit = new RowLimitReader(reader);
        parser = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                .get()
                .parse(limit);
        rows = parser.iterator();
    }

    private static char delimiter(Reader reader) throws IOException {
        reader.mark(HEAD);
        char[] head = new char[HEAD];
        int length = 0;
        for (int read = 0; read >= 0 && length < HEAD; length += Math.max(0, read)) {
            read = reader.read(head, length, HEAD - length);
        }
        reader.reset();
        if (length > 0 && head[0] == '\uFEFF') {
            reader.skip(1);
        }
        return Delimiter.of(new String(head, 0, length));
    }

    @Override
    public Optional<TableRow> next() {
        try {
            if (!rows.hasNext()) {
                return Optional.empty();
            }
            CSVRecord row = rows.next();
            limit.rowDone();
            return Optional.of(new TableRow(parser.getCurrentLineNumber(), cells(row)));
        } catch (UncheckedIOException | IllegalStateException broken) {
            throw Refusal.unprocessable(
                    "csv-broken",
                    "表格“%s”在第 %d 行附近无法解析，多半是引号没有成对；请检查该行后重新保存为 CSV",
                    "The table “%s” cannot be parsed near line %d, most likely a quote is not closed; check that line and save the CSV again",
                    name,
                    parser.getCurrentLineNumber());
        }
    }

    private static Object[] cells(CSVRecord row) {
        Object[] cells = new Object[row.size()];
        for (int i = 0; i < cells.length; i++) {
            String text = FormulaGuard.unguard(row.get(i)).strip();
            cells[i] = text.isEmpty() ? null : text;
        }
        return cells;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
