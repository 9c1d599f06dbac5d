package org.anlan.format.table;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.format.FeatureReader;
import org.anlan.format.FindingList;
import org.anlan.format.SourceFeature;
import org.anlan.format.place.Spot;
import org.locationtech.jts.geom.Geometry;

/** Reads a table record by record. */
final class TableReader implements FeatureReader {

    private final Table table;
    private final FindingList findings;
    private final FilledRows rows;
    private int record;

    TableReader(Table table) throws IOException {
        this.table = table;
        findings = new FindingList(table.name());
        rows = new FilledRows(table.source().open());
        try {
            rows.skip(table.header());
        } catch (IOException | RuntimeException failed) {
            rows.close();
            throw failed;
        }
    }

    @Override
    public Optional<SourceFeature> next() throws IOException {
        return rows.next().map(this::feature);
    }

    private SourceFeature feature(TableRow row) {
        record++;
        Object[] values = new Object[table.columns().size()];
        for (int i = 0; i < values.length; i++) {
            Column column = table.columns().get(i);
            values[i] = column.value(row);
            check(row, column);
        }
        checkLength(row);
        return new SourceFeature(record, geometry(row), values);
    }

    private Optional<Geometry> geometry(TableRow row) {
        if (table.place().isEmpty()) {
            return Optional.empty();
        }
        Spot spot = table.place().get().reader().spot(row::text);
        spot.trouble().ifPresent(trouble -> tell(trouble, row));
        return spot.geometry();
    }

    private void tell(Spot.Trouble trouble, TableRow row) {
        if (trouble.shared()) {
            findings.tally(trouble.code(), Severity.WARNING, record, trouble.text());
            return;
        }
        Text text = trouble.text();
        findings.record(
                trouble.code(),
                Severity.WARNING,
                record,
                new Text("第 " + row.line() + " 行：" + text.zh(), "Line " + row.line() + ": " + text.en()));
    }

    private void check(TableRow row, Column column) {
        Object cell = row.cell(column.at());
        String field = column.field().name();
        if (cell instanceof CellTrouble trouble) {
            findings.tally(
                    trouble.code(),
                    field,
                    Severity.WARNING,
                    record,
                    Text.of(
                            "列“%1$s”：%2$s",
                            "column “%1$s”: %3$s",
                            field,
                            trouble.text().zh(),
                            trouble.text().en()));
        } else if (cell instanceof String text && text.indexOf('\uFFFD') >= 0) {
            findings.tally(
                    table.format() + ".undecodable-text",
                    field,
                    Severity.WARNING,
                    record,
                    Text.of(
                            "列“%s”的文字不符合所用编码，请检查并另选编码",
                            "the text of column “%s” does not fit the encoding; check and choose another one", field));
        }
    }

    private void checkLength(TableRow row) {
        boolean shortRowsAreOdd = table.format().equals(Csv.NAME);
        if (shortRowsAreOdd && row.cells().length < table.width()) {
            findings.record(
                    table.format() + ".missing-cells",
                    Severity.WARNING,
                    record,
                    Text.of(
                            "第 %d 行只有 %d 格，应有 %d 格；缺少的按空值读取",
                            "Line %d has %d cells instead of %d; those missing were read as no value",
                            row.line(),
                            row.cells().length,
                            table.width()));
        }
        for (int i = table.width(); i < row.cells().length; i++) {
            if (row.cells()[i] != null) {
                findings.record(
                        table.format() + ".surplus-cells",
                        Severity.ERROR,
                        record,
                        Text.of(
                                "第 %d 行有 %d 格，只应有 %d 格；多出的内容没有列名，未读取",
                                "Line %d has %d cells instead of %d; what is beyond has no column and was not read",
                                row.line(),
                                row.cells().length,
                                table.width()));
                return;
            }
        }
    }

    @Override
    public List<Finding> findings() {
        return findings.list();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
