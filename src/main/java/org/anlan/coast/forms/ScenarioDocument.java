package org.anlan.coast.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.coast.ChangeFigure;
import org.anlan.coast.CoastLabels;
import org.anlan.coast.ScenarioFigure;
import org.anlan.coast.Sums;
import org.anlan.report.Block;
import org.anlan.report.Document;
import org.anlan.report.Facts;
import org.anlan.report.MapPicture;
import org.anlan.report.Table;
import org.anlan.report.Unit;
import org.anlan.report.Words;

/** A scenario's figure laid out for people: the balance, the ratio before and after by place, what changes type by type, each site. */
final class ScenarioDocument {

    private static final Text NOTHING = new Text("（无）", "(none)");

    private final ScenarioFigure figure;
    private final CoastLabels labels;

    ScenarioDocument(ScenarioFigure figure, Catalog catalog) {
        this.figure = figure;
        this.labels = new CoastLabels(catalog);
    }

    Document document(Optional<MapPicture> map) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(balance());
        blocks.add(places());
        blocks.add(types());
        map.ifPresent(blocks::add);
        blocks.add(sites());
        return new Document(
                        new Text("岸线情景推演", "Scenario of the coast"),
                        figure.coast().survey(figure.surveyYear()),
                        blocks,
                        basis())
                .warning(figure.warnings());
    }

    private Words balance() {
        ScenarioFigure.Replacement replacement = figure.replacement();
        return new Words(
                replacement.met() ? Words.Tone.GOOD : Words.Tone.BAD,
                Text.of(
                        replacement.met()
                                ? "自然岸线减少 %1$s 米，按 1:%2$s 需补 %3$s 米，增加 %4$s 米：满足占补要求"
                                : "自然岸线减少 %1$s 米，按 1:%2$s 需补 %3$s 米，增加 %4$s 米：不满足占补要求",
                        replacement.met()
                                ? "%1$s m of natural coast are lost; at 1:%2$s %3$s m must be gained and %4$s m are: the replacement is met"
                                : "%1$s m of natural coast are lost; at 1:%2$s %3$s m must be gained and %4$s m are: the replacement is not met",
                        Unit.METRES.shown(replacement.lostM()),
                        SumsText.plain(replacement.ratio()),
                        Unit.METRES.shown(replacement.requiredM()),
                        Unit.METRES.shown(replacement.gainedM())));
    }

    private Table places() {
        List<Table.Row> rows = new ArrayList<>();
        figure.places().forEach(level -> level.rows()
                .forEach(row -> rows.add(new Table.Row(
                        values(
                                row.code().isEmpty() ? CoastLabels.UNASSIGNED : Text.same(row.name()),
                                row.before(),
                                row.after()),
                        false))));
        rows.add(new Table.Row(values(CoastLabels.TOTAL, figure.before(), figure.after()), true));
        return new Table(
                new Text("前后对比", "Before and after"),
                List.of(
                        new Table.Column(new Text("区域", "Place"), Unit.NONE),
                        new Table.Column(new Text("现状计为自然", "Natural now"), Unit.METRES),
                        new Table.Column(new Text("现状保有率", "Ratio now"), Unit.PERCENT),
                        new Table.Column(new Text("之后计为自然", "Natural then"), Unit.METRES),
                        new Table.Column(new Text("之后保有率", "Ratio then"), Unit.PERCENT),
                        new Table.Column(new Text("之后距目标", "Margin then"), Unit.METRES)),
                rows);
    }

    private List<Object> values(Text name, Sums before, Sums after) {
        return List.of(
                name,
                before.countedNaturalM(),
                SumsText.percent(before),
                after.countedNaturalM(),
                SumsText.percent(after),
                figure.target().map(t -> (Object) after.marginM(t.percent())).orElse(""));
    }

    private Table types() {
        List<Table.Row> rows = new ArrayList<>();
        cells(new Text("建设", "Built"), figure.built(), rows);
        cells(new Text("修复", "Restored"), figure.restored(), rows);
        return new Table(
                new Text("类型变化", "From type to type"),
                List.of(
                        new Table.Column(new Text("由何而来", "By what"), Unit.NONE),
                        new Table.Column(new Text("原类型", "From"), Unit.NONE),
                        new Table.Column(new Text("新类型", "To"), Unit.NONE),
                        new Table.Column(new Text("长度", "Length"), Unit.METRES)),
                rows);
    }

    private void cells(Text by, ChangeFigure.Sums sums, List<Table.Row> rows) {
        sums.cells().stream()
                .filter(ChangeFigure.Cell::changed)
                .forEach(cell -> rows.add(Table.Row.of(by, type(cell.from()), type(cell.to()), cell.lengthM())));
    }

    private Text type(Optional<ChangeFigure.Type> type) {
        return type.map(one -> labels.type(one.type1(), one.type2())).orElse(NOTHING);
    }

    private Table sites() {
        return new Table(
                new Text("地块", "Sites"),
                List.of(
                        new Table.Column(new Text("名称", "Name"), Unit.NONE),
                        new Table.Column(new Text("性质", "What"), Unit.NONE),
                        new Table.Column(new Text("岸线", "Coast"), Unit.METRES),
                        new Table.Column(new Text("改变", "Changed"), Unit.METRES),
                        new Table.Column(new Text("自然岸线增减", "Natural coast lost or gained"), Unit.METRES)),
                figure.sites().stream()
                        .map(site -> Table.Row.of(
                                site.name(), what(site.what()), site.coastM(), site.changedM(), site.naturalM()))
                        .toList());
    }

    private static Text what(String word) {
        return switch (word) {
            case "artificial" -> new Text("建设", "built over");
            case "reclaim" -> new Text("围填海", "reclaimed");
            default -> new Text("修复", "restored");
        };
    }

    private Facts basis() {
        return SumsText.basis(figure.rules(), figure.revisions()).sealed(ScenarioText.tree(figure));
    }
}
