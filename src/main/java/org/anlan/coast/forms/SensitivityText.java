package org.anlan.coast.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anlan.base.Padded;
import org.anlan.base.Text;
import org.anlan.coast.RetentionFigure;
import org.anlan.coast.SensitivityFigure;
import org.anlan.coast.Sums;
import org.anlan.format.table.CsvText;
import org.anlan.report.Document;
import org.anlan.report.Facts;
import org.anlan.report.FigureForms;
import org.anlan.report.Table;
import org.anlan.report.Unit;

/** A sensitivity figure as JSON (docs/api.md), as CSV, as a table for a terminal and laid out for people. */
public final class SensitivityText {

    private SensitivityText() {}

    /** The figure in every form. */
    public static FigureForms forms(SensitivityFigure figure) {
        return new FigureForms(
                "sensitivity-" + figure.surveyYear(),
                () -> table(figure),
                () -> tree(figure),
                () -> csv(figure),
                () -> document(figure));
    }

    private static JsonNode tree(SensitivityFigure figure) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("surveyYear", figure.surveyYear()).put("coast", figure.coast().word());
        node.put("lengthMethod", RetentionFigure.LENGTH_METHOD)
                .put("simplificationMethod", SensitivityFigure.SIMPLIFICATION_METHOD);
        node.putObject("revisions").put("coastline", figure.coastlineRevision());
        ArrayNode rules = node.putArray("ruleSets");
        figure.rules().forEach(row -> {
            ObjectNode one = rules.addObject();
            SumsText.rules(one, row.rules());
            one.putObject("title")
                    .put("zh", row.title().zh())
                    .put("en", row.title().en());
            SumsText.put(one, row.sums(), Optional.empty());
        });
        SumsText.rules(node, figure.scaleRules());
        ArrayNode scales = node.putArray("scales");
        figure.scales()
                .forEach(row -> SumsText.put(
                        scales.addObject().put("toleranceM", row.toleranceM()).put("vertices", row.vertices()),
                        row.sums(),
                        Optional.empty()));
        SumsText.warnings(node, figure.warnings());
        return node;
    }

    private static String csv(SensitivityFigure figure) {
        CsvText csv = new CsvText(
                "rules",
                "rules_version",
                "tolerance_m",
                "total_m",
                "counted_natural_m",
                "counted_total_m",
                "ratio_percent",
                "survey_year",
                "coast",
                "length_method",
                "coastline_revision");
        figure.rules().forEach(row -> record(csv, figure, row.rules(), 0, row.sums()));
        figure.scales().stream()
                .filter(row -> row.toleranceM() > 0)
                .forEach(row -> record(csv, figure, figure.scaleRules(), row.toleranceM(), row.sums()));
        return csv.toString();
    }

    private static void record(
            CsvText csv, SensitivityFigure figure, RetentionFigure.RuleSet rules, double toleranceM, Sums sums) {
        csv.record(
                rules.id(),
                rules.version(),
                toleranceM,
                sums.totalM(),
                sums.countedNaturalM(),
                sums.countedTotalM(),
                SumsText.percent(sums),
                figure.surveyYear(),
                figure.coast().word(),
                RetentionFigure.LENGTH_METHOD,
                figure.coastlineRevision());
    }

    private static String table(SensitivityFigure figure) {
        StringBuilder out = new StringBuilder(String.format(
                Locale.ROOT,
                "%d %s  %s  coastline r%d%n%s%14s%14s%9s%n",
                figure.surveyYear(),
                figure.coast().word(),
                RetentionFigure.LENGTH_METHOD,
                figure.coastlineRevision(),
                Padded.to("统计规则 rules", 40),
                "自然 natural",
                "总长 total",
                "比例 %"));
        figure.rules()
                .forEach(row -> line(
                        out,
                        row.rules().id() + " v" + row.rules().version() + " "
                                + row.title().zh(),
                        row.sums()));
        out.append(String.format(
                Locale.ROOT,
                "简化 simplified（%s v%d）%n",
                figure.scaleRules().id(),
                figure.scaleRules().version()));
        figure.scales()
                .forEach(row -> line(
                        out, SumsText.plain(row.toleranceM()) + " m, " + row.vertices() + " 点 vertices", row.sums()));
        figure.warnings().forEach(w -> out.append("! ").append(w.both()).append(System.lineSeparator()));
        return out.toString();
    }

    private static void line(StringBuilder out, String name, Sums sums) {
        out.append(String.format(
                Locale.ROOT,
                "%s%14.3f%14.3f%9s%n",
                Padded.to(name, 40),
                sums.countedNaturalM(),
                sums.countedTotalM(),
                SumsText.ratio(sums)));
    }

    private static Document document(SensitivityFigure figure) {
        List<Table.Column> measures = List.of(
                new Table.Column(new Text("计为自然", "Counted as natural"), Unit.METRES),
                new Table.Column(new Text("计入总长", "Counted in total"), Unit.METRES),
                new Table.Column(new Text("保有率", "Ratio"), Unit.PERCENT));
        Table rules = new Table(
                new Text("各统计规则", "Counting rule sets"),
                List.of(
                        new Table.Column(new Text("统计规则", "Rules"), Unit.NONE),
                        measures.get(0),
                        measures.get(1),
                        measures.get(2)),
                figure.rules().stream()
                        .map(row -> Table.Row.of(
                                new Text(
                                        row.title().zh() + " v" + row.rules().version(),
                                        row.title().en() + " v" + row.rules().version()),
                                row.sums().countedNaturalM(),
                                row.sums().countedTotalM(),
                                SumsText.percent(row.sums())))
                        .toList());
        Table scales = new Table(
                new Text("线形简化的影响", "Effect of simplification"),
                List.of(
                        new Table.Column(new Text("容差", "Tolerance"), Unit.METRES),
                        new Table.Column(new Text("顶点数", "Vertices"), Unit.COUNT),
                        measures.get(0),
                        measures.get(1),
                        measures.get(2)),
                figure.scales().stream()
                        .map(row -> Table.Row.of(
                                row.toleranceM(),
                                row.vertices(),
                                row.sums().countedNaturalM(),
                                row.sums().countedTotalM(),
                                SumsText.percent(row.sums())))
                        .toList());
        Facts basis = Facts.none()
                .and(new Text("岸线图层修订号", "Revision of the coastline"), figure.coastlineRevision())
                .and(
                        new Text("简化所用统计规则", "Rules of the simplified figures"),
                        figure.scaleRules().id() + " v" + figure.scaleRules().version())
                .and(new Text("长度算法", "Length method"), RetentionFigure.LENGTH_METHOD)
                .and(new Text("简化算法", "Simplification"), SensitivityFigure.SIMPLIFICATION_METHOD)
                .sealed(tree(figure));
        return new Document(
                        new Text("自然岸线保有率的敏感性", "Sensitivity of the retention ratio"),
                        figure.coast().survey(figure.surveyYear()),
                        List.of(rules, scales),
                        basis)
                .warning(figure.warnings());
    }
}
