package org.anlan.coast.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.stream.Collectors;
import org.anlan.base.Padded;
import org.anlan.catalog.Catalog;
import org.anlan.coast.CoastMaps;
import org.anlan.coast.CrossTable;
import org.anlan.coast.RetentionFigure;
import org.anlan.coast.Sums;
import org.anlan.format.table.CsvText;
import org.anlan.report.FigureForms;

/** A cross-table as JSON (docs/api.md), as CSV with a record for each cell, and as a table of lengths and ratios for a terminal. */
public final class CrossText {

    private static final String UNASSIGNED = "unassigned";
    private static final String UNASSIGNED_ZH = "未归属";

    private CrossText() {}

    /** The cross-table in every form. */
    public static FigureForms forms(CrossTable table, Catalog catalog, CoastMaps maps) {
        RetentionFigure figure = table.figure();
        return new FigureForms(
                RetentionText.fileName(figure) + "-" + table.across().word(),
                () -> table(table),
                () -> tree(table),
                () -> csv(table),
                () -> new RetentionDocument(figure, catalog, maps).document(table));
    }

    /** The cross-table as JSON; numbers are not rounded. */
    public static JsonNode tree(CrossTable table) {
        RetentionFigure figure = table.figure();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        RetentionText.head(node, figure);
        node.put("across", table.across().word());
        ArrayNode columns = node.putArray("columns");
        table.columns()
                .forEach(column -> SumsText.put(RetentionText.row(columns, column), column.sums(), figure.target()));
        node.set("unclassed", SumsText.node(table.unclassed(), figure.target()));
        node.set("total", SumsText.node(figure.total(), figure.target()));
        ArrayNode rows = node.putArray("rows");
        for (int i = 0; i < figure.rows().size(); i++) {
            RetentionFigure.Row row = figure.rows().get(i);
            cells(
                    SumsText.put(RetentionText.row(rows, row), row.sums(), figure.target()),
                    table,
                    table.rows().get(i));
        }
        ObjectNode unassigned = SumsText.node(figure.unassigned(), figure.target());
        cells(unassigned, table, table.unassigned());
        node.set(UNASSIGNED, unassigned);
        SumsText.warnings(node, figure.warnings());
        return node;
    }

    private static void cells(ObjectNode row, CrossTable table, CrossTable.Cells cells) {
        ArrayNode list = row.putArray("cells");
        for (int i = 0; i < table.columns().size(); i++) {
            SumsText.put(
                    list.addObject().put("column", table.columns().get(i).code()),
                    cells.columns().get(i),
                    table.figure().target());
        }
        row.set("unclassed", SumsText.node(cells.unclassed(), table.figure().target()));
    }

    /** A record for each cell that has coast, totals included (code {@code total}), as RFC 4180. Texts cannot be taken for formulas. */
    public static String csv(CrossTable table) {
        RetentionFigure figure = table.figure();
        CsvText csv = new CsvText(
                "code",
                "name",
                "across_code",
                "across_name",
                "segments",
                "total_m",
                "counted_natural_m",
                "counted_total_m",
                "ratio_percent",
                "survey_year",
                "coast",
                "rules",
                "rules_version",
                "length_method",
                "coastline_revision",
                "regions_revision");
        for (int i = 0; i < figure.rows().size(); i++) {
            records(csv, table, figure.rows().get(i), table.rows().get(i));
        }
        records(
                csv,
                table,
                new RetentionFigure.Row(UNASSIGNED, UNASSIGNED_ZH, figure.unassigned()),
                table.unassigned());
        records(csv, table, new RetentionFigure.Row("total", "合计", figure.total()), table.totals());
        return csv.toString();
    }

    private static void records(CsvText csv, CrossTable table, RetentionFigure.Row row, CrossTable.Cells cells) {
        for (int i = 0; i < table.columns().size(); i++) {
            RetentionFigure.Row column = table.columns().get(i);
            record(
                    csv,
                    table,
                    row,
                    column.code(),
                    column.name(),
                    cells.columns().get(i));
        }
        record(csv, table, row, UNASSIGNED, UNASSIGNED_ZH, cells.unclassed());
        record(csv, table, row, "total", "合计", row.sums());
    }

    private static void record(
            CsvText csv, CrossTable table, RetentionFigure.Row row, String code, String name, Sums sums) {
        if (sums.segments() == 0) {
            return;
        }
        RetentionFigure figure = table.figure();
        csv.record(
                row.code(),
                row.name(),
                code,
                name,
                sums.segments(),
                sums.totalM(),
                sums.countedNaturalM(),
                sums.countedTotalM(),
                SumsText.percent(sums),
                figure.surveyYear(),
                figure.coast().word(),
                figure.rules().id(),
                figure.rules().version(),
                RetentionFigure.LENGTH_METHOD,
                figure.revisions().coastline(),
                figure.revisions().regions() == 0 ? "" : figure.revisions().regions());
    }

    /** Rounded lengths with ratios, for a terminal that shows Chinese in double width. */
    public static String table(CrossTable table) {
        RetentionFigure figure = table.figure();
        StringBuilder out = new StringBuilder(RetentionText.title(figure));
        out.append(Padded.to("长度 m（比例 %） length m (ratio %)", 30))
                .append(table.columns().stream()
                        .map(column -> Padded.to(column.name(), 22))
                        .collect(Collectors.joining()))
                .append(Padded.to(UNASSIGNED_ZH, 22))
                .append("合计 total")
                .append(System.lineSeparator());
        for (int i = 0; i < figure.rows().size(); i++) {
            RetentionFigure.Row row = figure.rows().get(i);
            line(out, row.name() + " " + row.code(), table.rows().get(i), row.sums());
        }
        line(out, "未归属 unassigned", table.unassigned(), figure.unassigned());
        line(out, "合计 total", table.totals(), figure.total());
        figure.warnings().forEach(w -> out.append("! ").append(w.both()).append(System.lineSeparator()));
        return out.toString();
    }

    private static void line(StringBuilder out, String name, CrossTable.Cells cells, Sums total) {
        out.append(Padded.to(name, 30));
        cells.columns().forEach(cell -> out.append(Padded.to(cell(cell), 22)));
        out.append(Padded.to(cell(cells.unclassed()), 22)).append(cell(total)).append(System.lineSeparator());
    }

    private static String cell(Sums sums) {
        return sums.segments() == 0
                ? "–"
                : String.format(Locale.ROOT, "%.3f (%s)", sums.totalM(), SumsText.ratio(sums));
    }
}
