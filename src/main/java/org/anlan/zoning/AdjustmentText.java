package org.anlan.zoning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import org.anlan.format.table.FormulaGuard;
import org.anlan.report.Backdrop;
import org.anlan.report.FigureForms;
import org.anlan.store.Revision;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** An adjustment as JSON (docs/api.md), as CSV, as GeoJSON of what fell out and came in, and as a table for a terminal. */
public final class AdjustmentText {

    private AdjustmentText() {}

    /** The figure in every form, its map over this backdrop. */
    public static FigureForms forms(AdjustmentFigure figure, Backdrop backdrop) {
        return new FigureForms(
                "adjustment-" + figure.layer(),
                () -> table(figure),
                () -> tree(figure),
                () -> csv(figure),
                Optional.of(() -> geoJson(figure)),
                () -> AdjustmentDocument.of(figure, backdrop));
    }

    /** The figure as JSON; square metres, not rounded. */
    public static JsonNode tree(AdjustmentFigure figure) {
        ObjectNode node = ZoningJson.object().put("layer", figure.layer());
        node.set("title", ZoningJson.text(figure.title()));
        node.set("from", revision(figure.from()));
        node.set("to", revision(figure.to()));
        node.put("areaMethod", CoverageFigure.AREA_METHOD).put("edgeErrorM2", figure.edgeErrorM2());
        node.set("before", extent(figure.before()));
        node.set("after", extent(figure.after()));
        node.put("fellOutM2", figure.fellOut().areaM2())
                .put("cameInM2", figure.cameIn().areaM2());
        node.put("unchanged", figure.unchanged());
        ArrayNode changes = node.putArray("changes");
        figure.changes().forEach(one -> changes.addObject()
                .put("kind", one.kind().word())
                .put("id", one.id())
                .put("name", one.name())
                .put("beforeM2", one.beforeM2())
                .put("afterM2", one.afterM2())
                .put("fellOutM2", one.fellOut().areaM2())
                .put("cameInM2", one.cameIn().areaM2()));
        return node;
    }

    private static ObjectNode revision(Revision revision) {
        return ZoningJson.object()
                .put("revision", revision.id())
                .put("at", revision.at().toString())
                .put("note", revision.origin().note());
    }

    private static ObjectNode extent(AdjustmentFigure.Extent extent) {
        return ZoningJson.object()
                .put("features", extent.features())
                .put("sumM2", extent.sumM2())
                .put("unionM2", extent.unionM2());
    }

    /**
     * What fell out and what came in as a GeoJSON FeatureCollection, longitude and latitude: of the whole layer ({@code id} null) first, then of each feature.
     */
    public static JsonNode geoJson(AdjustmentFigure figure) {
        ObjectNode node = ZoningJson.object().put("type", "FeatureCollection");
        ArrayNode features = node.putArray("features");
        feature(features, null, "fell-out", figure.fellOut());
        feature(features, null, "came-in", figure.cameIn());
        figure.changes().forEach(one -> {
            feature(features, one.id(), "fell-out", one.fellOut());
            feature(features, one.id(), "came-in", one.cameIn());
        });
        return node;
    }

    private static void feature(ArrayNode features, String id, String what, AdjustmentFigure.Ground ground) {
        ground.shape()
                .ifPresent(shape -> features.add(ZoningJson.feature(
                        shape,
                        ZoningJson.object().put("id", id).put("what", what).put("areaM2", ground.areaM2()))));
    }

    /** The features that changed as CSV (RFC 4180), then the whole layer: its areas are those of the ground covered, each place once. */
    public static String csv(AdjustmentFigure figure) {
        StringBuilder out = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
            csv.printRecord((Object[]) ("id,name,kind,before_m2,after_m2,fell_out_m2,came_in_m2,before_ha,after_ha,"
                            + "area_method,from_revision,to_revision")
                    .split(",", -1));
            for (AdjustmentFigure.Change one : figure.changes()) {
                csv.printRecord(
                        FormulaGuard.guard(one.id()),
                        FormulaGuard.guard(one.name()),
                        one.kind().word(),
                        one.beforeM2(),
                        one.afterM2(),
                        one.fellOut().areaM2(),
                        one.cameIn().areaM2(),
                        LandArea.ha(one.beforeM2()),
                        LandArea.ha(one.afterM2()),
                        CoverageFigure.AREA_METHOD,
                        figure.from().id(),
                        figure.to().id());
            }
            csv.printRecord(
                    "union",
                    "合计（去重）",
                    "",
                    figure.before().unionM2(),
                    figure.after().unionM2(),
                    figure.fellOut().areaM2(),
                    figure.cameIn().areaM2(),
                    LandArea.ha(figure.before().unionM2()),
                    LandArea.ha(figure.after().unionM2()),
                    CoverageFigure.AREA_METHOD,
                    figure.from().id(),
                    figure.to().id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** The figure as lines for a terminal, hectares to the 0.001. */
    public static String table(AdjustmentFigure figure) {
        StringBuilder out = new StringBuilder(String.format(
                Locale.ROOT,
                "%s r%d → r%d  %s  ± %.3f ha%n",
                figure.layer(),
                figure.from().id(),
                figure.to().id(),
                CoverageFigure.AREA_METHOD,
                LandArea.ha(figure.edgeErrorM2())));
        figure.changes()
                .forEach(one -> line(
                        out,
                        one.name() + " " + one.id() + " " + one.kind().word(),
                        one.beforeM2(),
                        one.afterM2(),
                        one.fellOut(),
                        one.cameIn()));
        line(
                out,
                "合计（去重） union",
                figure.before().unionM2(),
                figure.after().unionM2(),
                figure.fellOut(),
                figure.cameIn());
        return out.append(String.format(Locale.ROOT, "未变 unchanged: %d%n", figure.unchanged()))
                .toString();
    }

    private static void line(
            StringBuilder out,
            String name,
            double beforeM2,
            double afterM2,
            AdjustmentFigure.Ground fellOut,
            AdjustmentFigure.Ground cameIn) {
        out.append(String.format(
                Locale.ROOT,
                "%s: %s → %s ha, 调出 fell out %s ha, 调入 came in %s ha%n",
                name,
                LandArea.haText(beforeM2),
                LandArea.haText(afterM2),
                LandArea.haText(fellOut.areaM2()),
                LandArea.haText(cameIn.areaM2())));
    }
}
