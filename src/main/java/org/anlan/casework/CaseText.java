package org.anlan.casework;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Text;
import org.anlan.format.geojson.GeoJsonGeometry;
import org.anlan.report.Document;
import org.anlan.report.Facts;
import org.anlan.report.FigureForms;
import org.anlan.report.Listing;
import org.anlan.report.Unit;

/** Lists of problem sites in every form (docs/api.md), and single ones as JSON. */
public final class CaseText {

    private CaseText() {}

    private record Shown(Case one, LocalDate day) {}

    private static final Listing<Shown> COLUMNS = Listing.<Shown>none()
            .and("number", new Text("编号", "Number"), Unit.NONE, shown -> shown.one()
                    .number())
            .and("state", new Text("状态", "State"), shown -> shown.one().state().word(), shown -> shown.one()
                    .state()
                    .label())
            .and("since", new Text("进入状态日期", "Since"), Unit.NONE, shown -> shown.one()
                    .since()
                    .toString())
            .and("title", new Text("问题", "Problem"), Unit.NONE, shown -> shown.one()
                    .title())
            .and(
                    "source",
                    new Text("来源", "Source"),
                    shown -> shown.one().opening().source().kind().word(),
                    shown -> shown.one().opening().source().kind().label())
            .and(
                    "town_code",
                    new Text("乡镇代码", "Town code"),
                    Unit.NONE,
                    shown -> code(place(shown).town()))
            .and(
                    "town",
                    new Text("乡镇", "Town"),
                    Unit.NONE,
                    shown -> name(place(shown).town()))
            .and(
                    "bay_code",
                    new Text("海湾代码", "Bay code"),
                    Unit.NONE,
                    shown -> code(place(shown).bay()))
            .and(
                    "bay",
                    new Text("海湾", "Bay"),
                    Unit.NONE,
                    shown -> name(place(shown).bay()))
            .and(
                    "river",
                    new Text("河流", "River"),
                    Unit.NONE,
                    shown -> name(place(shown).river()))
            .and("unit", new Text("责任单位", "Unit in charge"), Unit.NONE, shown -> shown.one()
                    .unit())
            .and("opened_on", new Text("发现日期", "Found on"), Unit.NONE, shown -> shown.one()
                    .openedOn()
                    .toString())
            .and(
                    "deadline",
                    new Text("期限", "Deadline"),
                    Unit.NONE,
                    shown -> day(shown.one().deadline()))
            .and("days_left", new Text("剩余天数", "Days left"), Unit.COUNT, CaseText::daysLeft)
            .and(
                    "overdue",
                    new Text("逾期", "Overdue"),
                    shown -> shown.one().overdue(shown.day()),
                    shown -> shown.one().overdue(shown.day()) ? new Text("逾期", "overdue") : "")
            .and(
                    "lon_deg",
                    new Text("经度", "Longitude"),
                    Unit.DEGREES,
                    shown -> shown.one().opening().shape().getInteriorPoint().getX())
            .and(
                    "lat_deg",
                    new Text("纬度", "Latitude"),
                    Unit.DEGREES,
                    shown -> shown.one().opening().shape().getInteriorPoint().getY())
            .and("layers", new Text("涉及图层", "Layers"), Unit.NONE, shown -> String.join(" ", layers(shown.one())));

    private static CasePlace place(Shown shown) {
        return shown.one().opening().place();
    }

    private static String code(Optional<CasePlace.Unit> unit) {
        return unit.map(CasePlace.Unit::code).orElse("");
    }

