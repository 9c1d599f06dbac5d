package org.anlan.format.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anlan.format.table.RowReader;
import org.anlan.format.table.RowSource;
import org.anlan.format.table.TableRow;

/**
 * Which sheets of a workbook are tables. Blank ones are not, and where there are wider ones, those of a single column hold remarks.
 *
 * @param chosen the tables
 * @param hidden names of the sheets that are not shown
 * @param leftOut names of the sheets with remarks
 */
record SheetChoice(List<Chosen> chosen, List<String> hidden, List<String> leftOut) {

    private static final int LOOKED_AT = 20;
    private static final int SHOWN = 10;

    /**
     * A sheet that is a table.
     *
     * @param sheet which
     * @param rows its rows
     * @param width the most cells in one of its first rows
     */
    record Chosen(WorkbookIndex.Sheet sheet, RowSource rows, int width) {}

    static SheetChoice of(List<WorkbookIndex.Sheet> sheets, Xlsx.Sheets source) throws IOException {
        List<String> hidden = new ArrayList<>();
        List<Chosen> filled = new ArrayList<>();
        for (WorkbookIndex.Sheet sheet : sheets) {
            if (sheet.hidden()) {
                hidden.add(sheet.name());
                continue;
            }
            RowSource rows = source.rows(sheet);
            int width = width(rows);
            if (width > 0) {
                filled.add(new Chosen(sheet, rows, width));
            }
        }
        boolean tables = filled.stream().anyMatch(sheet -> sheet.width() > 1);
        List<String> narrow = filled.stream()
                .filter(sheet -> tables && sheet.width() == 1)
                .map(sheet -> sheet.sheet().name())
                .toList();
        filled.removeIf(sheet -> tables && sheet.width() == 1);
        return new SheetChoice(List.copyOf(filled), shown(hidden), shown(narrow));
    }

    private static int width(RowSource source) throws IOException {
        int widest = 0;
        try (RowReader rows = source.open()) {
            Optional<TableRow> row = rows.next();
            for (int looked = 0; row.isPresent() && looked < LOOKED_AT; looked++) {
                widest = Math.max(widest, row.get().filled());
                row = rows.next();
            }
        }
        return widest;
    }

    private static List<String> shown(List<String> names) {
        return names.size() <= SHOWN ? List.copyOf(names) : List.copyOf(names.subList(0, SHOWN));
    }
}
