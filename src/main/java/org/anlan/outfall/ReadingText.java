package org.anlan.outfall;

import java.util.List;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.report.Document;
import org.anlan.report.FigureForms;
import org.anlan.report.Unit;

/** Readings at outfalls in every form: sums of all, series of one. */
public final class ReadingText {

    private ReadingText() {}

    /** The sums in every form. */
    public static FigureForms forms(ReadingFigure figure, Catalog catalog) {
        LedgerWords words = new LedgerWords(catalog);
        return LedgerBasis.forms(
                "outfall-readings-statistics",
                figure,
                () -> rows(figure),
                () -> rows(figure).terminal() + exceedances(figure, words).terminal(),
                () -> document(figure, words));
    }

    private static Sheet rows(ReadingFigure figure) {
        Sheet sheet = new Sheet(Text.of("监测统计（%1$s）", "Readings by %1$s", figure.by()))
                .column("code", "代码", "Code")
                .column("name", "名称", "Name")
                .column("readings", "监测值", "Readings", Unit.COUNT)
                .column("outfalls", "排污口", "Outfalls", Unit.COUNT)
                .column("exceedances", "超标", "Above limits", Unit.COUNT)
                .column("exceedance_percent", "超标率", "Above limits", Unit.PERCENT);
        figure.rows().forEach(row -> add(sheet, row));
        add(sheet, figure.total());
        return sheet;
    }

    private static void add(Sheet sheet, ReadingFigure.Row row) {
        sheet.row(row.code(), row.name(), row.readings(), row.outfalls(), row.exceedances(), row.exceedancePercent());
    }

    private static Sheet exceedances(ReadingFigure figure, LedgerWords words) {
        Sheet sheet = new Sheet(new Text("超标记录", "Readings above limits"))
                .column("outfall_code", "排污口编码", "Outfall")
                .column("sampled", "采样日期", "Sampled")
                .column("parameter", "指标", "Parameter")
                .column("value", "监测值", "Value", Unit.NUMBER)
                .column("limit", "限值", "Limit", Unit.NUMBER);
        figure.exceedances()
                .forEach(one -> sheet.row(
                        one.outfall(), one.sampled(), words.parameter(one.parameter()), one.value(), one.limit()));
        return sheet;
    }

    private static Document document(ReadingFigure figure, LedgerWords words) {
        return LedgerBasis.document(
                new Text("排污口监测统计", "Readings at outfalls"),
                Text.of("%1$s 至 %2$s", "%1$s to %2$s", figure.from(), figure.to()),
                List.of(rows(figure).table(), exceedances(figure, words).table()),
                words.revisions(figure.revisions()),
                figure);
    }

    /** A series in every form; the CSV has a row for each value. */
    public static FigureForms forms(ReadingSeries series, Catalog catalog) {
        LedgerWords words = new LedgerWords(catalog);
        return LedgerBasis.forms(
                "outfall-readings",
                series,
                () -> values(series, words),
                () -> values(series, words).terminal(),
                () -> LedgerBasis.document(
                        Text.of("监测序列：%s", "Readings: %s", series.outfall()),
                        Text.of("%1$s；执行标准：%2$s", "%1$s; standard: %2$s", series.name(), series.standard()),
                        List.of(values(series, words).table()),
                        words.revisions(series.revisions()),
                        series));
    }

    private static Sheet values(ReadingSeries series, LedgerWords words) {
        Sheet sheet = new Sheet(Text.of("排污口 %s 的监测值", "Readings at the outfall %s", series.outfall()))
                .column("outfall_code", "排污口编码", "Outfall")
                .column("sampled", "采样日期", "Sampled")
                .column("parameter", "指标", "Parameter")
                .column("value", "监测值", "Value", Unit.NUMBER)
                .column("unit", "单位", "Unit")
                .column("limit", "限值", "Limit", Unit.NUMBER)
                .column("exceeding", "超标", "Above limit");
        series.readings().forEach(reading -> reading.values()
                .forEach((parameter, value) -> sheet.row(
                        series.outfall(),
                        reading.sampled(),
                        words.parameter(parameter),
                        value,
                        series.units().get(parameter),
                        series.limits().get(parameter),
                        LedgerWords.yes(reading.exceeding().contains(parameter)))));
        return sheet;
    }
}
