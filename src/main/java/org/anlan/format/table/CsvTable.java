package org.anlan.format.table;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anlan.base.Finding;
import org.anlan.base.Refusal;
import org.anlan.format.FeatureReader;
import org.anlan.format.FeatureSource;
import org.anlan.format.FindingList;
import org.anlan.format.OpenOptions;
import org.anlan.format.SingleFileFormat;
import org.anlan.format.SourceEncoding;
import org.anlan.format.SourceField;
import org.anlan.format.TextEncoding;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file with a header row as one layer without shapes. Types are inferred over all rows: INTEGER, NUMBER, DATE (2024-03-05,
 * 2024/3/5, 2024年3月5日), else TEXT.
 *
 * @param name the layer's name
 * @param file where it lies
 * @param encoding of its text
 * @param fields the columns
 * @param rows rows below the header
 * @param findings what was found when it was opened
 */
public record CsvTable(
        String name, Path file, SourceEncoding encoding, List<SourceField> fields, int rows, List<Finding> findings)
        implements FeatureSource {

    /** How a hand-in is opened as a table. */
    public static final SingleFileFormat FORMAT = SingleFileFormat.ofOneLayer(
            Set.of("csv", "tsv"), (file, name, options) -> Optional.of(open(file, name, options)));

    /** Opens a table: finds encoding and delimiter and reads it once through for the types. */
    public static CsvTable open(Path file, String name, OpenOptions options) throws IOException {
        SourceEncoding encoding = TextEncoding.of(file, options);
        FindingList findings = new FindingList(name);
        try (CsvRows rows = new CsvRows(file, encoding.charset(), name)) {
            CSVRecord header = rows.next()
                    .orElseThrow(() ->
                            Refusal.unprocessable("csv-empty", "表格“%s”没有任何内容", "The table “%s” has no content", name));
            List<String> names = CsvColumns.names(header, findings, name);
            List<CellGuess> guesses =
                    Stream.generate(CellGuess::new).limit(names.size()).toList();
            int count = 0;
            for (Optional<CSVRecord> row = rows.next(); row.isPresent(); row = rows.next()) {
                see(row.get(), guesses);
                count++;
            }
            return new CsvTable(name, file, encoding, fields(names, guesses), count, findings.list());
        }
    }

    private static void see(CSVRecord row, List<CellGuess> guesses) {
        for (int i = 0; i < Math.min(row.size(), guesses.size()); i++) {
            String cell = row.get(i).strip();
            if (!cell.isEmpty()) {
                guesses.get(i).see(cell);
            }
        }
    }

    private static List<SourceField> fields(List<String> names, List<CellGuess> guesses) {
        List<SourceField> fields = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            fields.add(new SourceField(names.get(i), guesses.get(i).type(), 0, 0));
        }
        return List.copyOf(fields);
    }

    @Override
    public String format() {
        return "csv";
    }

    @Override
    public Optional<Integer> count() {
        return Optional.of(rows);
    }

    @Override
    public Optional<String> declaredCrs() {
        return Optional.empty();
    }

    @Override
    public Optional<FeatureSource> readAs(Charset charset) throws IOException {
        try (CsvRows lines = new CsvRows(file, charset, name)) {
            FindingList unheard = new FindingList(name);
            Optional<List<String>> names = lines.next().map(header -> CsvColumns.names(header, unheard, name));
            return names.map(all -> new CsvTable(
                    name,
                    file,
                    new SourceEncoding(charset, SourceEncoding.Reason.CHOSEN),
                    all.stream()
                            .map(column -> new SourceField(column, SourceField.Type.TEXT, 0, 0))
                            .toList(),
                    rows,
                    List.of()));
        }
    }

    @Override
    public FeatureReader read() throws IOException {
        return new CsvReader(this);
    }
}
