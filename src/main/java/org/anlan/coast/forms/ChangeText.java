package org.anlan.coast.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import org.anlan.catalog.Catalog;
import org.anlan.coast.ChangeFigure;
import org.anlan.coast.CoastLabels;
import org.anlan.coast.RetentionFigure;
import org.anlan.format.geojson.GeoJsonGeometry;
import org.anlan.format.table.FormulaGuard;
import org.anlan.report.Backdrop;
import org.anlan.report.FigureForms;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A figure of change as JSON (docs/api.md), as CSV, as GeoJSON of what changed, and as a table for a terminal. */
public final class ChangeText {

    private ChangeText() {}

    /** The figure in every form, its map over this backdrop. */
    public static FigureForms forms(ChangeFigure figure, Catalog catalog, Backdrop backdrop) {
        return new FigureForms(
                "change-" + figure.fromYear() + "-" + figure.toYear() + "-"
                        + figure.by().word(),
                () -> table(figure, catalog),
                () -> tree(figure),
                () -> csv(figure),
                Optional.of(() -> geoJson(figure)),
                () -> ChangeDocument.of(figure, catalog, backdrop));
    }

    /** The figure as JSON; numbers are not rounded. */
    public static JsonNode tree(ChangeFigure figure) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("fromYear", figure.fromYear()).put("toYear", figure.toYear());
        node.put("by", figure.by().word());
        node.putObject("rules")
                .put("id", figure.rules().id())
                .put("version", figure.rules().version());
        node.put("lengthMethod", RetentionFigure.LENGTH_METHOD).put("toleranceM", figure.toleranceM());
        node.putObject("revisions")
                .put("coastline", figure.revisions().coastline())
                .put("regions", figure.revisions().regions());
        node.set("total", sums(JsonNodeFactory.instance.objectNode(), figure.total()));
        ArrayNode rows = node.putArray("rows");
        figure.rows()
                .forEach(row -> sums(rows.addObject().put("code", row.code()).put("name", row.name()), row.sums()));
        node.set("unassigned", sums(JsonNodeFactory.instance.objectNode(), figure.unassigned()));
        ArrayNode reaches = node.putArray("reaches");
        figure.reaches().forEach(reach -> reach(reaches.addObject(), reach));
        ArrayNode warnings = node.putArray("warnings");
        figure.warnings().forEach(w -> warnings.addObject().put("zh", w.zh()).put("en", w.en()));
        return node;
    }

    /** A matrix and what follows from it, into an object. */
    static ObjectNode sums(ObjectNode node, ChangeFigure.Sums sums) {
        node.put("changedM", sums.changedM())
                .put("naturalLostM", sums.naturalLostM())
                .put("naturalGainedM", sums.naturalGainedM())
                .put("goneM", sums.goneM())
                .put("newM", sums.newM());
        ArrayNode cells = node.putArray("cells");
        for (ChangeFigure.Cell cell : sums.cells()) {
            ObjectNode one = cells.addObject();
            one.set("from", type(cell.from()));
            one.set("to", type(cell.to()));
            one.put("lengthM", cell.lengthM());
        }
        return node;
    }

    private static JsonNode type(Optional<ChangeFigure.Type> type) {
        return type.<JsonNode>map(one -> JsonNodeFactory.instance
                        .objectNode()
                        .put("type1", one.type1())
                        .put("type2", one.type2()))
                .orElse(JsonNodeFactory.instance.nullNode());
    }

    private static void reach(ObjectNode node, ChangeFigure.Reach reach) {
        node.put("segment", reach.segment());
        node.set("from", type(reach.from()));
        node.set("to", type(reach.to()));
        node.put("region", reach.region().isEmpty() ? null : reach.region()).put("lengthM", reach.lengthM());
    }

    /** The stretches that changed, as a GeoJSON FeatureCollection: longitude and latitude, types as codes. */
    public static JsonNode geoJson(ChangeFigure figure) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("type", "FeatureCollection");
        ArrayNode features = node.putArray("features");
        for (ChangeFigure.Reach reach : figure.reaches()) {
            ObjectNode feature = features.addObject().put("type", "Feature");
            feature.set("geometry", GeoJsonGeometry.tree(reach.line()));
            ObjectNode properties = feature.putObject("properties");
            properties.put("fromYear", figure.fromYear()).put("toYear", figure.toYear());
            reach(properties, reach);
        }
        return node;
    }

    /** The matrix as CSV (RFC 4180), row by row and in total; blank types are coast that was not there, or is there no more. */
    public static String csv(ChangeFigure figure) {
        StringBuilder out = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
            csv.printRecord(
                    "code",
                    "name",
                    "from_type1",
                    "from_type2",
                    "to_type1",
                    "to_type2",
                    "length_m",
                    "from_year",
                    "to_year",
                    "tolerance_m",
                    "length_method",
                    "coastline_revision",
                    "regions_revision");
            for (ChangeFigure.Row row : figure.rows()) {
                records(csv, figure, row.code(), row.name(), row.sums());
            }
            records(csv, figure, "unassigned", "未归属", figure.unassigned());
            records(csv, figure, "total", "合计", figure.total());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void records(CSVPrinter csv, ChangeFigure figure, String code, String name, ChangeFigure.Sums sums)
            throws IOException {
        for (ChangeFigure.Cell cell : sums.cells()) {
            csv.printRecord(
                    FormulaGuard.guard(code),
                    FormulaGuard.guard(name),
                    FormulaGuard.guard(cell.from().map(ChangeFigure.Type::type1).orElse("")),
                    FormulaGuard.guard(cell.from().map(ChangeFigure.Type::type2).orElse("")),
                    FormulaGuard.guard(cell.to().map(ChangeFigure.Type::type1).orElse("")),
                    FormulaGuard.guard(cell.to().map(ChangeFigure.Type::type2).orElse("")),
                    cell.lengthM(),
                    figure.fromYear(),
                    figure.toYear(),
                    figure.toleranceM(),
                    RetentionFigure.LENGTH_METHOD,
                    figure.revisions().coastline(),
                    figure.revisions().regions());
        }
    }

    /** What changed as lines for a terminal, types by their Chinese labels; unchanged coast is one number. */
    public static String table(ChangeFigure figure, Catalog catalog) {
        CoastLabels labels = new CoastLabels(catalog);
        StringBuilder out = new StringBuilder(String.format(
                Locale.ROOT,
                "%d → %d  %s v%d  %s  ± %.0f m  coastline r%d, regions r%d%n",
                figure.fromYear(),
                figure.toYear(),
                figure.rules().id(),
                figure.rules().version(),
                RetentionFigure.LENGTH_METHOD,
                figure.toleranceM(),
                figure.revisions().coastline(),
                figure.revisions().regions()));
        figure.rows().forEach(row -> lines(out, row.name() + " " + row.code(), row.sums(), labels));
        if (!figure.unassigned().cells().isEmpty()) {
            lines(out, "未归属 unassigned", figure.unassigned(), labels);
        }
        lines(out, "合计 total", figure.total(), labels);
        figure.warnings().forEach(w -> out.append("! ").append(w.both()).append(System.lineSeparator()));
        return out.toString();
    }

    private static void lines(StringBuilder out, String name, ChangeFigure.Sums sums, CoastLabels labels) {
        double same = sums.cells().stream()
                .filter(cell -> !cell.changed())
                .mapToDouble(ChangeFigure.Cell::lengthM)
                .sum();
        out.append(String.format(
                Locale.ROOT,
                "%s: 不变 same %.3f m, 变化 changed %.3f m, 自然 natural −%.3f m +%.3f m%n",
                name,
                same,
                sums.changedM(),
                sums.naturalLostM(),
                sums.naturalGainedM()));
        sums.cells().stream()
                .filter(ChangeFigure.Cell::changed)
                .forEach(cell -> out.append(String.format(
                        Locale.ROOT,
                        "%14.3f m  %s → %s%n",
                        cell.lengthM(),
                        label(cell.from(), labels, "（无）none"),
                        label(cell.to(), labels, "（消失）gone"))));
    }

    private static String label(Optional<ChangeFigure.Type> type, CoastLabels labels, String none) {
        return type.map(one -> labels.type(one.type1(), one.type2()).zh()).orElse(none);
    }
}
