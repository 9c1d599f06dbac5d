package org.anlan.outfall;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.report.Block;
import org.anlan.report.Document;
import org.anlan.report.Facts;
import org.anlan.report.FigureForms;
import org.anlan.report.Unit;

/** Archives of outfalls in every form: lists of them, and single ones. */
public final class OutfallText {

    private OutfallText() {}

    /** A list in every form; for a map as points with their state and whether the newest reading is above a limit. */
    public static FigureForms forms(OutfallList list, Catalog catalog) {
        LedgerWords words = new LedgerWords(catalog);
        FigureForms forms = LedgerBasis.forms(
                "outfalls",
                list,
                () -> lines(list, words),
                () -> lines(list, words).terminal()
                        + list.matching()
                        + list.next().map(code -> " … --after " + code).orElse("")
                        + "\n",
                () -> LedgerBasis.document(
                        new Text("排污口清单", "Outfalls"),
                        Text.of("符合条件 %d 个", "%d match", list.matching()),
                        List.of(lines(list, words).table()),
                        words.revisions(list.revisions()),
                        list));
        return new FigureForms(
                forms.fileName(),
                forms.table(),
                forms.json(),
                forms.csv(),
                Optional.of(() -> geoJson(list)),
                forms.document());
    }

    private static ObjectNode geoJson(OutfallList list) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("type", "FeatureCollection");
        ArrayNode features = node.putArray("features");
        for (OutfallList.Line line : list.outfalls()) {
            ObjectNode feature = features.addObject().put("type", "Feature").put("id", line.code());
            feature.putObject("geometry")
                    .put("type", "Point")
                    .putArray("coordinates")
                    .add(line.lon())
                    .add(line.lat());
            feature.set("properties", OutfallJson.tree(line).without(List.of("lon", "lat")));
        }
        return node;
    }

    private static Sheet lines(OutfallList list, LedgerWords words) {
        Sheet sheet = new Sheet(new Text("排污口", "Outfalls"))
                .column("outfall_code", "排污口编码", "Code")
                .column("name", "名称", "Name")
                .column("kind", "类别", "Kind")
                .column("cat1", "一级分类", "Class 1")
                .column("cat2", "二级分类", "Class 2")
                .column("treatment", "整治措施", "Treatment")
                .column("town", "乡镇", "Town")
                .column("bay_code", "海湾代码", "Bay code")
                .column("receiving", "受纳水体", "Receiving water")
                .column("state", "状态", "State")
                .column("since", "自", "Since")
                .column("deadline", "期限", "Deadline")
                .column("overdue", "逾期", "Overdue")
                .column("last_sampled", "最近采样", "Last sampled")
                .column("exceeding", "超标", "Above limits");
        list.outfalls()
                .forEach(one -> sheet.row(
                        one.code(),
                        one.name(),
                        words.value("kind", one.kind()),
                        words.value("cat1", one.cat1()),
                        words.value("cat2", one.cat2()),
                        words.value("treatment", one.treatment()),
                        one.town(),
                        one.bayCode(),
                        one.receiving(),
                        new Sheet.Coded(one.state(), one.stateLabel()),
                        one.since().orElse(null),
                        one.deadline().orElse(null),
                        LedgerWords.yes(one.overdue()),
                        one.lastSampled().orElse(null),
                        LedgerWords.yes(one.exceeding())));
        return sheet;
    }

    /** An archive in every form; the CSV has its steps. */
    public static FigureForms forms(OutfallDossier dossier, Catalog catalog) {
        LedgerWords words = new LedgerWords(catalog);
        return LedgerBasis.forms(
                "outfall-" + dossier.outfall().code().replaceAll("[^A-Za-z0-9-]", "_"),
                dossier,
                () -> steps(dossier, words),
                () -> terminal(dossier, words),
                () -> document(dossier, words));
    }

    private static String terminal(OutfallDossier dossier, LedgerWords words) {
        StringBuilder out = new StringBuilder();
        facts(dossier).facts().forEach(fact -> out.append(fact.name().both())
                .append(": ")
                .append(fact.value() instanceof Number number ? fact.unit().shown(number) : fact.value())
                .append('\n'));
        dossier.attributes().forEach((field, value) -> out.append("  ")
                .append(field)
                .append(": ")
                .append(value)
                .append('\n'));
        out.append(steps(dossier, words).terminal());
        dossier.plan().ifPresent(plan -> out.append(tasks(plan).terminal()));
        dossier.place()
                .ifPresent(place -> out.append(PlaceText.findings(place, words).terminal()));
        return out.toString();
    }

    private static Sheet steps(OutfallDossier dossier, LedgerWords words) {
        Sheet sheet = new Sheet(new Text("工作步骤", "Steps"))
                .column("number", "记录号", "Entry", Unit.COUNT)
                .column("on", "日期", "Day")
                .column("step", "步骤", "Step")
                .column("label", "步骤名称", "Name of the step")
                .column("state", "状态", "State")
                .column("author", "登记人", "Entered by")
                .column("remark", "备注", "Remark");
        dossier.steps()
                .forEach(one -> sheet.row(
                        one.number(),
                        one.on(),
                        one.step(),
                        one.label(),
                        words.value("state", one.state()),
                        one.author(),
                        one.remark()));
        return sheet;
    }

    private static Sheet tasks(OutfallDossier.Plan plan) {
        Sheet sheet = new Sheet(Text.of(
                        "一口一策：%1$s（%2$s，期限 %3$s）",
                        "Plan: %1$s (%2$s, until %3$s)", plan.title(), plan.unit(), plan.deadline()))
                .column("task", "任务", "Task", Unit.COUNT)
                .column("what", "内容", "What")
                .column("unit", "责任单位", "Unit")
                .column("deadline", "期限", "Deadline")
                .column("done_on", "完成日期", "Done on")
                .column("overdue", "逾期", "Overdue");
        plan.tasks()
                .forEach(one -> sheet.row(
                        one.number(),
                        one.what(),
                        one.unit(),
                        one.deadline(),
                        one.doneOn().orElse(null),
                        LedgerWords.yes(one.overdue())));
        return sheet;
    }

    private static Facts facts(OutfallDossier dossier) {
        Facts facts = Facts.none()
                .and(new Text("排污口编码", "Code"), dossier.outfall().code())
                .and(new Text("名称", "Name"), dossier.outfall().name())
                .and(new Text("状态", "State"), dossier.outfall().stateLabel())
                .and(
                        new Text("逾期", "Overdue"),
                        dossier.outfall().overdue() ? new Text("是", "yes") : new Text("否", "no"));
        if (dossier.permit().isPresent() && dossier.permit().get().entry() instanceof Entry.Permit permit) {
            facts = facts.and(new Text("排污许可", "Permit"), permit.number());
        }
        if (dossier.place().flatMap(OutfallPlace::coast).isPresent()) {
            OutfallPlace.Near coast =
                    dossier.place().flatMap(OutfallPlace::coast).get();
            facts = facts.and(new Text("最近岸段", "Nearest segment"), coast.id())
                    .and(new Text("距岸段", "Distance"), coast.distanceM(), Unit.METRES);
        }
        return facts;
    }

    private static Sheet attributes(OutfallDossier dossier, LedgerWords words) {
        Sheet sheet = new Sheet(new Text("登记属性", "Attributes"))
                .column("field", "字段", "Field")
                .column("value", "值", "Value");
        dossier.attributes()
                .forEach((field, value) -> sheet.row(
                        words.field(field), value instanceof Number ? value.toString() : words.value(field, value)));
        return sheet;
    }

    private static Sheet sources(OutfallDossier dossier, LedgerWords words) {
        Sheet sheet = new Sheet(new Text("污染源", "Sources"))
                .column("source_code", "编码", "Code")
                .column("name", "名称", "Name")
                .column("kind", "类型", "Kind")
                .column("party", "责任主体", "Party")
                .column("outfalls", "所排排污口", "Outfalls");
        dossier.sources()
                .forEach(one -> sheet.row(
                        one.code(),
                        one.name(),
                        words.sourceKind(one.kind()),
                        one.party(),
                        String.join(", ", one.outfalls())));
        return sheet;
    }

    private static Sheet readings(OutfallDossier dossier, LedgerWords words) {
        Sheet sheet = new Sheet(new Text("最近监测", "Newest readings"))
                .column("sampled", "采样日期", "Sampled")
                .column("values", "监测值", "Values")
                .column("exceeding", "超标指标", "Above limits");
        dossier.readings()
                .forEach(
                        one -> sheet.row(one.sampled(), words.values(one.values()), words.parameters(one.exceeding())));
        return sheet;
    }

    private static Sheet signs(OutfallDossier dossier) {
        Sheet sheet = new Sheet(new Text("标识牌", "Signs"))
                .column("name", "名称", "Name")
                .column("pollutants", "污染物", "Pollutants")
                .column("unit", "责任单位", "Unit")
                .column("phone", "监督电话", "Phone");
        dossier.signs().forEach(line -> {
            if (line.entry() instanceof Entry.Sign sign) {
                sheet.row(sign.name(), sign.pollutants(), sign.unit(), sign.phone());
            }
        });
        return sheet;
    }

    private static Document document(OutfallDossier dossier, LedgerWords words) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(facts(dossier));
        blocks.add(attributes(dossier, words).table());
        blocks.add(steps(dossier, words).table());
        dossier.plan().ifPresent(plan -> blocks.add(tasks(plan).table()));
        blocks.add(sources(dossier, words).table());
        blocks.add(readings(dossier, words).table());
        blocks.add(signs(dossier).table());
        dossier.place()
                .ifPresent(place -> blocks.add(PlaceText.findings(place, words).table()));
        return LedgerBasis.document(
                Text.of(
                        "排污口档案 %s",
                        "Archive of the outfall %s", dossier.outfall().code()),
                Text.same(dossier.outfall().name()),
                List.copyOf(blocks),
                words.revisions(dossier.revisions()).and(new Text("台账记录数", "Entries"), dossier.entryNumber()),
                dossier);
    }
}
