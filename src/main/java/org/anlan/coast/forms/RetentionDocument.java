package org.anlan.coast.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.coast.By;
import org.anlan.coast.CoastLabels;
import org.anlan.coast.CoastMaps;
import org.anlan.coast.CrossTable;
import org.anlan.coast.RetentionFigure;
import org.anlan.coast.Sums;
import org.anlan.report.Block;
import org.anlan.report.Document;
import org.anlan.report.Table;
import org.anlan.report.Unit;
import org.anlan.report.Words;

/** A retention figure or cross-table laid out for people. */
final class RetentionDocument {

    private final RetentionFigure figure;
    private final CoastLabels labels;
    private final CoastMaps maps;

    RetentionDocument(RetentionFigure figure, Catalog catalog, CoastMaps maps) {
        this.figure = figure;
        this.maps = maps;
        this.labels = new CoastLabels(catalog);
    }

    /** The figure. */
    Document document() {
        List<Block> blocks = new ArrayList<>();
        verdict(blocks);
        maps.of(figure).ifPresent(blocks::add);
        blocks.add(rows());
        return document(blocks, RetentionText.tree(figure));
    }

    /** A cross-table of the figure. */
    Document document(CrossTable table) {
        List<Block> blocks = new ArrayList<>();
        verdict(blocks);
        maps.of(figure).ifPresent(blocks::add);
        blocks.add(cross(table, new Text("长度", "Length"), Unit.METRES));
        blocks.add(cross(table, new Text("保有率", "Ratio"), Unit.PERCENT));
        return document(blocks, CrossText.tree(table));
    }

    private Document document(List<Block> blocks, JsonNode result) {
        return new Document(
                        new Text("自然岸线保有率", "Natural coast retention ratio"),
                        figure.coast().survey(figure.surveyYear()),
                        blocks,
                        SumsText.basis(figure.rules(), figure.revisions())
                                .and(
                                        new Text("修测比例尺", "Scale of the survey"),
                                        figure.source().words())
                                .and(
                                        new Text("数据来源", "Source"),
                                        String.join("; ", figure.source().sources()))
                                .sealed(result))
                .warning(figure.warnings());
    }

    private void verdict(List<Block> blocks) {
        figure.target().ifPresent(target -> {
            double marginM = figure.total().marginM(target.percent());
            blocks.add(new Words(
                    marginM >= 0 ? Words.Tone.GOOD : Words.Tone.BAD,
                    Text.of(
                            marginM >= 0
                                    ? "保有率 %1$s %%，目标不低于 %2$s %%：自然岸线还可减少 %3$s 米"
                                    : "保有率 %1$s %%，目标不低于 %2$s %%：尚需增加自然岸线 %3$s 米",
                            marginM >= 0
                                    ? "Ratio %1$s %%, target at least %2$s %%: %3$s m of natural coast may still be lost"
                                    : "Ratio %1$s %%, target at least %2$s %%: %3$s m of natural coast must be gained",
                            SumsText.ratio(figure.total()),
                            SumsText.plain(target.percent()),
                            Unit.METRES.shown(Math.abs(marginM)))));
        });
    }

    private Table rows() {
        List<Table.Row> rows = new ArrayList<>();
        figure.rows().forEach(row -> rows.add(new Table.Row(values(name(figure.by(), row), row.sums()), false)));
        if (figure.unassigned().segments() > 0) {
            rows.add(new Table.Row(values(CoastLabels.UNASSIGNED, figure.unassigned()), false));
        }
        rows.add(new Table.Row(values(CoastLabels.TOTAL, figure.total()), true));
        return new Table(
                new Text("保有率", "Ratio"),
                List.of(
                        new Table.Column(new Text("名称", "Name"), Unit.NONE),
                        new Table.Column(new Text("段数", "Segments"), Unit.COUNT),
                        new Table.Column(new Text("总长", "Total"), Unit.METRES),
                        new Table.Column(new Text("自然", "Natural"), Unit.METRES),
                        new Table.Column(new Text("具自然形态", "Nature-like"), Unit.METRES),
                        new Table.Column(new Text("河口", "Estuary"), Unit.METRES),
                        new Table.Column(new Text("人工", "Artificial"), Unit.METRES),
                        new Table.Column(new Text("保有率", "Ratio"), Unit.PERCENT),
                        new Table.Column(new Text("距目标", "Margin"), Unit.METRES)),
                rows);
    }

    private List<Object> values(Text name, Sums sums) {
        return List.of(
                name,
                sums.segments(),
                sums.totalM(),
                sums.naturalM(),
                sums.natureLikeM(),
                sums.estuaryM(),
                sums.artificialM(),
                SumsText.percent(sums),
                figure.target().map(t -> (Object) sums.marginM(t.percent())).orElse(""));
    }

    private Text name(By by, RetentionFigure.Row row) {
        return by.byPlace() ? Text.same(row.name()) : labels.label(by.word(), row.code());
    }

    private Table cross(CrossTable table, Text title, Unit unit) {
        List<Table.Column> columns = new ArrayList<>();
        columns.add(new Table.Column(new Text("名称", "Name"), Unit.NONE));
        table.columns().forEach(column -> columns.add(new Table.Column(name(table.across(), column), unit)));
        columns.add(new Table.Column(CoastLabels.UNASSIGNED, unit));
        columns.add(new Table.Column(CoastLabels.TOTAL, unit));
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < figure.rows().size(); i++) {
            RetentionFigure.Row row = figure.rows().get(i);
            rows.add(cells(name(figure.by(), row), table.rows().get(i), row.sums(), unit, false));
        }
        rows.add(cells(CoastLabels.UNASSIGNED, table.unassigned(), figure.unassigned(), unit, false));
        rows.add(cells(CoastLabels.TOTAL, table.totals(), figure.total(), unit, true));
        return new Table(title, columns, rows);
    }

    private static Table.Row cells(Text name, CrossTable.Cells cells, Sums total, Unit unit, boolean sum) {
        List<Object> values = new ArrayList<>();
        values.add(name);
        cells.columns().forEach(cell -> values.add(value(cell, unit)));
        values.add(value(cells.unclassed(), unit));
        values.add(value(total, unit));
        return new Table.Row(List.copyOf(values), sum);
    }

    private static Object value(Sums sums, Unit unit) {
        return unit == Unit.PERCENT ? SumsText.percent(sums) : (Object) sums.totalM();
    }
}
