package org.anlan.zoning;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.anlan.base.EnumWord;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.coast.Counted;
import org.anlan.coast.RetentionFigure;
import org.anlan.format.geojson.GeoJsonGeometry;
import org.anlan.report.Backdrop;
import org.anlan.report.FigureForms;

/** An impact report as JSON (docs/api.md) and as lines for a terminal. */
public final class ImpactText {

    /** Features of a layer that are listed; all of them are counted and added up. */
    public static final int MOST_LISTED = 1_000;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ImpactText() {}

    /** The report in every form, its map over this backdrop. */
    public static FigureForms forms(ImpactReport report, Catalog catalog, Backdrop backdrop) {
        return new FigureForms(
                "impact",
                () -> table(report),
                () -> tree(report),
                () -> ImpactFile.csv(report),
                Optional.of(() -> ImpactFile.geoJson(report)),
                () -> ImpactDocument.of(report, catalog, backdrop));
    }

    /** The report as JSON; numbers are not rounded. */
    public static ObjectNode tree(ImpactReport report) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        text(
                node.putObject("activity").put("code", report.activity().code()),
                "label",
                report.activity().label());
        node.put("day", report.day().toString());
        node.put("verdict", EnumWord.of(report.verdict()));
        text(node, "verdictLabel", report.verdict().label());
        measures(node.putObject("footprint"), report.lengthM(), report.areaM2());
        ArrayNode rules = node.putArray("rules");
        report.judgements().forEach(judgement -> judgement(rules.addObject(), judgement));
        ArrayNode layers = node.putArray("layers");
        report.layers().forEach(layer -> layer(layers.addObject(), layer));
        report.coast().ifPresentOrElse(coast -> coast(node.putObject("coast"), coast), () -> node.putNull("coast"));
        node.put("nearM", report.nearM());
        ArrayNode outfalls = node.putArray("outfallsNear");
        report.outfalls().stream().limit(MOST_LISTED).forEach(near -> near(outfalls.addObject(), near));
        ObjectNode sets = node.putObject("ruleSets");
        report.ruleSets().forEach(sets::put);
        node.put("lengthMethod", RetentionFigure.LENGTH_METHOD);
        ObjectNode revisions = node.putObject("revisions");
        report.layers().forEach(layer -> revisions.put(layer.layer().id(), layer.revision()));
        ArrayNode warnings = node.putArray("warnings");
        report.warnings().forEach(w -> warnings.addObject().put("zh", w.zh()).put("en", w.en()));
        return node;
    }

    private static void text(ObjectNode node, String name, Text text) {
        node.putObject(name).put("zh", text.zh()).put("en", text.en());
    }

    static ObjectNode measures(ObjectNode node, double lengthM, double areaM2) {
        return node.put("lengthM", lengthM).put("areaM2", areaM2);
    }

    private static void judgement(ObjectNode node, ImpactReport.Judgement judgement) {
        ZoningRule rule = judgement.rule();
        node.put("rule", rule.id()).put("verdict", EnumWord.of(judgement.verdict()));
        text(node, "verdictLabel", judgement.verdict().label());
        text(node, "title", rule.title());
        text(node, "document", rule.document());
        text(node, "clause", rule.clause());
        node.put("inForceFrom", rule.from().toString());
        text(node, "says", rule.says());
        ObjectNode because = node.putObject("because");
        because.put("layer", rule.where().map(ZoningRule.Where::layer).orElse(null));
        ArrayNode features = because.putArray("features");
        judgement.because().stream().limit(MOST_LISTED).forEach(features::add);
    }

    private static void layer(ObjectNode node, ImpactReport.LayerHits layer) {
        node.put("layer", layer.layer().id());
        text(node, "title", layer.layer().title());
        node.put("revision", layer.revision()).put("hitCount", layer.hits().size());
        measures(
                node,
                layer.hits().stream().mapToDouble(ImpactReport.Hit::lengthM).sum(),
                layer.hits().stream().mapToDouble(ImpactReport.Hit::areaM2).sum());
        ArrayNode hits = node.putArray("hits");
        layer.hits().stream().limit(MOST_LISTED).forEach(hit -> {
            ObjectNode one = feature(hits.addObject(), hit.feature());
            measures(one, hit.lengthM(), hit.areaM2()).set("geometry", GeoJsonGeometry.tree(hit.part()));
        });
        ArrayNode touching = node.putArray("touching");
        layer.touching().stream().limit(MOST_LISTED).forEach(one -> feature(touching.addObject(), one));
        layer.nearest().ifPresentOrElse(near -> near(node.putObject("nearest"), near), () -> node.putNull("nearest"));
    }

    private static ObjectNode feature(ObjectNode node, ImpactReport.Feature feature) {
        node.put("id", feature.id()).put("name", feature.name());
        ObjectNode values = node.putObject("values");
        feature.values()
                .forEach((name, value) ->
                        values.set(name, MAPPER.valueToTree(value instanceof LocalDate day ? day.toString() : value)));
        return node;
    }

    private static void near(ObjectNode node, ImpactReport.Near near) {
        feature(node, near.feature()).put("distanceM", near.distanceM());
    }

    private static void coast(ObjectNode node, ImpactReport.CoastTaken coast) {
        node.put("surveyYear", coast.year()).put("rules", coast.rules());
        node.put("lengthM", coast.lengthM()).put("naturalM", coast.naturalM());
        ArrayNode takes = node.putArray("occupied");
        coast.takes().forEach(one -> takes.addObject()
                .put("type1", one.type1())
                .put("type2", one.type2())
                .put("protection", one.protection())
                .put("lengthM", one.lengthM()));
        node.put(
                "targetPercent",
                coast.target().map(RetentionFigure.Target::percent).orElse(null));
        counted(node.putObject("before"), coast.before(), coast);
        counted(node.putObject("after"), coast.after(), coast);
    }

    private static void counted(ObjectNode node, Counted counted, ImpactReport.CoastTaken coast) {
        node.put("countedNaturalM", counted.naturalM()).put("countedTotalM", counted.totalM());
        OptionalDouble percent = counted.ratioPercent();
        node.put("ratioPercent", percent.isPresent() ? percent.getAsDouble() : null);
        node.put(
                "marginM", coast.target().map(t -> counted.marginM(t.percent())).orElse(null));
    }

    /** The report as lines for a terminal. */
    public static String table(ImpactReport report) {
        StringBuilder out = new StringBuilder();
        line(
                out,
                "%s  %s  %s",
                report.verdict().label().both(),
                report.activity().label().both(),
                report.day());
        line(out, "%.1f m²  %.2f m", report.areaM2(), report.lengthM());
        for (ImpactReport.Judgement judgement : report.judgements()) {
            ZoningRule rule = judgement.rule();
            line(
                    out,
                    "  %s: %s（%s %s）%s",
                    judgement.verdict().label().zh(),
                    rule.title().zh(),
                    rule.document().zh(),
                    rule.clause().zh(),
                    String.join(" ", judgement.because()));
        }
        report.layers().forEach(layer -> lines(out, layer));
        report.coast()
                .ifPresent(coast -> line(
                        out,
                        "占用岸线 coast taken: %.3f m, 计为自然 counted natural %.3f m, 保有率 ratio %.4f %% → %.4f %%（%d, %s）",
                        coast.lengthM(),
                        coast.naturalM(),
                        coast.before().ratioPercent().orElse(Double.NaN),
                        coast.after().ratioPercent().orElse(Double.NaN),
                        coast.year(),
                        coast.rules()));
        line(
                out,
                "%.0f m 内排污口 outfalls within: %d",
                report.nearM(),
                report.outfalls().size());
        report.warnings().forEach(w -> line(out, "! %s", w.both()));
        return out.toString();
    }

    private static void lines(StringBuilder out, ImpactReport.LayerHits layer) {
        for (ImpactReport.Hit hit : layer.hits()) {
            String much = hit.areaM2() > 0
                    ? String.format(Locale.ROOT, "%.1f m²", hit.areaM2())
                    : hit.lengthM() > 0 ? String.format(Locale.ROOT, "%.3f m", hit.lengthM()) : "";
            line(
                    out,
                    "%s  %s %s  %s",
                    layer.layer().title().zh(),
                    hit.feature().id(),
                    hit.feature().name(),
                    much);
        }
        layer.touching()
                .forEach(one -> line(
                        out,
                        "%s  %s %s  只接边界 touches only",
                        layer.layer().title().zh(),
                        one.id(),
                        one.name()));
        layer.nearest()
                .ifPresent(near -> line(
                        out,
                        "%s  最近 nearest %s %s  %.1f m",
                        layer.layer().title().zh(),
                        near.feature().id(),
                        near.feature().name(),
                        near.distanceM()));
    }

    private static void line(StringBuilder out, String pattern, Object... values) {
        out.append(String.format(Locale.ROOT, pattern, values)).append(System.lineSeparator());
    }
}
