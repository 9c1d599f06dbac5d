package org.anlan.format.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.anlan.base.Refusal;

/**
 * The columns of a table; blank and repeated names are told apart.
 *
 * @param written as the file has them, "" for a blank one
 * @param names one per column, all different
 */
record ColumnNames(List<String> written, List<String> names) {

    static final int MOST = 2_000;

    static ColumnNames of(List<String> header, String format, String table) {
        int columns = header.size();
        while (columns > 0 && header.get(columns - 1).isBlank()) {
            columns--;
        }
        if (columns == 0 || columns > MOST) {
            throw Refusal.unprocessable(
                    format + "-broken",
                    "表格“%s”的表头有 %d 个列名，应为 1 到 %d 个",
                    "The header of “%s” has %d column names; 1 to %d are possible",
                    table,
                    columns,
                    MOST);
        }
        List<String> names = new ArrayList<>(columns);
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < columns; i++) {
            String stem = header.get(i).isEmpty() ? "column_" + (i + 1) : header.get(i);
            String name = stem;
            for (int n = 2; !taken.add(name.toUpperCase(Locale.ROOT)); n++) {
                name = stem + "_" + n;
            }
            names.add(name);
        }
        return new ColumnNames(List.copyOf(header.subList(0, columns)), List.copyOf(names));
    }

    boolean isRenamed(int column) {
        return !names.get(column).equals(written.get(column));
    }
}
