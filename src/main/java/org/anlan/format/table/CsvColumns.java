package org.anlan.format.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.anlan.base.Refusal;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.format.FindingList;
import org.apache.commons.csv.CSVRecord;

/** The names in the first row of a table; blank and repeated ones are told apart. */
final class CsvColumns {

    private static final int MOST = 2_000;

    private CsvColumns() {}

    static List<String> names(CSVRecord header, FindingList findings, String table) {
        int columns = header.size();
        while (columns > 0 && header.get(columns - 1).isBlank()) {
            columns--;
        }
        if (columns == 0 || columns > MOST) {
            throw Refusal.unprocessable(
                    "csv-broken",
                    "表格“%s”的首行有 %d 个列名，应为 1 到 %d 个",
                    "The first row of “%s” has %d column names; 1 to %d are possible",
                    table,
                    columns,
                    MOST);
        }
        List<String> names = new ArrayList<>(columns);
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < columns; i++) {
            String written = header.get(i).strip();
            String stem = written.isEmpty() ? "column_" + (i + 1) : written;
            String name = stem;
            for (int n = 2; !taken.add(name.toUpperCase(Locale.ROOT)); n++) {
                name = stem + "_" + n;
            }
            if (!name.equals(written)) {
                findings.file(
                        "csv.column-renamed",
                        Severity.NOTE,
                        Text.of(
                                "第 %d 列的列名为空或重复，已改称“%s”",
                                "the name of column %d is blank or repeated; it is called “%s” here", i + 1, name));
            }
            names.add(name);
        }
        return names;
    }
}
