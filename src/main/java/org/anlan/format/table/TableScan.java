package org.anlan.format.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.format.FindingList;
import org.anlan.format.SourceEncoding;
import org.anlan.format.SourceField;
import org.anlan.format.place.Place;
import org.anlan.format.place.PlaceSearch;

/** Reads a table once through: header, types of the columns, where the rows lie. */
final class TableScan {

    private static final long HEAD_CHARACTERS = 2_000_000;

    private final String format;
    private final FindingList findings;
    private final ColumnNames names;
    private final List<CellGuess> guesses;
    private final PlaceSearch search;
    private int count;

    private TableScan(String name, String format, HeaderSearch header, FindingList findings) {
        this.format = format;
        this.findings = findings;
        this.names = ColumnNames.of(header.names(), format, name);
        this.guesses =
                Stream.generate(CellGuess::new).limit(names.names().size()).toList();
        this.search = new PlaceSearch(names.written());
    }

    static Optional<Table> of(String name, String format, SourceEncoding encoding, RowSource source)
            throws IOException {
        FindingList findings = new FindingList(name);
        try (FilledRows rows = new FilledRows(source.open())) {
            List<TableRow> head = rows.head(HeaderSearch.LOOKED_AT, HEAD_CHARACTERS);
            if (head.isEmpty()) {
                return Optional.empty();
            }
            HeaderSearch header = HeaderSearch.of(head);
            tell(header, head.get(0).line(), findings);
            TableScan scan = new TableScan(name, format, header, findings);
            rows.skip(header.rows());
            for (Optional<TableRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                scan.see(row.get());
            }
            Optional<Place> place = scan.search.found(findings);
            List<Column> columns = scan.columns(place);
            return Optional.of(new Table(
                    name,
                    format,
                    encoding,
                    source,
                    header.rows(),
                    scan.names.names().size(),
                    columns,
                    place,
                    scan.count,
                    findings.list()));
        }
    }

    /** The names of the columns as written. */
    static List<String> names(RowSource source) throws IOException {
        try (FilledRows rows = new FilledRows(source.open())) {
            List<TableRow> head = rows.head(HeaderSearch.LOOKED_AT, HEAD_CHARACTERS);
            return head.isEmpty() ? List.of() : HeaderSearch.of(head).names();
        }
    }

    private static void tell(HeaderSearch header, long first, FindingList findings) {
        if (header.line() != first) {
            findings.file(
                    "table.header-row",
                    Severity.NOTE,
                    Text.of(
                            "列名取自第 %d 行，其上的标题行没有读取",
                            "Column names were taken from line %d; the titles above it were not read", header.line()));
        }
        for (long line : header.leftOut()) {
            findings.file(
                    "table.unit-row",
                    Severity.NOTE,
                    Text.of(
                            "第 %d 行是单位或列号，没有作为记录读取",
                            "Line %d holds units or column numbers and was not read as a record", line));
        }
    }

    private void see(TableRow row) {
        count++;
        for (int i = 0; i < Math.min(row.cells().length, guesses.size()); i++) {
            Object cell = row.cells()[i];
            if (cell != null && !(cell instanceof CellTrouble)) {
                guesses.get(i).see(cell);
            }
        }
        search.see(row::text);
    }

    /** Every column but those that are empty from the header down, and those that only hold the shape. */
    private List<Column> columns(Optional<Place> place) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < guesses.size(); i++) {
            int at = i;
            boolean empty = names.written().get(i).isEmpty() && !guesses.get(i).isSeen();
            if (empty || place.filter(p -> p.shapes().contains(at)).isPresent()) {
                continue;
            }
            if (names.isRenamed(i)) {
                findings.file(
                        format + ".column-renamed",
                        Severity.NOTE,
                        Text.of(
                                "第 %d 列的列名为空或重复，已改称“%s”",
                                "the name of column %d is blank or repeated; it is called “%s” here",
                                i + 1,
                                names.names().get(i)));
            }
            Optional<Place.AngleColumn> angle =
                    place.flatMap(p -> Optional.ofNullable(p.angles().get(at)));
            columns.add(new Column(i, new SourceField(names.names().get(i), type(guesses.get(i), angle), 0, 0), angle));
        }
        return List.copyOf(columns);
    }

    private static SourceField.Type type(CellGuess guess, Optional<Place.AngleColumn> angle) {
        return angle.map(a -> a.complete() ? SourceField.Type.NUMBER : SourceField.Type.TEXT)
                .orElseGet(guess::type);
    }
}
