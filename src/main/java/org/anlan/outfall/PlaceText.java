package org.anlan.outfall;

import java.util.List;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.report.FigureForms;
import org.anlan.report.Unit;

/** What the checks of outfalls by place found, in every form. */
public final class PlaceText {

    private PlaceText() {}

    /** The result in every form; the CSV has a row for each finding. */
    public static FigureForms forms(PlaceFigure figure, Catalog catalog) {
        LedgerWords words = new LedgerWords(catalog);
        return LedgerBasis.forms(
                "outfall-checks",
                figure,
                () -> findings(figure, words),
                () -> counts(figure, words).terminal() + findings(figure, words).terminal(),
                () -> LedgerBasis.document(
                        new Text("排污口位置核查", "Checks of outfalls by place"),
                        Text.of("共核查 %d 个排污口", "%d outfalls were looked at", figure.outfalls()),
                        List.of(
                                counts(figure, words).table(),
                                findings(figure, words).table()),
                        words.revisions(figure.revisions()),
                        figure));
    }

    private static Sheet counts(PlaceFigure figure, LedgerWords words) {
        Sheet sheet = new Sheet(new Text("按检查项", "By check"))
                .column("check", "检查项", "Check")
                .column("outfalls", "排污口", "Outfalls", Unit.COUNT)
                .column("on_border", "在边界上", "On the border", Unit.COUNT);
        figure.counts().forEach(one -> sheet.row(words.check(one.check()), one.outfalls(), one.onBorder()));
        return sheet;
    }

    /** The findings, one in a row. */
    static Sheet findings(PlaceFigure figure, LedgerWords words) {
        Sheet sheet = sheet();
        figure.places().forEach(place -> add(sheet, place, words));
        return sheet;
    }

    /** The findings about one outfall. */
    static Sheet findings(OutfallPlace place, LedgerWords words) {
        Sheet sheet = sheet();
        add(sheet, place, words);
        return sheet;
    }

    private static Sheet sheet() {
        return new Sheet(new Text("核查结果", "Findings"))
                .column("outfall_code", "排污口编码", "Outfall")
                .column("kind", "类别", "Kind")
                .column("check", "检查项", "Check")
                .column("code", "代号", "Code")
                .column("severity", "程度", "Severity")
                .column("finding", "说明", "Finding")
                .column("lon", "经度", "Longitude", Unit.DEGREES)
                .column("lat", "纬度", "Latitude", Unit.DEGREES);
    }

    private static void add(Sheet sheet, OutfallPlace place, LedgerWords words) {
        place.findings()
                .forEach(one -> sheet.row(
                        place.outfall(),
                        words.value("kind", place.kind()),
                        words.check(one.check()),
                        one.code(),
                        LedgerWords.severity(one.severity()),
                        one.text(),
                        place.lon(),
                        place.lat()));
    }
}
