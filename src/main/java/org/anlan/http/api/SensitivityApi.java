package org.anlan.http.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import org.anlan.base.Refusal;
import org.anlan.coast.Sensitivity;
import org.anlan.coast.forms.SensitivityText;
import org.anlan.http.Parameters;
import org.anlan.http.Reading;
import org.anlan.http.Services;
import org.anlan.http.gate.Heavy;

/** {@code /api/v1/coast/sensitivity}: the ratio under every rule set, and of the coast drawn more coarsely. */
public final class SensitivityApi {

    private final Services services;
    private final Heavy heavy;

    /** Serves the figures of these services, where there is room for them. */
    public SensitivityApi(Services services, Heavy heavy) {
        this.services = services;
        this.heavy = heavy;
    }

    /** Adds the endpoint. */
    public void register(RoutesConfig routes) {
        Reading.at(routes, "/api/v1/coast/sensitivity", heavy.within(this::sensitivity));
    }

    private void sensitivity(Context context) {
        Sensitivity.Question question = new Sensitivity.Question(
                Parameters.year(context),
                RetentionApi.coast(context),
                Parameters.text(context, "rules"),
                Parameters.revision(context),
                Parameters.text(context, "simplify")
                        .map(SensitivityApi::tolerances)
                        .orElse(Sensitivity.USUAL_TOLERANCES_M));
        FigureOut.send(
                context, SensitivityText.forms(services.analyses().sensitivity().figure(question)));
    }

    private static List<Double> tolerances(String text) {
        try {
            return Arrays.stream(text.split(",", -1)).map(Double::valueOf).toList();
        } catch (NumberFormatException e) {
            throw Refusal.invalid(
                    "bad-parameter",
                    "参数 simplify=%s 应为以逗号分隔的米数",
                    "The parameter simplify=%s should be numbers of metres, joined by commas",
                    text);
        }
    }
}
