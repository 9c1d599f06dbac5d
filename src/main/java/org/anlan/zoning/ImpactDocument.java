package org.anlan.zoning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CodeList;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.LayerDefinition;
import org.anlan.coast.CoastLabels;
import org.anlan.coast.RetentionFigure;
import org.anlan.report.Backdrop;
import org.anlan.report.Block;
import org.anlan.report.Document;
import org.anlan.report.Facts;
import org.anlan.report.Heading;
import org.anlan.report.Table;
import org.anlan.report.Unit;
import org.anlan.report.Words;

/** An impact report laid out for people: the verdict with its clauses, a map, what is hit, the coast taken, what is near, the texts of control units. */
public final class ImpactDocument {

    private static final Table.Column NAME = new Table.Column(new Text("名称", "Name"), Unit.NONE);
    private static final Table.Column CODE = new Table.Column(new Text("编号", "Id"), Unit.NONE);
    private static final Table.Column LAYER = new Table.Column(new Text("图层", "Layer"), Unit.NONE);
    private static final Table.Column LENGTH = new Table.Column(new Text("长度", "Length"), Unit.METRES);
    private static final Table.Column DISTANCE = new Table.Column(new Text("距离", "Distance"), Unit.METRES);

    private final ImpactReport report;
    private final Catalog catalog;
    private final CoastLabels coast;
    private final Backdrop backdrop;

    private ImpactDocument(ImpactReport report, Catalog catalog, Backdrop backdrop) {
        this.report = report;
        this.catalog = catalog;
        this.coast = new CoastLabels(catalog);
        this.backdrop = backdrop;
    }

    /** The document, its map over this backdrop. */
    public static Document of(ImpactReport report, Catalog catalog, Backdrop backdrop) {
        return new ImpactDocument(report, catalog, backdrop).document();
    }

    private Document document() {
        List<Block> blocks = new ArrayList<>(List.of(verdict()));
        report.warnings().forEach(text -> blocks.add(Words.warning(text)));
        blocks.addAll(List.of(footprint(), rules(), ImpactMap.of(report, backdrop), hits()));
        touching().ifPresent(blocks::add);
        blocks.add(distances());
        report.coast().ifPresent(taken -> {
            blocks.add(takes(taken));
            blocks.add(ratio(taken));
        });
        blocks.add(outfalls());
        units(blocks);
        return new Document(
                new Text("选址预检报告", "Impact check of a site"), report.activity().label(), blocks, basis());
    }

    private Words verdict() {
        Words.Tone tone =
                switch (report.verdict()) {
                    case ALLOWED -> Words.Tone.GOOD;
                    case CONDITIONAL -> Words.Tone.WARNING;
                    case RESTRICTED, PROHIBITED -> Words.Tone.BAD;
                };
        Text label = report.verdict().label();
        return new Words(
                tone,
                Text.of(
                        "总体结论：%1$s（%3$d 条规则适用；预检提示，不是审批结论）",
                        "Overall: %2$s (%3$d rules apply; a first check, no permit)",
                        label.zh(),
                        label.en(),
                        report.judgements().size()));
    }

    private Facts footprint() {
        Facts facts =
                Facts.none().and(new Text("活动", "Activity"), report.activity().label());
        if (report.areaM2() > 0) {
            facts = facts.and(new Text("面积", "Area"), report.areaM2(), Unit.SQUARE_METRES);
        }
        return report.lengthM() > 0 ? facts.and(new Text("长度", "Length"), report.lengthM(), Unit.METRES) : facts;
    }

    private Table rules() {
        return new Table(
                new Text("规则判定", "What the rules say"),
                List.of(
                        new Table.Column(new Text("判定", "Verdict"), Unit.NONE),
                        new Table.Column(new Text("规则", "Rule"), Unit.NONE),
                        new Table.Column(new Text("依据", "Document and clause"), Unit.NONE),
                        new Table.Column(new Text("要求", "It says"), Unit.NONE),
                        new Table.Column(new Text("涉及", "Because of"), Unit.NONE)),
                report.judgements().stream()
                        .map(one -> Table.Row.of(
                                one.verdict().label(),
                                one.rule().title(),
                                new Text(
                                        one.rule().document().zh() + " "
                                                + one.rule().clause().zh(),
                                        one.rule().document().en() + " "
                                                + one.rule().clause().en()),
                                one.rule().says(),
                                String.join(", ", one.because())))
                        .toList());
    }

    private Table hits() {
        List<Table.Row> rows = new ArrayList<>();
        int mark = 0;
        for (ImpactReport.LayerHits layer : report.layers()) {
            for (ImpactReport.Hit hit : layer.hits()) {
                boolean numbered = ImpactMap.numbered(layer.layer());
                mark += numbered ? 1 : 0;
                rows.add(Table.Row.of(
                        numbered ? (Object) mark : "",
                        layer.layer().title(),
                        hit.feature().id(),
                        hit.feature().name(),
                        kind(layer.layer(), hit.feature()),
                        hit.areaM2() > 0 ? (Object) hit.areaM2() : "",
                        hit.lengthM() > 0 ? (Object) hit.lengthM() : ""));
            }
        }
        return new Table(
                new Text("涉及的要素", "What it takes"),
                List.of(
                        new Table.Column(new Text("序号", "No."), Unit.NONE),
                        LAYER,
                        CODE,
                        NAME,
                        new Table.Column(new Text("类别", "Class"), Unit.NONE),
                        new Table.Column(new Text("面积", "Area"), Unit.SQUARE_METRES),
                        LENGTH),
                rows);
    }

