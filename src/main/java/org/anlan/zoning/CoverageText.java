package org.anlan.zoning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anlan.format.table.FormulaGuard;
import org.anlan.report.Backdrop;
import org.anlan.report.FigureForms;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A figure of coverage as JSON (docs/api.md), as CSV, as GeoJSON of the overlaps, and as a table for a terminal. */
public final class CoverageText {

    private CoverageText() {}

    /** The figure in every form, its map over this backdrop. */
    public static FigureForms forms(CoverageFigure figure, Backdrop backdrop) {
        return new FigureForms(
                "coverage-" + figure.by().word(),
                () -> table(figure),
                () -> tree(figure),
                () -> csv(figure),
                Optional.of(() -> geoJson(figure)),
                () -> CoverageDocument.of(figure, backdrop));
    }

    /** The figure as JSON; square metres, not rounded. */
    public static JsonNode tree(CoverageFigure figure) {
        ObjectNode node = ZoningJson.object();
        node.put("by", figure.by().word()).put("areaMethod", CoverageFigure.AREA_METHOD);
        node.put("edgeErrorM2", figure.edgeErrorM2());
        ArrayNode layers = node.putArray("layers");
        figure.layers().forEach(layer -> {
            ObjectNode one = layers.addObject().put("layer", layer.layer());
            one.set("title", ZoningJson.text(layer.title()));
            one.put("revision", layer.revision()).put("features", layer.features());
        });
        node.putObject("revisions").put("regions", figure.regionsRevision());
        node.set("total", row(figure.total()));
        ArrayNode rows = node.putArray("rows");
        figure.rows().forEach(row -> rows.add(row(row)));
        node.set("unassigned", row(figure.unassigned()));
        ArrayNode overlaps = node.putArray("overlaps");
        figure.overlaps().forEach(overlap -> overlaps.add(overlap(overlap)));
        node.set("warnings", ZoningJson.texts(figure.warnings()));
        return node;
    }

    private static ObjectNode row(CoverageFigure.Row row) {
        ObjectNode node = ZoningJson.object().put("code", row.code()).put("name", row.name());
        cover(node, row.all());
        ArrayNode layers = node.putArray("layers");
        row.layers().forEach(layer -> cover(layers.addObject().put("layer", layer.layer()), layer.cover()));
        ArrayNode classes = node.putArray("classes");
        row.classes().forEach(one -> {
            ObjectNode of = classes.addObject().put("layer", one.layer()).put("field", one.field());
            of.put("code", one.code().isEmpty() ? null : one.code());
            of.set("label", ZoningJson.text(one.label()));
            cover(of, one.cover());
        });
        return node;
    }

    private static void cover(ObjectNode node, CoverageFigure.Cover cover) {
        node.put("features", cover.features())
                .put("sumM2", cover.sumM2())
                .put("unionM2", cover.unionM2())
                .put("overlapM2", cover.overlapM2());
        node.set("land", cover.land().map(CoverageText::share).orElse(null));
        node.set("sea", cover.sea().map(CoverageText::share).orElse(null));
    }

    private static ObjectNode share(CoverageFigure.Share share) {
        ObjectNode node = ZoningJson.object().put("areaM2", share.areaM2()).put("coveredM2", share.coveredM2());
        share.percent()
                .ifPresentOrElse(percent -> node.put("sharePercent", percent), () -> node.putNull("sharePercent"));
        return node;
    }

    private static ObjectNode overlap(CoverageFigure.Overlap overlap) {
        ObjectNode node = ZoningJson.object();
        node.set("first", member(overlap.first()));
        node.set("second", member(overlap.second()));
        return node.put("areaM2", overlap.areaM2());
    }

    private static ObjectNode member(CoverageFigure.Member member) {
        return ZoningJson.object()
                .put("layer", member.layer())
                .put("id", member.id())
                .put("name", member.name());
    }

    /** The overlaps as a GeoJSON FeatureCollection: longitude and latitude. */
    public static JsonNode geoJson(CoverageFigure figure) {
        ObjectNode node = ZoningJson.object().put("type", "FeatureCollection");
        ArrayNode features = node.putArray("features");
        figure.overlaps().forEach(one -> features.add(ZoningJson.feature(one.shape(), overlap(one))));
        return node;
    }

