package org.anlan.report;

import java.util.List;
import org.anlan.base.Text;

/**
 * A table; a workbook has a sheet for each.
 *
 * @param title what it shows; the sheet's name
 * @param columns its columns
 * @param rows its rows, each with a value per column
 */
public record Table(Text title, List<Column> columns, List<Row> rows) implements Block {

    /** Fails when a row has more or fewer values than there are columns. */
    public Table {
        for (Row row : rows) {
            if (row.values().size() != columns.size()) {
                throw new IllegalArgumentException(title.en() + ": a row of " + row.values());
            }
        }
    }

    /**
     * A column.
     *
     * @param name its heading, without the unit
     * @param unit of its numbers
     */
    public record Column(Text name, Unit unit) {

        /** The heading with the unit. */
        public Text heading() {
            return unit.sign().zh().isEmpty()
                    ? name
                    : new Text(
                            name.zh() + "（" + unit.sign().zh() + "）",
                            name.en() + " (" + unit.sign().en() + ")");
        }
    }

    /**
     * A row.
     *
     * @param values see {@link Block}
     * @param sum whether it adds up the others
     */
    public record Row(List<Object> values, boolean sum) {

        /** A row like any other. */
        public static Row of(Object... values) {
            return new Row(List.of(values), false);
        }

        /** A row that adds up the others. */
        public static Row sum(Object... values) {
            return new Row(List.of(values), true);
        }
    }
}
