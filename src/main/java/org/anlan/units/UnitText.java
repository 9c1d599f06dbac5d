package org.anlan.units;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.anlan.base.Text;
import org.anlan.coast.RetentionFigure;
import org.anlan.report.Block;
import org.anlan.report.Document;
import org.anlan.report.Facts;
import org.anlan.report.FigureForms;
import org.anlan.report.Listing;
import org.anlan.report.Unit;
import org.anlan.zoning.CoverageFigure;

/** Units and their figures in every form (docs/api.md). */
public final class UnitText {

    private static final Listing<UnitFigure> COLUMNS = Listing.<UnitFigure>none()
            .and("code", new Text("代码", "Code"), Unit.NONE, UnitFigure::code)
            .and("name", new Text("名称", "Name"), Unit.NONE, UnitFigure::name)
            .and("office", new Text("责任岗位", "Responsible office"), Unit.NONE, unit -> unit.office()
                    .map(UnitOffice::office)
                    .orElse(""))
            .and("coast_m", new Text("岸线", "Coast"), Unit.METRES, unit -> unit.coast()
                    .<Object>map(UnitFigure.Coast::lengthM)
                    .orElse(""))
            .and("natural_percent", new Text("自然岸线保有率", "Natural coast"), Unit.PERCENT, unit -> unit.coast()
                    .map(UnitFigure.Coast::naturalPercent)
                    .map(UnitText::number)
                    .orElse(""))
            .and("river_m", new Text("河长", "River"), Unit.METRES, unit -> number(unit.riverLengthM()))
            .and("outfalls", new Text("排污口", "Outfalls"), Unit.COUNT, unit -> unit.outfalls()
                    .count())
            .and("outfalls_done", new Text("完成整治", "Remediated"), Unit.COUNT, unit -> unit.outfalls()
                    .done())
            .and("outfalls_written_off", new Text("已销号", "Written off"), Unit.COUNT, unit -> unit.outfalls()
                    .writtenOff())
            .and(
                    "written_off_percent",
                    new Text("销号率", "Write-off rate"),
                    Unit.PERCENT,
                    unit -> number(unit.outfalls().writtenOffPercent()))
            .and("readings", new Text("监测数据", "Readings"), Unit.COUNT, unit -> unit.outfalls()
                    .readings())
            .and("exceedances", new Text("超标", "Exceedances"), Unit.COUNT, unit -> unit.outfalls()
                    .exceedances())
            .and("cases_open", new Text("未销号问题", "Open problem sites"), Unit.COUNT, unit -> unit.cases()
                    .open())
            .and("cases_overdue", new Text("逾期问题", "Overdue problem sites"), Unit.COUNT, unit -> unit.cases()
                    .overdue());

    private static final Listing<CoverageFigure.LayerCover> COVERS = Listing.<CoverageFigure.LayerCover>none()
            .and("layer", new Text("图层", "Layer"), Unit.NONE, CoverageFigure.LayerCover::layer)
            .and("features", new Text("要素", "Features"), Unit.COUNT, cover -> cover.cover()
                    .features())
            .and("union_m2", new Text("覆盖面积", "Covered"), Unit.SQUARE_METRES, cover -> cover.cover()
                    .unionM2())
            .and("land_percent", new Text("占陆域", "Of the land"), Unit.PERCENT, cover -> cover.cover()
                    .land()
                    .map(share -> number(share.percent()))
                    .orElse(""))
            .and("sea_percent", new Text("占海域", "Of the sea"), Unit.PERCENT, cover -> cover.cover()
                    .sea()
                    .map(share -> number(share.percent()))
                    .orElse(""));

    private static final Listing<UnitOffice> OFFICES = Listing.<UnitOffice>none()
            .and("from", new Text("自", "From"), Unit.NONE, office -> office.on().toString())
            .and("office", new Text("责任岗位", "Responsible office"), Unit.NONE, UnitOffice::office)
            .and("plan", new Text("方案", "Plan"), Unit.NONE, UnitOffice::plan)
            .and("remark", new Text("备注", "Remark"), Unit.NONE, UnitOffice::remark);

    private UnitText() {}

    private static Object number(OptionalDouble value) {
        return value.isPresent() ? (Object) value.getAsDouble() : "";
    }

    /** A list of units in every form. */
    public static FigureForms forms(UnitList list) {
        return new FigureForms(
                "units-" + list.kind().word() + "-" + list.day(),
                () -> COLUMNS.lines(list.units()),
                () -> tree(list),
                () -> COLUMNS.csv(list.units()),
                () -> new Document(
                                new Text("河湾管理单元", "Units of responsibility"),
                                list.kind().label(),
                                List.of(COLUMNS.table(list.kind().label(), list.units())),
                                basis(list).sealed(tree(list)))
                        .warning(list.warnings()));
    }

    /** One unit in every form. */
    public static FigureForms forms(UnitPage page) {
        UnitFigure unit = page.unit();
        return new FigureForms(
                "unit-" + page.list().kind().word() + "-" + page.list().day(),
                () -> COLUMNS.lines(List.of(unit)) + OFFICES.lines(page.offices()) + COVERS.lines(page.covers()),
                () -> tree(page),
                () -> COLUMNS.csv(List.of(unit)),
                () -> new Document(
                                Text.same(unit.name()),
                                page.list().kind().label(),
                                blocks(page),
                                basis(page.list()).sealed(tree(page)))
                        .warning(page.warnings()));
    }

