package org.anlan.coast;

import java.util.List;

/**
 * The retention ratio by two groupings at once: by town and protection class, say. The rows' own sums are the totals to the right of the table, the columns'
 * those below it.
 *
 * @param figure the figure by the rows' grouping, with what everything rests on
 * @param across what the columns are
 * @param columns one per class that has coast, in the order of its code list, with its total
 * @param unclassed coast that no column takes
 * @param rows the cells of each of the figure's rows, in its order
 * @param unassigned the cells of the coast that no row takes
 */
public record CrossTable(
        RetentionFigure figure,
        By across,
        List<RetentionFigure.Row> columns,
        Sums unclassed,
        List<Cells> rows,
        Cells unassigned) {

    /**
     * The cells of one row.
     *
     * @param columns one per column, in their order
     * @param unclassed what of the row no column takes
     */
    public record Cells(List<Sums> columns, Sums unclassed) {}

    /** The totals below the table, without that of everything. */
    public Cells totals() {
        return new Cells(columns.stream().map(RetentionFigure.Row::sums).toList(), unclassed);
    }
}
