package org.anlan.coast.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.anlan.base.EnumWord;
import org.anlan.coast.RatesFigure;
import org.anlan.coast.RetentionFigure;
import org.anlan.report.Backdrop;
import org.anlan.report.FigureForms;

/** Change rates as JSON (docs/api.md) and as a table for a terminal; {@link RatesFile} has the forms for other programs. */
public final class RatesText {

    private RatesText() {}

    /** The figure in every form, its map over this backdrop. */
    public static FigureForms forms(RatesFigure figure, RatesFile.What what, Backdrop backdrop) {
        List<RatesFigure.SurveyUsed> surveys = figure.surveys();
        return new FigureForms(
                "rates-" + surveys.get(0).year() + "-"
                        + surveys.get(surveys.size() - 1).year(),
                () -> table(figure),
                () -> tree(figure),
                () -> RatesFile.csv(figure),
                Optional.of(() -> RatesFile.geoJson(figure, what)),
                () -> RatesDocument.of(figure, backdrop));
    }

    /** The figure as JSON; numbers are not rounded. */
    public static JsonNode tree(RatesFigure figure) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("by", figure.by().word());
        node.put("rateMethod", RatesFigure.RATE_METHOD)
                .put("lengthMethod", RetentionFigure.LENGTH_METHOD)
                .put("confidencePercent", RatesFigure.CONFIDENCE_PERCENT);
        node.putObject("revisions")
                .put("coastline", figure.revisions().coastline())
                .put("regions", figure.revisions().regions());
        ObjectNode baseline = node.putObject("baseline");
        baseline.set("surveyYear", surveyYear(figure));
        baseline.put("lines", figure.baseline().lines().size())
                .put("lengthM", figure.baseline().lengthM());
        node.putObject("casting")
                .put("spacingM", figure.casting().spacingM())
                .put("halfLengthM", figure.casting().halfLengthM())
                .put("smoothingM", figure.casting().smoothingM())
                .put("intersection", figure.casting().pick().word());
        ArrayNode surveys = node.putArray("surveys");
        figure.surveys().forEach(survey -> survey(surveys.addObject(), survey));
        node.set("total", sums(JsonNodeFactory.instance.objectNode(), figure.total()));
        ArrayNode rows = node.putArray("rows");
        figure.rows()
                .forEach(row -> sums(rows.addObject().put("code", row.code()).put("name", row.name()), row.sums()));
        node.set("unassigned", sums(JsonNodeFactory.instance.objectNode(), figure.unassigned()));
        ArrayNode transects = node.putArray("transects");
        figure.transects().forEach(transect -> transect(transects.addObject(), transect));
        ArrayNode warnings = node.putArray("warnings");
        figure.warnings().forEach(w -> warnings.addObject().put("zh", w.zh()).put("en", w.en()));
        return node;
    }

    private static JsonNode surveyYear(RatesFigure figure) {
        return figure.baseline().surveyYear().isPresent()
                ? JsonNodeFactory.instance.numberNode(
                        figure.baseline().surveyYear().getAsInt())
                : JsonNodeFactory.instance.nullNode();
    }

    private static void survey(ObjectNode node, RatesFigure.SurveyUsed survey) {
        node.put("year", survey.year())
                .put("date", survey.date().map(Object::toString).orElse(null))
                .put("timeYears", survey.time())
                .put("uncertaintyM", survey.uncertaintyM());
        ArrayNode sources = node.putArray("sources");
        survey.sources().forEach(sources::add);
    }

    private static ObjectNode sums(ObjectNode node, RatesFigure.Sums sums) {
        node.put("transects", sums.transects()).put("measured", sums.measured());
        share(node, "eroding", sums, sums.eroding());
        share(node, "accreting", sums, sums.accreting());
        share(node, "stable", sums, sums.stable());
        put(node, "meanEprMPerYear", sums.meanEprMPerYear());
        put(node, "meanLrrMPerYear", sums.meanLrrMPerYear());
        node.set("lowestEpr", extreme(sums.lowest()));
        node.set("highestEpr", extreme(sums.highest()));
        return node;
    }

    private static void share(ObjectNode node, String name, RatesFigure.Sums sums, int number) {
        node.put(name, number);
        put(node, name + "Percent", sums.percent(number));
    }

    private static JsonNode extreme(Optional<RatesFigure.Extreme> extreme) {
        return extreme.<JsonNode>map(one -> JsonNodeFactory.instance
                        .objectNode()
                        .put("transect", one.transect())
                        .put("eprMPerYear", one.eprMPerYear()))
                .orElse(JsonNodeFactory.instance.nullNode());
    }

    /** What is told of a transect but where it lies: in JSON and as properties of its feature. */
    static void figures(ObjectNode node, RatesFigure.Transect transect) {
        node.put("transect", transect.number())
                .put("line", transect.line())
                .put("alongM", transect.alongM())
                .put("region", transect.region().isEmpty() ? null : transect.region())
                .put("crossing", transect.crossing())
                .put("surveysMet", transect.intersections().size());
        transect.movement().ifPresent(movement -> {
            node.put("fromYear", movement.fromYear())
                    .put("toYear", movement.toYear())
                    .put("nsmM", movement.nsmM())
                    .put("sceM", movement.sceM())
                    .put("eprMPerYear", movement.eprMPerYear())
                    .put("eprUncertaintyMPerYear", movement.eprUncertaintyMPerYear())
                    .put("trend", word(movement.trend()));
            fit(node, "lrr", "lrrStandardErrorM", movement.lrr());
            fit(node, "wlr", "wlrStandardError", movement.wlr());
        });
    }

    /** The word for a trend: lower case. */
    static String word(RatesFigure.Trend trend) {
        return EnumWord.of(trend);
    }

    private static void fit(ObjectNode node, String name, String errorName, RatesFigure.Fit fit) {
        node.put(name + "MPerYear", fit.rateMPerYear());
        put(node, name + "R2", fit.determination());
        put(node, errorName, fit.standardError());
        put(node, name + "BandMPerYear", fit.bandMPerYear());
    }

    private static void put(ObjectNode node, String name, OptionalDouble value) {
        if (value.isPresent()) {
            node.put(name, value.getAsDouble());
        } else {
            node.putNull(name);
        }
    }

    private static void transect(ObjectNode node, RatesFigure.Transect transect) {
        figures(node, transect);
        node.putArray("foot").add(transect.lon()).add(transect.lat());
        ArrayNode met = node.putArray("intersections");
        transect.intersections().forEach(one -> met.addObject()
                .put("year", one.year())
                .put("distanceM", one.distanceM())
                .put("found", one.found()));
    }

    /** The summary as lines for a terminal. */
    public static String table(RatesFigure figure) {
        StringBuilder out = new StringBuilder();
        String surveys = figure.surveys().stream()
                .map(one -> String.format(Locale.ROOT, "%.3f ± %s m", one.time(), one.uncertaintyM()))
                .collect(Collectors.joining(", "));
        line(
                out,
                "%s  %s  %s  coastline r%d, regions r%d",
                RatesFigure.RATE_METHOD,
                surveys,
                RetentionFigure.LENGTH_METHOD,
                figure.revisions().coastline(),
                figure.revisions().regions());
        line(
                out,
                "基线 baseline %s %.3f m, 断面 transects: %s m 间距 spacing, ± %s m, 平滑 smoothing %s m, %s",
                figure.baseline().surveyYear().isPresent()
                        ? Integer.toString(figure.baseline().surveyYear().getAsInt())
                        : "（给定）given",
                figure.baseline().lengthM(),
                figure.casting().spacingM(),
                figure.casting().halfLengthM(),
                figure.casting().smoothingM(),
                figure.casting().pick().word());
        figure.rows().forEach(row -> sums(out, row.name() + " " + row.code(), row.sums()));
        if (figure.unassigned().transects() > 0) {
            sums(out, "未归属 unassigned", figure.unassigned());
        }
        sums(out, "合计 total", figure.total());
        figure.warnings().forEach(w -> out.append("! ").append(w.both()).append(System.lineSeparator()));
        return out.toString();
    }

    private static void sums(StringBuilder out, String name, RatesFigure.Sums sums) {
        line(
                out,
                "%s: 断面 transects %d, 有速率 measured %d, 侵蚀 eroding %s, 淤进 accreting %s, 稳定 stable %s",
                name,
                sums.transects(),
                sums.measured(),
                share(sums, sums.eroding()),
                share(sums, sums.accreting()),
                share(sums, sums.stable()));
        if (sums.measured() > 0) {
            line(
                    out,
                    "    EPR %+.3f m/a, LRR %+.3f m/a, 最小 lowest %s, 最大 highest %s",
                    sums.meanEprMPerYear().orElseThrow(),
                    sums.meanLrrMPerYear().orElseThrow(),
                    place(sums.lowest().orElseThrow()),
                    place(sums.highest().orElseThrow()));
        }
    }

    private static String share(RatesFigure.Sums sums, int number) {
        OptionalDouble percent = sums.percent(number);
        return percent.isPresent()
                ? String.format(Locale.ROOT, "%d (%.1f %%)", number, percent.getAsDouble())
                : Integer.toString(number);
    }

    private static String place(RatesFigure.Extreme extreme) {
        return String.format(Locale.ROOT, "%+.3f (#%d)", extreme.eprMPerYear(), extreme.transect());
    }

    private static void line(StringBuilder out, String pattern, Object... arguments) {
        out.append(String.format(Locale.ROOT, pattern, arguments)).append(System.lineSeparator());
    }
}
