package org.anlan.http.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.coast.By;
import org.anlan.coast.Change;
import org.anlan.coast.ChangeFigure;
import org.anlan.coast.forms.ChangeText;
import org.anlan.http.Parameters;
import org.anlan.http.Reading;
import org.anlan.http.Services;
import org.anlan.http.gate.Heavy;

/** {@code /api/v1/coast/change}: metres from type to type between two surveys, by city, town or bay. */
public final class ChangeApi {

    private final Services services;
    private final Heavy heavy;

    /** Serves the figures of these services, where there is room for them. */
    public ChangeApi(Services services, Heavy heavy) {
        this.services = services;
        this.heavy = heavy;
    }

    /** Adds the endpoint. */
    public void register(RoutesConfig routes) {
        Reading.at(routes, "/api/v1/coast/change", heavy.within(this::change));
    }

    private void change(Context context) {
        By by = By.of(Parameters.text(context, "by").orElse("city"));
        ChangeFigure figure = services.analyses().change().figure(question(context, by));
        FigureOut.send(
                context,
                ChangeText.forms(figure, services.catalog(), services.analyses().backdrop()));
    }

    /** The question that a request asks, by this grouping. */
    static Change.Question question(Context context, By by) {
        return new Change.Question(
                year(context, "from"),
                year(context, "to"),
                by,
                Parameters.text(context, "rules"),
                Parameters.revision(context),
                tolerance(context).orElse(Change.DEFAULT_TOLERANCE_M));
    }

    private static int year(Context context, String name) {
        return Parameters.whole(context, name, 1000, 9999)
                .map(Long::intValue)
                .orElseThrow(() -> Refusal.invalid(
                        "bad-parameter", "缺少参数 %s：修测年度", "The parameter %s is missing: a survey year", name));
    }

    /** How far the coast may have moved, metres, as a request says; empty when it does not. */
    static Optional<Double> tolerance(Context context) {
        Optional<String> text = Parameters.text(context, "tolerance");
        try {
            return text.map(Double::parseDouble);
        } catch (NumberFormatException e) {
            throw Refusal.invalid(
                    "bad-parameter",
                    "参数 tolerance=%s 应为米数",
                    "The parameter tolerance=%s should be a number of metres",
                    text.orElseThrow());
        }
    }
}