    private static List<Block> blocks(UnitPage page) {
        List<Block> blocks = new ArrayList<>();
        Facts facts = Facts.none();
        for (Listing.Column<UnitFigure> column : COLUMNS.columns()) {
            facts = facts.and(column.label(), column.shown().apply(page.unit()), column.unit());
        }
        blocks.add(facts);
        if (!page.offices().isEmpty()) {
            blocks.add(OFFICES.table(new Text("责任岗位", "Responsible offices"), page.offices()));
        }
        if (!page.covers().isEmpty()) {
            blocks.add(COVERS.table(new Text("保护地与红线", "Protected areas and red lines"), page.covers()));
        }
        return blocks;
    }

    private static Facts basis(UnitList list) {
        Facts facts = Facts.none().and(new Text("日期", "Day"), list.day().toString());
        if (list.surveyYear().isPresent()) {
            facts = facts.and(new Text("修测年度", "Survey year"), list.surveyYear().get())
                    .and(
                            new Text("统计规则", "Counting rules"),
                            list.rules()
                                    .map(rules -> rules.id() + " v" + rules.version())
                                    .orElse(""));
        }
        for (var layer : list.revisions().entrySet()) {
            facts = facts.and(Text.of("图层 %s 的修订号", "Revision of %s", layer.getKey()), layer.getValue());
        }
        return facts.and(new Text("长度算法", "Length method"), RetentionFigure.LENGTH_METHOD);
    }

    /** A list as JSON. */
    public static ObjectNode tree(UnitList list) {
        ObjectNode node = basisTree(list);
        ArrayNode units = node.putArray("units");
        list.units().forEach(unit -> unit(units.addObject(), unit));
        warnings(node, list.warnings());
        return node;
    }

    private static ObjectNode basisTree(UnitList list) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("kind", list.kind().word()).put("day", list.day().toString());
        node.put("surveyYear", list.surveyYear().orElse(null));
        list.rules()
                .ifPresentOrElse(
                        rules -> node.putObject("rules").put("id", rules.id()).put("version", rules.version()),
                        () -> node.putNull("rules"));
        node.put("lengthMethod", RetentionFigure.LENGTH_METHOD);
        ObjectNode revisions = node.putObject("revisions");
        list.revisions().forEach(revisions::put);
        return node;
    }

    private static void warnings(ObjectNode node, List<Text> warnings) {
        ArrayNode list = node.putArray("warnings");
        warnings.forEach(w -> list.addObject().put("zh", w.zh()).put("en", w.en()));
    }

    private static ObjectNode unit(ObjectNode node, UnitFigure unit) {
        node.put("code", unit.code()).put("name", unit.name());
        unit.office().ifPresentOrElse(one -> office(node.putObject("office"), one), () -> node.putNull("office"));
        unit.coast().ifPresentOrElse(coast -> coast(node.putObject("coast"), coast), () -> node.putNull("coast"));
        node.put("riverLengthM", boxed(unit.riverLengthM()));
        ObjectNode outfalls = node.putObject("outfalls");
        outfalls.put("count", unit.outfalls().count())
                .put("done", unit.outfalls().done())
                .put("writtenOff", unit.outfalls().writtenOff())
                .put("writtenOffPercent", boxed(unit.outfalls().writtenOffPercent()));
        ObjectNode states = outfalls.putObject("states");
        unit.outfalls().states().forEach(states::put);
        outfalls.put("readings", unit.outfalls().readings())
                .put("exceedances", unit.outfalls().exceedances());
        node.putObject("cases")
                .put("opened", unit.cases().opened())
                .put("open", unit.cases().open())
                .put("overdue", unit.cases().overdue());
        return node;
    }

    private static Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static void coast(ObjectNode node, UnitFigure.Coast coast) {
        node.put("lengthM", coast.lengthM())
                .put("countedNaturalM", coast.naturalM())
                .put("countedTotalM", coast.countedM())
                .put("naturalPercent", boxed(coast.naturalPercent()));
    }

    /** An office as JSON. */
    public static ObjectNode office(ObjectNode node, UnitOffice office) {
        return node.put("number", office.number())
                .put("on", office.on().toString())
                .put("at", office.at().toString())
                .put("author", office.author())
                .put("office", office.office())
                .put("plan", office.plan())
                .put("remark", office.remark());
    }

    /** A unit in full as JSON. */
    public static ObjectNode tree(UnitPage page) {
        ObjectNode node = basisTree(page.list());
        node.set("unit", unit(JsonNodeFactory.instance.objectNode(), page.unit()));
        ArrayNode offices = node.putArray("offices");
        page.offices().forEach(one -> office(offices.addObject(), one));
        ArrayNode covers = node.putArray("covers");
        for (CoverageFigure.LayerCover cover : page.covers()) {
            covers.addObject()
                    .put("layer", cover.layer())
                    .put("features", cover.cover().features())
                    .put("sumM2", cover.cover().sumM2())
                    .put("unionM2", cover.cover().unionM2())
                    .put(
                            "landPercent",
                            cover.cover()
                                    .land()
                                    .map(share -> boxed(share.percent()))
                                    .orElse(null))
                    .put(
                            "seaPercent",
                            cover.cover()
                                    .sea()
                                    .map(share -> boxed(share.percent()))
                                    .orElse(null));
        }
        warnings(node, page.warnings());
        return node;
    }
}
