package org.anlan.casework;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Text;
import org.anlan.format.geojson.GeoJsonGeometry;
import org.anlan.report.Block;
import org.anlan.report.Document;
import org.anlan.report.Facts;
import org.anlan.report.FigureForms;
import org.anlan.report.Listing;
import org.anlan.report.Unit;

/** Boundary markers in every form (docs/api.md). */
public final class MarkerText {

    private final Markers markers;

    /** The words of these markers. */
    public MarkerText(Markers markers) {
        this.markers = markers;
    }

    /** A list of markers in every form. */
    public FigureForms forms(MarkerList list) {
        Listing<Marker> columns = columns(list);
        return new FigureForms(
                "boundary-markers-" + list.day(),
                () -> columns.lines(list.markers()),
                () -> {
                    ObjectNode node = statistics(list);
                    ArrayNode rows = node.putArray("markers");
                    list.markers().forEach(one -> head(rows.addObject(), one, list));
                    return node;
                },
                () -> columns.csv(list.markers()),
                Optional.of(() -> geoJson(list)),
                () -> document(list, List.of(columns.table(new Text("界桩标识", "Boundary markers"), list.markers()))));
    }

    /** The counts of a list in every form, without the markers. */
    public FigureForms statisticsForms(MarkerList list) {
        Listing<MarkerList.AreaCount> areas = areas();
        Listing<MarkerList.StateCount> states = states();
        return new FigureForms(
                "boundary-marker-statistics-" + list.day(),
                () -> states.lines(list.states()) + areas.lines(list.areas()),
                () -> statistics(list),
                () -> areas.csv(list.areas()),
                () -> document(
                        list,
                        List.of(
                                states.table(new Text("按状态", "By state"), list.states()),
                                areas.table(new Text("按保护地", "By protected area"), list.areas()))));
    }

    private Document document(MarkerList list, List<Block> blocks) {
        return new Document(
                new Text("保护地界桩标识", "Boundary markers of protected areas"),
                Text.of(
                        "共 %1$d 个，完好 %2$d 个，超过 %3$d 天未巡查 %4$d 个",
                        "%1$d in all, %2$d intact, %4$d not inspected for more than %3$d days",
                        list.total().all(),
                        list.total().intact(),
                        list.overdueDays(),
                        list.total().overdue()),
                blocks,
                Facts.none()
                        .and(new Text("图层修订号", "Revision of the layer"), list.revision())
                        .and(new Text("日期", "Day"), list.day().toString())
                        .sealed(statistics(list)));
    }

    private Listing<Marker> columns(MarkerList list) {
        return Listing.<Marker>none()
                .and("code", new Text("编号", "Code"), Unit.NONE, Marker::code)
                .and("area_code", new Text("保护地", "Protected area"), Unit.NONE, Marker::area)
                .and("kind", new Text("类型", "Kind"), Marker::kind, one -> markers.kindLabel(one.kind()))
                .and("state", new Text("状态", "State"), Marker::state, one -> markers.stateLabel(one.state()))
                .and("inspected", new Text("最近巡查", "Last inspection"), Unit.NONE, one -> day(one.inspected()))
                .and(
                        "overdue",
                        new Text("逾期未巡查", "Overdue"),
                        one -> late(one, list),
                        one -> late(one, list) ? new Text("逾期", "overdue") : "")
                .and("inspections", new Text("巡查次数", "Inspections"), Unit.COUNT, one -> one.inspections()
                        .size())
                .and("town", new Text("乡镇", "Town"), Unit.NONE, one -> one.place()
                        .town()
                        .map(CasePlace.Unit::name)
                        .orElse(""))
                .and("remark", new Text("备注", "Remark"), Unit.NONE, MarkerText::remark);
    }

    private static boolean late(Marker one, MarkerList list) {
        return one.overdue(list.day(), list.overdueDays());
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    private static String remark(Marker one) {
        return one.inspections().isEmpty()
                ? ""
                : one.inspections().get(one.inspections().size() - 1).remark();
    }

    private static Listing<MarkerList.StateCount> states() {
        return Listing.<MarkerList.StateCount>none()
                .and("state", new Text("状态", "State"), MarkerList.StateCount::code, MarkerList.StateCount::label)
                .and("count", new Text("数量", "Count"), Unit.COUNT, MarkerList.StateCount::count);
    }

    private static Listing<MarkerList.AreaCount> areas() {
        return Listing.<MarkerList.AreaCount>none()
                .and("area_code", new Text("保护地", "Protected area"), Unit.NONE, MarkerList.AreaCount::code)
                .and("count", new Text("数量", "Count"), Unit.COUNT, one -> one.counts()
                        .all())
                .and("intact", new Text("完好", "Intact"), Unit.COUNT, one -> one.counts()
                        .intact())
                .and("overdue", new Text("逾期未巡查", "Overdue"), Unit.COUNT, one -> one.counts()
                        .overdue());
    }

    private static ObjectNode statistics(MarkerList list) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("day", list.day().toString()).put("overdueDays", list.overdueDays());
        node.putObject("revisions").put("boundary-markers", list.revision());
        counts(node.putObject("total"), list.total());
        ArrayNode states = node.putArray("states");
        for (MarkerList.StateCount state : list.states()) {
            ObjectNode one = states.addObject().put("code", state.code());
            label(one, state.label());
            one.put("count", state.count());
        }
        ArrayNode areas = node.putArray("areas");
        list.areas().forEach(area -> counts(areas.addObject().put("code", area.code()), area.counts()));
        return node;
    }

    private static void counts(ObjectNode node, MarkerList.Counts counts) {
        node.put("count", counts.all()).put("intact", counts.intact()).put("overdue", counts.overdue());
    }

    private static void label(ObjectNode node, Text label) {
        node.putObject("label").put("zh", label.zh()).put("en", label.en());
    }

    private static ObjectNode head(ObjectNode node, Marker one, MarkerList list) {
        return head(node, one).put("overdue", late(one, list));
    }

    private static ObjectNode head(ObjectNode node, Marker one) {
        node.put("code", one.code()).put("area", one.area()).put("kind", one.kind());
        node.put("state", one.state());
        node.put("inspected", one.inspected().map(LocalDate::toString).orElse(null));
        node.put("inspectionCount", one.inspections().size());
        node.setAll(CaseBody.place(one.place()));
        return node;
    }

    private static ObjectNode geoJson(MarkerList list) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("type", "FeatureCollection");
        ArrayNode features = node.putArray("features");
        for (Marker one : list.markers()) {
            ObjectNode feature = features.addObject().put("type", "Feature").put("id", one.code());
            feature.set("geometry", one.shape().map(GeoJsonGeometry::tree).orElse(JsonNodeFactory.instance.nullNode()));
            head(feature.putObject("properties"), one, list);
        }
        return node;
    }

    /** A marker with its inspections, as JSON. */
    public static ObjectNode tree(Marker one) {
        ObjectNode node = head(JsonNodeFactory.instance.objectNode(), one);
        node.set("geometry", one.shape().map(GeoJsonGeometry::tree).orElse(JsonNodeFactory.instance.nullNode()));
        ArrayNode inspections = node.putArray("inspections");
        for (MarkerInspection seen : one.inspections()) {
            inspections
                    .addObject()
                    .put("number", seen.number())
                    .put("on", seen.on().toString())
                    .put("at", seen.at().toString())
                    .put("author", seen.author())
                    .put("state", seen.state())
                    .put("remark", seen.remark());
        }
        return node;
    }
}
