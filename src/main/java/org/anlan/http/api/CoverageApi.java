package org.anlan.http.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import org.anlan.base.Refusal;
import org.anlan.coast.By;
import org.anlan.http.Parameters;
import org.anlan.http.Reading;
import org.anlan.http.Services;
import org.anlan.http.gate.Heavy;
import org.anlan.zoning.Adjustment;
import org.anlan.zoning.AdjustmentFigure;
import org.anlan.zoning.AdjustmentText;
import org.anlan.zoning.Coverage;
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
        FigureOut.send(context, CoverageText.forms(figure, services.analyses().backdrop()));
    }

    private void adjustment(Context context) {
        AdjustmentFigure figure = services.analyses()
                .adjustment()
                .figure(new Adjustment.Question(
                        Parameters.text(context, "layer").orElse("protected-areas"),
                        revision(context, "from"),
                        revision(context, "to")));
        FigureOut.send(context, AdjustmentText.forms(figure, services.analyses().backdrop()));
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
}
