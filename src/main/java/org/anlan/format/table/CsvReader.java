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
import org.anlan.format.SourceField;
import org.apache.commons.csv.CSVRecord;

/** Reads a table row by row. */
final class CsvReader implements FeatureReader {

    private final List<SourceField> fields;
    private final FindingList findings;
    private final CsvRows rows;
    private int record;

    CsvReader(CsvTable table) throws IOException {
        fields = table.fields();
        findings = new FindingList(table.name());
        rows = new CsvRows(table.file(), table.encoding().charset(), table.name());
        rows.next(); // the header
    }

    @Override
    public Optional<SourceFeature> next() {
        return rows.next().map(this::feature);
    }

    private SourceFeature feature(CSVRecord row) {
        record++;
        Object[] values = new Object[fields.size()];
        for (int i = 0; i < values.length && i < row.size(); i++) {
            String cell = row.get(i).strip();
            if (cell.indexOf('\uFFFD') >= 0) {
                undecodable(fields.get(i).name());
            }
            values[i] = CellGuess.value(cell, fields.get(i).type());
        }
        checkLength(row);
        return new SourceFeature(record, Optional.empty(), values);
    }

    private void undecodable(String field) {
        findings.tally(
                "csv.undecodable-text",
                field,
                Severity.WARNING,
                record,
                Text.of(
                        "列“%s”的文字不符合所用编码，请检查并另选编码",
                        "the text of column “%s” does not fit the encoding; check and choose another one", field));
    }

    private void checkLength(CSVRecord row) {
        if (row.size() < fields.size()) {
            findings.record(
                    "csv.missing-cells",
                    Severity.WARNING,
                    record,
                    Text.of(
                            "第 %d 行只有 %d 格，应有 %d 格；缺少的按空值读取",
                            "Line %d has %d cells instead of %d; those missing were read as no value",
                            rows.line(),
                            row.size(),
                            fields.size()));
        }
        for (int i = fields.size(); i < row.size(); i++) {
            if (!row.get(i).isBlank()) {
                findings.record(
                        "csv.surplus-cells",
                        Severity.ERROR,
                        record,
                        Text.of(
                                "第 %d 行有 %d 格，只应有 %d 格；多出的内容没有列名，未读取",
                                "Line %d has %d cells instead of %d; what is beyond has no column and was not read",
                                rows.line(),
                                row.size(),
                                fields.size()));
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