    private static String name(Optional<CasePlace.Unit> unit) {
        return unit.map(CasePlace.Unit::name).orElse("");
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    private static Object daysLeft(Shown shown) {
        return shown.one()
                .deadline()
                .filter(until -> shown.one().state().open())
                .<Object>map(until -> ChronoUnit.DAYS.between(shown.day(), until))
                .orElse("");
    }

    private static List<String> layers(Case one) {
        return one.opening().hits().stream().map(CaseHit::layer).distinct().toList();
    }

    /** A list in every form. */
    public static FigureForms forms(CaseList list) {
        List<Shown> rows =
                list.cases().stream().map(one -> new Shown(one, list.day())).toList();
        return new FigureForms(
                "cases-" + list.day(),
                () -> COLUMNS.lines(rows),
                () -> tree(list),
                () -> COLUMNS.csv(rows),
                Optional.of(() -> geoJson(list)),
                () -> new Document(
                        new Text("问题点位", "Problem sites"),
                        Text.of("截至 %s，共 %d 处", "On %s: %d", list.day(), rows.size()),
                        List.of(COLUMNS.table(new Text("问题点位", "Problem sites"), rows)),
                        Facts.none()
                                .and(new Text("台账记录数", "Entries of the ledger"), list.entries(), Unit.COUNT)
                                .sealed(tree(list))));
    }

    /** A list as JSON. */
    public static ObjectNode tree(CaseList list) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("day", list.day().toString()).put("entries", list.entries());
        node.put("numberMatched", list.cases().size());
        ArrayNode cases = node.putArray("cases");
        list.cases().forEach(one -> head(cases.addObject(), one, list.day()));
        return node;
    }

    private static ObjectNode geoJson(CaseList list) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("type", "FeatureCollection");
        ArrayNode features = node.putArray("features");
        for (Case one : list.cases()) {
            ObjectNode feature = features.addObject().put("type", "Feature").put("id", one.number());
            feature.set("geometry", GeoJsonGeometry.tree(one.opening().shape()));
            head(feature.putObject("properties"), one, list.day());
        }
        return node;
    }

    private static ObjectNode head(ObjectNode node, Case one, LocalDate day) {
        node.put("number", one.number())
                .put("title", one.title())
                .put("state", one.state().word());
        label(node, "stateLabel", one.state().label());
        node.put("since", one.since().toString());
        node.put("source", one.opening().source().kind().word());
        node.put("openedOn", one.openedOn().toString()).put("unit", one.unit());
        node.put("deadline", one.deadline().map(LocalDate::toString).orElse(null));
        node.put("overdue", one.overdue(day));
        node.setAll(CaseBody.place(one.opening().place()));
        ArrayNode layers = node.putArray("layers");
        layers(one).forEach(layers::add);
        return node;
    }

    private static void label(ObjectNode node, String name, Text text) {
        node.putObject(name).put("zh", text.zh()).put("en", text.en());
    }

    /** A problem site with its history and where it may go from here, as JSON. */
    public static ObjectNode tree(Case one, LocalDate day) {
        ObjectNode node = head(JsonNodeFactory.instance.objectNode(), one, day);
        node.put("remark", one.opening().remark());
        node.set("geometry", GeoJsonGeometry.tree(one.opening().shape()));
        node.set("sourceFacts", one.opening().source().facts());
        ArrayNode hits = node.putArray("hits");
        one.opening().hits().forEach(hit -> CaseBody.hit(hits.addObject(), hit));
        ArrayNode next = node.putArray("next");
        one.state().next().forEach(state -> next.add(state.word()));
        ArrayNode entries = node.putArray("entries");
        one.entries().forEach(entry -> entry(entries.addObject(), entry));
        return node;
    }

    private static void entry(ObjectNode node, CaseEntry entry) {
        node.put("number", entry.number()).put("kind", entry.kind().word());
        node.put("on", entry.on().toString()).put("at", entry.at().toString());
        node.put("author", entry.author());
        node.put("to", entry.to().map(CaseState::word).orElse(null));
        node.put("remark", entry.remark());
        entry.title().ifPresent(title -> node.put("title", title));
        entry.unit().ifPresent(unit -> node.put("unit", unit));
        entry.deadline().ifPresent(until -> node.put("deadline", until.toString()));
        ArrayNode attachments = node.putArray("attachments");
        entry.attachments().forEach(attachments::add);
    }
}
