package org.anlan.http.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.anlan.base.Refusal;
import org.anlan.coast.By;
import org.anlan.http.Json;
import org.anlan.http.Parameters;
import org.anlan.http.Reading;
import org.anlan.http.Services;
import org.anlan.http.gate.Heavy;
import org.anlan.report.ReportFormat;
import org.anlan.zoning.Adjustment;
import org.anlan.zoning.AdjustmentDocument;
import org.anlan.zoning.AdjustmentFigure;
import org.anlan.zoning.AdjustmentText;
import org.anlan.zoning.Coverage;
import org.anlan.zoning.CoverageDocument;
import org.anlan.zoning.CoverageFigure;
import org.anlan.zoning.CoverageText;

/** {@code /api/v1/coverage} and {@code …/adjustment}: what polygon layers cover, and what a new revision of one did to that. */
public final class CoverageApi {

    private final Services services;
    private final Heavy heavy;

    /** Serves the figures of these services, where there is room for them. */
    public CoverageApi(Services services, Heavy heavy) {
        this.services = services;
        this.heavy = heavy;
    }

    /** Adds the endpoints. */
    public void register(RoutesConfig routes) {
        Reading.at(routes, "/api/v1/coverage", heavy.within(this::coverage));
        Reading.at(routes, "/api/v1/coverage/adjustment", heavy.within(this::adjustment));
    }

    private void coverage(Context context) {
        CoverageFigure figure = services.analyses()
                .coverage()
                .figure(new Coverage.Question(
                        layers(context),
                        By.of(Parameters.text(context, "by").orElse("city")),
                        Parameters.text(context, "region"),
                        Parameters.revision(context)));
        switch (format(context)) {
            case "json" -> Json.send(context, CoverageText.tree(figure));
            case "geojson" -> Json.send(context, CoverageText.geoJson(figure), "application/geo+json");
            case "csv" -> csv(context, "coverage-" + figure.by().word() + ".csv", CoverageText.csv(figure));
            default ->
                ReportOut.send(
                        context,
                        report(context),
                        CoverageDocument.of(figure, services.analyses().backdrop()),
                        "coverage-" + figure.by().word());
        }
    }

    private void adjustment(Context context) {
        AdjustmentFigure figure = services.analyses()
                .adjustment()
                .figure(new Adjustment.Question(
                        Parameters.text(context, "layer").orElse("protected-areas"),
                        revision(context, "from"),
                        revision(context, "to")));
        switch (format(context)) {
            case "json" -> Json.send(context, AdjustmentText.tree(figure));
            case "geojson" -> Json.send(context, AdjustmentText.geoJson(figure), "application/geo+json");
            case "csv" -> csv(context, "adjustment-" + figure.layer() + ".csv", AdjustmentText.csv(figure));
            default ->
                ReportOut.send(
                        context,
                        report(context),
                        AdjustmentDocument.of(figure, services.analyses().backdrop()),
                        "adjustment-" + figure.layer());
        }
    }

    private static List<String> layers(Context context) {
        return Parameters.text(context, "layers").stream()
                .flatMap(words -> Arrays.stream(words.split(",")))
                .map(String::strip)
                .toList();
    }

    private static long revision(Context context, String name) {
        return Parameters.whole(context, name, 1, Long.MAX_VALUE)
                .orElseThrow(() -> Refusal.invalid(
                        "bad-parameter", "缺少参数 %s：修订号", "The parameter %s is missing: a revision number", name));
    }

    private static String format(Context context) {
        return Parameters.text(context, "format").orElse("json");
    }

    private static ReportFormat report(Context context) {
        return ReportFormat.of(format(context))
                .orElseThrow(() -> Refusal.invalid(
                        "unknown-format",
                        "没有格式“%s”；可用：json, csv, geojson, html, xlsx",
                        "There is no format \"%s\"; there are: json, csv, geojson, html, xlsx",
                        format(context)));
    }

    private static void csv(Context context, String name, String text) {
        context.contentType("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .result((RetentionApi.BYTE_ORDER_MARK + text).getBytes(StandardCharsets.UTF_8));
    }
}
