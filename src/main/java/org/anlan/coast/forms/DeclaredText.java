package org.anlan.coast.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.anlan.base.Padded;
import org.anlan.base.Text;
import org.anlan.coast.CoastLabels;
import org.anlan.coast.DeclaredFigure;
import org.anlan.coast.RetentionFigure;
import org.anlan.format.table.CsvText;
import org.anlan.report.Document;
import org.anlan.report.Facts;
import org.anlan.report.FigureForms;
import org.anlan.report.Table;
import org.anlan.report.Unit;

/** Declared lengths as JSON (docs/api.md), as CSV of the segments, as a table for a terminal and laid out for people. */
public final class DeclaredText {

    private static final int SHOWN = 20;

    private DeclaredText() {}

    /** The figure in every form. */
    public static FigureForms forms(DeclaredFigure figure) {
        return new FigureForms(
                "declared-" + figure.surveyYear(),
                () -> table(figure),
                () -> tree(figure),
                () -> csv(figure),
                () -> document(figure));
    }

    private static JsonNode tree(DeclaredFigure figure) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("surveyYear", figure.surveyYear())
                .put("coast", figure.coast().word())
                .put("by", figure.by().word())
                .put("lengthMethod", RetentionFigure.LENGTH_METHOD);
        SumsText.revisions(node, figure.revisions());
        put(node.putObject("total"), figure.total());
        ArrayNode rows = node.putArray("rows");
        figure.rows()
                .forEach(row -> put(rows.addObject().put("code", row.code()).put("name", row.name()), row.sums()));
        put(node.putObject("unassigned"), figure.unassigned());
        ArrayNode segments = node.putArray("segments");
        figure.segments().forEach(segment -> segments.addObject()
                .put("id", segment.id())
                .put("segCode", segment.code())
                .put("place", segment.place())
                .put("declaredM", segment.declaredM())
                .put("computedM", segment.computedM())
                .put("deviationPercent", segment.deviationPercent()));
        SumsText.warnings(node, figure.warnings());
        return node;
    }

    private static void put(ObjectNode node, DeclaredFigure.Sums sums) {
        node.put("segments", sums.segments())
                .put("undeclared", sums.undeclared())
                .put("declaredM", sums.declaredM())
                .put("computedM", sums.computedM())
                .put(
                        "deviationPercent",
                        sums.deviationPercent().isPresent()
                                ? (Double) sums.deviationPercent().getAsDouble()
                                : null);
    }

    private static String csv(DeclaredFigure figure) {
        CsvText csv = new CsvText(
                "id",
                "seg_code",
                "place",
                "declared_m",
                "computed_m",
                "deviation_percent",
                "survey_year",
                "coast",
                "length_method",
                "coastline_revision");
        figure.segments()
                .forEach(segment -> csv.record(
                        segment.id(),
                        segment.code(),
                        segment.place(),
                        segment.declaredM(),
                        segment.computedM(),
                        segment.deviationPercent(),
                        figure.surveyYear(),
                        figure.coast().word(),
                        RetentionFigure.LENGTH_METHOD,
                        figure.revisions().coastline()));
        return csv.toString();
    }

    private static String table(DeclaredFigure figure) {
        StringBuilder out = new StringBuilder(String.format(
                Locale.ROOT,
                "%d %s  %s  coastline r%d, regions r%d%n%s%14s%14s%10s%n",
                figure.surveyYear(),
                figure.coast().word(),
                RetentionFigure.LENGTH_METHOD,
                figure.revisions().coastline(),
                figure.revisions().regions(),
                Padded.to("", 30),
                "declared m",
                "computed m",
                "± %"));
        figure.rows().forEach(row -> line(out, row.name() + " " + row.code(), row.sums()));
        if (figure.unassigned().segments() > 0) {
            line(out, CoastLabels.UNASSIGNED.both(), figure.unassigned());
        }
        line(out, CoastLabels.TOTAL.both(), figure.total());
        figure.segments().stream()
                .limit(SHOWN)
                .forEach(segment -> out.append(String.format(
                        Locale.ROOT,
                        "%s%14.3f%14.3f%+10.2f%n",
                        Padded.to(segment.code() + " " + segment.place(), 30),
                        segment.declaredM(),
                        segment.computedM(),
                        segment.deviationPercent())));
        figure.warnings().forEach(w -> out.append("! ").append(w.both()).append(System.lineSeparator()));
        return out.toString();
    }

    private static void line(StringBuilder out, String name, DeclaredFigure.Sums sums) {
        out.append(String.format(
                Locale.ROOT,
                "%s%14.3f%14.3f%+10.2f%n",
                Padded.to(name, 30),
                sums.declaredM(),
                sums.computedM(),
                sums.deviationPercent().orElse(0)));
    }

    private static Document document(DeclaredFigure figure) {
        List<Table.Row> sums = new ArrayList<>();
        figure.rows().forEach(row -> sums.add(new Table.Row(values(Text.same(row.name()), row.sums()), false)));
        if (figure.unassigned().segments() > 0) {
            sums.add(new Table.Row(values(CoastLabels.UNASSIGNED, figure.unassigned()), false));
        }
        sums.add(new Table.Row(values(CoastLabels.TOTAL, figure.total()), true));
        List<Table.Column> measures = List.of(
                new Table.Column(new Text("登记长度", "Declared"), Unit.METRES),
                new Table.Column(new Text("计算长度", "Computed"), Unit.METRES),
                new Table.Column(new Text("偏差", "Deviation"), Unit.PERCENT));
        Table byPlace = new Table(
                new Text("各地合计", "Sums by place"),
                List.of(
                        new Table.Column(new Text("区域", "Place"), Unit.NONE),
                        new Table.Column(new Text("段数", "Segments"), Unit.COUNT),
                        measures.get(0),
                        measures.get(1),
                        measures.get(2)),
                sums);
        Table segments = new Table(
                new Text("岸段，按偏差从大到小", "Segments, largest deviation first"),
                List.of(
                        new Table.Column(new Text("岸段编码", "Segment"), Unit.NONE),
                        new Table.Column(new Text("地名", "Place"), Unit.NONE),
                        measures.get(0),
                        measures.get(1),
                        measures.get(2)),
                figure.segments().stream()
                        .map(s -> Table.Row.of(s.code(), s.place(), s.declaredM(), s.computedM(), s.deviationPercent()))
                        .toList());
        Facts basis = SumsText.basis(figure.revisions()).sealed(tree(figure));
        return new Document(
                        new Text("登记长度与计算长度", "Declared and computed lengths"),
                        figure.coast().survey(figure.surveyYear()),
                        List.of(byPlace, segments),
                        basis)
                .warning(figure.warnings());
    }

    private static List<Object> values(Text name, DeclaredFigure.Sums sums) {
        return List.of(
                name,
                sums.segments(),
                sums.declaredM(),
                sums.computedM(),
                sums.deviationPercent().isPresent() ? sums.deviationPercent().getAsDouble() : "");
    }
}
