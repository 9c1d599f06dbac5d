package org.anlan.coast;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.anlan.format.table.FormulaGuard;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A retention figure as JSON (docs/api.md), as CSV, and as a table for a terminal. */
public final class RetentionText {

    private RetentionText() {}

    /** The figure as JSON; numbers are not rounded. */
    public static JsonNode tree(RetentionFigure figure) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("surveyYear", figure.surveyYear()).put("by", figure.by().word());
        node.putObject("rules")
                .put("id", figure.rules().id())
                .put("version", figure.rules().version());
        node.put("lengthMethod", RetentionFigure.LENGTH_METHOD);
        ObjectNode revisions =
                node.putObject("revisions").put("coastline", figure.revisions().coastline());
        revisions.put(
                "regions",
                figure.revisions().regions() == 0 ? null : figure.revisions().regions());
        node.set("total", sums(JsonNodeFactory.instance.objectNode(), figure.total()));
        ArrayNode rows = node.putArray("rows");
        figure.rows()
                .forEach(row -> sums(rows.addObject().put("code", row.code()).put("name", row.name()), row.sums()));
        node.set("unassigned", sums(JsonNodeFactory.instance.objectNode(), figure.unassigned()));
        ArrayNode warnings = node.putArray("warnings");
        figure.warnings().forEach(w -> warnings.addObject().put("zh", w.zh()).put("en", w.en()));
        return node;
    }

    private static ObjectNode sums(ObjectNode node, Sums sums) {
        node.put("segments", sums.segments())
                .put("totalM", sums.totalM())
                .put("naturalM", sums.naturalM())
                .put("natureLikeM", sums.natureLikeM())
                .put("estuaryM", sums.estuaryM())
                .put("artificialM", sums.artificialM())
                .put("countedNaturalM", sums.countedNaturalM())
                .put("countedTotalM", sums.countedTotalM());
        if (sums.ratioPercent().isPresent()) {
            node.put("ratioPercent", sums.ratioPercent().getAsDouble());
        } else {
            node.putNull("ratioPercent");
        }
        return node;
    }

    /**
     * The figure as CSV (RFC 4180): the rows, the unassigned row where there is one, the total; provenance in the last columns. Texts cannot
     * be taken for formulas.
     */
    public static String csv(RetentionFigure figure) {
        StringBuilder out = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
            csv.printRecord(
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
                    "regions_revision");
            for (RetentionFigure.Row row : figure.rows()) {
                record(csv, figure, row.code(), row.name(), row.sums());
            }
            if (figure.unassigned().segments() > 0) {
                record(csv, figure, "unassigned", "未归属", figure.unassigned());
            }
            record(csv, figure, "total", "合计", figure.total());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void record(CSVPrinter csv, RetentionFigure figure, String code, String name, Sums sums)
            throws IOException {
        csv.printRecord(
                FormulaGuard.guard(code),
                FormulaGuard.guard(name),
                sums.segments(),
                sums.totalM(),
                sums.naturalM(),
                sums.natureLikeM(),
                sums.estuaryM(),
                sums.artificialM(),
                sums.ratioPercent().isPresent() ? sums.ratioPercent().getAsDouble() : "",
                figure.surveyYear(),
                FormulaGuard.guard(figure.rules().id()),
                figure.rules().version(),
                RetentionFigure.LENGTH_METHOD,
                figure.revisions().coastline(),
                figure.revisions().regions() == 0 ? "" : figure.revisions().regions());
    }

    /** The figure as a table of rounded numbers for a terminal that shows Chinese in double width. */
    public static String table(RetentionFigure figure) {
        StringBuilder out = new StringBuilder(String.format(
                Locale.ROOT,
                "%d  %s v%d  %s  coastline r%d, regions r%d%n",
                figure.surveyYear(),
                figure.rules().id(),
                figure.rules().version(),
                RetentionFigure.LENGTH_METHOD,
                figure.revisions().coastline(),
                figure.revisions().regions()));
        out.append(String.format(
                Locale.ROOT,
                "%s%7s%11s%11s%9s%11s%8s%n",
                pad("名称 name", 30),
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
        figure.warnings().forEach(w -> out.append("! ").append(w.both()).append(System.lineSeparator()));
        return out.toString();
    }

    private static void line(StringBuilder out, String name, Sums s) {
        String ratio = s.ratioPercent().isPresent()
                ? String.format(Locale.ROOT, "%.2f", s.ratioPercent().getAsDouble())
                : "–";
        out.append(String.format(
                Locale.ROOT,
                "%s%8d%13.3f%13.3f%13.3f%13.3f%10s%n",
                pad(name, 30),
                s.segments(),
                s.totalM(),
                s.naturalM(),
                s.natureLikeM(),
                s.artificialM(),
                ratio));
    }

    private static String pad(String text, int columns) {
        int width = text.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
        return text + " ".repeat(Math.max(1, columns - width));
    }
}