    /** The class that the map's colours tell. */
    private Object kind(LayerDefinition layer, ImpactReport.Feature feature) {
        Optional<FieldDefinition> field = layer.style().field().flatMap(layer::field);
        Object code = field.map(one -> feature.values().get(one.name())).orElse(null);
        if (code == null) {
            return "";
        }
        return field.flatMap(FieldDefinition::codeList)
                .map(catalog::codeList)
                .flatMap(list -> list.entry(code.toString()))
                .map(CodeList.Entry::label)
                .<Object>map(label -> label)
                .orElse(code.toString());
    }

    private Optional<Table> touching() {
        List<Table.Row> rows = report.layers().stream()
                .flatMap(layer -> layer.touching().stream()
                        .map(one -> Table.Row.of(layer.layer().title(), one.id(), one.name())))
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Table(
                        new Text("仅边界相接（不算占用）", "Only a border is common (nothing is taken)"),
                        List.of(LAYER, CODE, NAME),
                        rows));
    }

    private Table distances() {
        return new Table(
                new Text("未涉及的图层：最近要素", "Layers that are not met: the nearest feature"),
                List.of(LAYER, CODE, NAME, DISTANCE),
                report.layers().stream()
                        .filter(layer -> layer.nearest().isPresent())
                        .map(layer -> Table.Row.of(
                                layer.layer().title(),
                                layer.nearest().get().feature().id(),
                                layer.nearest().get().feature().name(),
                                layer.nearest().get().distanceM()))
                        .toList());
    }

    private Table takes(ImpactReport.CoastTaken taken) {
        List<Table.Row> rows = new ArrayList<>();
        taken.takes()
                .forEach(one -> rows.add(Table.Row.of(
                        coast.type(one.type1(), one.type2()),
                        coast.label("protection", one.protection()),
                        one.lengthM())));
        rows.add(Table.Row.sum(CoastLabels.TOTAL, "", taken.lengthM()));
        return new Table(
                Text.of("占用大陆岸线（%d 年修测）", "Mainland coast taken (survey of %d)", taken.year()),
                List.of(
                        new Table.Column(new Text("类型", "Type"), Unit.NONE),
                        new Table.Column(new Text("保护等级", "Protection"), Unit.NONE),
                        LENGTH),
                rows);
    }

    private static Facts ratio(ImpactReport.CoastTaken taken) {
        Facts facts = Facts.none()
                .and(new Text("其中计为自然岸线", "Counted as natural"), taken.naturalM(), Unit.METRES)
                .and(
                        new Text("现状保有率", "Retention ratio now"),
                        percent(taken.before().ratioPercent()),
                        Unit.PERCENT)
                .and(
                        new Text("占用全部转为人工后的保有率", "Ratio when all of it becomes artificial"),
                        percent(taken.after().ratioPercent()),
                        Unit.PERCENT);
        if (taken.target().isEmpty()) {
            return facts;
        }
        double target = taken.target().get().percent();
        return facts.and(new Text("管控目标", "Target"), target, Unit.PERCENT)
                .and(new Text("现状余量", "Margin now"), taken.before().marginM(target), Unit.METRES)
                .and(new Text("占用后余量", "Margin then"), taken.after().marginM(target), Unit.METRES);
    }

    private static Object percent(OptionalDouble percent) {
        return percent.isPresent() ? (Object) percent.getAsDouble() : "";
    }

    private Table outfalls() {
        return new Table(
                Text.of("%.0f 米内的排污口", "Outfalls within %.0f m", report.nearM()),
                List.of(CODE, NAME, DISTANCE),
                report.outfalls().stream()
                        .limit(ImpactText.MOST_LISTED)
                        .map(near ->
                                Table.Row.of(near.feature().id(), near.feature().name(), near.distanceM()))
                        .toList());
    }

    /** The access texts of the control units that are hit, each under its name. */
    private void units(List<Block> blocks) {
        report.layers().stream()
                .filter(layer -> layer.layer().id().equals("control-units"))
                .forEach(layer -> layer.hits().forEach(hit -> {
                    blocks.add(new Heading(Text.of(
                            "管控单元 %s %s",
                            "Control unit %s %s",
                            hit.feature().id(),
                            hit.feature().name())));
                    Facts texts = Facts.none();
                    for (String name : List.of("space_text", "discharge_text", "risk_text", "resource_text")) {
                        Object text = hit.feature().values().get(name);
                        if (text != null) {
                            texts = texts.and(
                                    layer.layer().field(name).orElseThrow().label(), text);
                        }
                    }
                    blocks.add(texts);
                }));
    }

    private Facts basis() {
        List<String> revisions = report.layers().stream()
                .map(layer -> layer.layer().title().zh() + " r" + layer.revision())
                .toList();
        return Facts.none()
                .and(new Text("图层修订号", "Revisions of the layers"), String.join("、", revisions))
                .and(new Text("分区规则", "Zoning rules"), report.ruleSets().toString())
                .and(new Text("规则日期", "Rules of the day"), report.day().toString())
                .and(
                        new Text("岸线统计规则", "Counting rules"),
                        report.coast().map(ImpactReport.CoastTaken::rules).orElse(""))
                .and(new Text("量算方法", "Method"), RetentionFigure.LENGTH_METHOD)
                .sealed(ImpactText.tree(report));
    }
}
