package org.anlan.coast.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import org.anlan.base.Padded;
import org.anlan.catalog.Catalog;
import org.anlan.coast.Coast;
import org.anlan.coast.CoastMaps;
import org.anlan.coast.RetentionFigure;
import org.anlan.coast.Sums;
import org.anlan.format.table.CsvText;
import org.anlan.report.FigureForms;

/** A retention figure as JSON (docs/api.md), as CSV, and as a table for a terminal. */
public final class RetentionText {

    private RetentionText() {}

    /** The figure in every form. */
    public static FigureForms forms(RetentionFigure figure, Catalog catalog, CoastMaps maps) {
        return new FigureForms(
                fileName(figure),
                () -> table(figure),
                () -> tree(figure),
                () -> csv(figure),
                () -> new RetentionDocument(figure, catalog, maps).document());
    }

    static String fileName(RetentionFigure figure) {
        String coast =
                figure.coast() == Coast.MAINLAND ? "" : "-" + figure.coast().word();
        return "retention-" + figure.surveyYear() + coast + "-" + figure.by().word();
    }

    /** The figure as JSON; numbers are not rounded. */
    public static JsonNode tree(RetentionFigure figure) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        head(node, figure);
        node.set("total", SumsText.node(figure.total(), figure.target()));
        ArrayNode rows = node.putArray("rows");
        figure.rows().forEach(row -> SumsText.put(row(rows, row), row.sums(), figure.target()));
        node.set("unassigned", SumsText.node(figure.unassigned(), figure.target()));
        SumsText.warnings(node, figure.warnings());
        return node;
    }

    /** What the figure rests on. */
    static void head(ObjectNode node, RetentionFigure figure) {
        node.put("surveyYear", figure.surveyYear())
                .put("coast", figure.coast().word())
                .put("by", figure.by().word());
        SumsText.rules(node, figure.rules());
        SumsText.target(node, figure.target());
        node.put("lengthMethod", RetentionFigure.LENGTH_METHOD);
        SumsText.revisions(node, figure.revisions());
        SumsText.source(node, figure.source());
    }

    /** A row or column with its code and name. */
    static ObjectNode row(ArrayNode rows, RetentionFigure.Row row) {
        return rows.addObject().put("code", row.code()).put("name", row.name());
    }

    /**
     * The figure as CSV (RFC 4180): the rows, the unassigned row where there is one, the total; provenance in the last columns. Texts cannot
     * be taken for formulas.
     */
    public static String csv(RetentionFigure figure) {
        CsvText csv = new CsvText(
                "code",
                "name",
                "segments",
                "total_m",
                "natural_m",
                "nature_like_m",
                "estuary_m",
                "artificial_m",
                "ratio_percent",
                "survey_year",
                "rules",
                "rules_version",
                "length_method",
                "coastline_revision",
                "regions_revision",
                "coast",
                "counted_natural_m",
                "counted_total_m",
                "target_percent",
                "margin_m");
        figure.rows().forEach(row -> record(csv, figure, row.code(), row.name(), row.sums()));
        if (figure.unassigned().segments() > 0) {
            record(csv, figure, "unassigned", "未归属", figure.unassigned());
        }
        record(csv, figure, "total", "合计", figure.total());
        return csv.toString();
    }

    private static void record(CsvText csv, RetentionFigure figure, String code, String name, Sums sums) {
        csv.record(
                code,
                name,
                sums.segments(),
                sums.totalM(),
                sums.naturalM(),
                sums.natureLikeM(),
                sums.estuaryM(),
                sums.artificialM(),
                SumsText.percent(sums),
                figure.surveyYear(),
                figure.rules().id(),
                figure.rules().version(),
                RetentionFigure.LENGTH_METHOD,
                figure.revisions().coastline(),
                figure.revisions().regions() == 0 ? "" : figure.revisions().regions(),
                figure.coast().word(),
                sums.countedNaturalM(),
                sums.countedTotalM(),
                figure.target().map(t -> (Object) t.percent()).orElse(""),
                figure.target().map(t -> (Object) sums.marginM(t.percent())).orElse(""));
    }

    /** The figure as a table of rounded numbers for a terminal that shows Chinese in double width. */
    public static String table(RetentionFigure figure) {
        StringBuilder out = new StringBuilder(title(figure));
        out.append(String.format(
                Locale.ROOT,
                "%s%7s%11s%11s%9s%11s%8s%n",
                Padded.to("名称 name", 30),
                "段数 n",
                "总长 m",
                "自然 m",
                "具自然 m",
                "人工 m",
                "比例 %"));
        figure.rows().forEach(row -> line(out, row.name() + " " + row.code(), row.sums()));
        if (figure.unassigned().segments() > 0) {
            line(out, "未归属 unassigned", figure.unassigned());
        }
        line(out, "合计 total", figure.total());
        figure.target().ifPresent(target -> out.append(margin(figure.total(), target)));
        figure.warnings().forEach(w -> out.append("! ").append(w.both()).append(System.lineSeparator()));
        return out.toString();
    }

    /** What a figure rests on, in a line. */
    static String title(RetentionFigure figure) {
        return String.format(
                Locale.ROOT,
                "%d %s  %s v%d  %s  coastline r%d, regions r%d%n比例尺 scale: %s  %s%n",
                figure.surveyYear(),
                figure.coast().label().both(),
                figure.rules().id(),
                figure.rules().version(),
                RetentionFigure.LENGTH_METHOD,
                figure.revisions().coastline(),
                figure.revisions().regions(),
                figure.source().words().both(),
                String.join("; ", figure.source().sources()));
    }

    /** How far some coast is from the target, in a line. */
    static String margin(Sums sums, RetentionFigure.Target target) {
        double marginM = sums.marginM(target.percent());
        Optional<String> id = target.from().map(RetentionFigure.RuleSet::id);
        return String.format(
                Locale.ROOT,
                "目标 target ≥ %s %%%s: %s %.3f m%n",
                SumsText.plain(target.percent()),
                id.map(from -> " (" + from + ")").orElse(""),
                marginM >= 0 ? "还可减少 may still be lost" : "尚需增加 must be gained",
                Math.abs(marginM));
    }

    private static void line(StringBuilder out, String name, Sums s) {
        out.append(String.format(
                Locale.ROOT,
                "%s%8d%13.3f%13.3f%13.3f%13.3f%10s%n",
                Padded.to(name, 30),
                s.segments(),
                s.totalM(),
                s.naturalM(),
                s.natureLikeM(),
                s.artificialM(),
                SumsText.ratio(s)));
    }
}