    /** The rows as CSV (RFC 4180): for each region a line of everything, one a layer, one a class. */
    public static String csv(CoverageFigure figure) {
        StringBuilder out = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
            csv.printRecord((Object[])
                    ("code,name,layer,field,class,label,features,sum_m2,union_m2,overlap_m2,sum_ha,union_ha,union_mu,"
                                    + "land_m2,land_covered_m2,land_percent,sea_m2,sea_covered_m2,sea_percent,"
                                    + "area_method,layer_revisions,regions_revision")
                            .split(",", -1));
            for (CoverageFigure.Row row : figure.rows()) {
                lines(csv, figure, row);
            }
            lines(csv, figure, figure.unassigned());
            lines(csv, figure, figure.total());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void lines(CSVPrinter csv, CoverageFigure figure, CoverageFigure.Row row) throws IOException {
        line(csv, figure, row, new String[] {"", "", "", ""}, row.all());
        for (CoverageFigure.LayerCover one : row.layers()) {
            line(csv, figure, row, new String[] {one.layer(), "", "", ""}, one.cover());
        }
        for (CoverageFigure.ClassCover one : row.classes()) {
            String[] words = {one.layer(), one.field(), one.code(), one.label().zh()};
            line(csv, figure, row, words, one.cover());
        }
    }

    private static void line(
            CSVPrinter csv, CoverageFigure figure, CoverageFigure.Row row, String[] words, CoverageFigure.Cover cover)
            throws IOException {
        csv.print(FormulaGuard.guard(row.code()));
        csv.print(FormulaGuard.guard(row.name()));
        for (String word : words) {
            csv.print(FormulaGuard.guard(word));
        }
        csv.print(cover.features());
        csv.print(cover.sumM2());
        csv.print(cover.unionM2());
        csv.print(cover.overlapM2());
        csv.print(LandArea.ha(cover.sumM2()));
        csv.print(LandArea.ha(cover.unionM2()));
        csv.print(LandArea.mu(cover.unionM2()));
        share(csv, cover.land());
        share(csv, cover.sea());
        csv.printRecord(CoverageFigure.AREA_METHOD, revisions(figure), figure.regionsRevision());
    }

    private static void share(CSVPrinter csv, Optional<CoverageFigure.Share> share) throws IOException {
        csv.print(share.map(one -> (Object) one.areaM2()).orElse(""));
        csv.print(share.map(one -> (Object) one.coveredM2()).orElse(""));
        csv.print(share.map(CoverageFigure.Share::percent)
                .filter(percent -> percent.isPresent())
                .map(percent -> (Object) percent.getAsDouble())
                .orElse(""));
    }

    private static String revisions(CoverageFigure figure) {
        return figure.layers().stream()
                .map(layer -> layer.layer() + " r" + layer.revision())
                .collect(Collectors.joining("; "));
    }

    /** The figure as lines for a terminal: hectares to the 0.001, mu to the 0.01, then the overlaps. */
    public static String table(CoverageFigure figure) {
        StringBuilder out = new StringBuilder(String.format(
                Locale.ROOT,
                "%s  %s, regions r%d  ± %.3f ha%n",
                CoverageFigure.AREA_METHOD,
                revisions(figure),
                figure.regionsRevision(),
                LandArea.ha(figure.edgeErrorM2())));
        figure.rows().forEach(row -> lines(out, row));
        if (figure.unassigned().all().features() > 0) {
            lines(out, figure.unassigned());
        }
        lines(out, figure.total());
        figure.overlaps()
                .forEach(one -> out.append(String.format(
                        Locale.ROOT,
                        "重叠 overlap %s ha  %s × %s%n",
                        LandArea.haText(one.areaM2()),
                        one.first().id(),
                        one.second().id())));
        figure.warnings().forEach(w -> out.append("! ").append(w.both()).append(System.lineSeparator()));
        return out.toString();
    }

    private static void lines(StringBuilder out, CoverageFigure.Row row) {
        line(out, row.name() + " " + row.code(), row.all());
        row.layers().forEach(one -> line(out, "  " + one.layer(), one.cover()));
        row.classes()
                .forEach(one -> line(
                        out,
                        "    " + one.layer() + " " + one.field() + " "
                                + one.label().zh(),
                        one.cover()));
    }

    private static void line(StringBuilder out, String name, CoverageFigure.Cover cover) {
        out.append(String.format(
                Locale.ROOT,
                "%s: %d 个 features, 相加 sum %s ha, 去重 union %s ha = %s 亩 mu%s%s%n",
                name,
                cover.features(),
                LandArea.haText(cover.sumM2()),
                LandArea.haText(cover.unionM2()),
                LandArea.muText(cover.unionM2()),
                percent("陆 land", cover.land()),
                percent("海 sea", cover.sea())));
    }

    private static String percent(String name, Optional<CoverageFigure.Share> share) {
        return share.map(CoverageFigure.Share::percent)
                .filter(percent -> percent.isPresent())
                .map(percent -> String.format(Locale.ROOT, ", %s %.3f %%", name, percent.getAsDouble()))
                .orElse("");
    }
}
