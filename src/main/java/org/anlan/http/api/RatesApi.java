package org.anlan.http.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.anlan.base.Refusal;
import org.anlan.coast.By;
import org.anlan.coast.Rates;
import org.anlan.coast.RatesFigure;
import org.anlan.coast.forms.RatesFile;
import org.anlan.coast.forms.RatesText;
import org.anlan.coast.rates.Casting;
import org.anlan.coast.rates.GivenBaseline;
import org.anlan.coast.rates.Pick;
import org.anlan.coast.rates.SurveyValues;
import org.anlan.http.Json;
import org.anlan.http.Parameters;
import org.anlan.http.Reading;
import org.anlan.http.Services;
import org.anlan.http.gate.Heavy;

/** {@code /api/v1/coast/rates}: how fast the coast moves, along transects. POST only carries a baseline that is too long for an address; it changes nothing. */
public final class RatesApi {

    private static final String PATH = "/api/v1/coast/rates";

    private final Services services;
    private final Heavy heavy;

    /** Serves the figures of these services, where there is room for them. */
    public RatesApi(Services services, Heavy heavy) {
        this.services = services;
        this.heavy = heavy;
    }

    /** Adds the endpoint. */
    public void register(RoutesConfig routes) {
        Reading.at(routes, PATH, heavy.within(context -> rates(context, Optional.empty())));
        routes.post(PATH, heavy.within(context -> rates(context, Optional.of(Json.body(context, Body.class)))));
    }

    /**
     * What a client may send.
     *
     * @param baseline a GeoJSON LineString; none = the oldest survey's line
     */
    record Body(JsonNode baseline) {}

    private void rates(Context context, Optional<Body> body) {
        Optional<String> sea = Parameters.text(context, "sea");
        Optional<GivenBaseline> baseline = body.flatMap(one -> Optional.ofNullable(one.baseline()))
                .filter(json -> !json.isNull())
                .map(json -> GivenBaseline.read(json, sea));
        if (sea.isPresent() && baseline.isEmpty()) {
            throw GivenBaseline.seaWithoutBaseline();
        }
        RatesFile.What what = RatesFile.What.of(Parameters.text(context, "what").orElse("transects"));
        RatesFigure figure = services.analyses().rates().figure(question(context, baseline));
        FigureOut.send(
                context, RatesText.forms(figure, what, services.analyses().backdrop()));
    }

    private static Rates.Question question(Context context, Optional<GivenBaseline> baseline) {
        return new Rates.Question(
                Parameters.text(context, "years").map(SurveyValues::years).orElseGet(TreeSet::new),
                By.of(Parameters.text(context, "by").orElse("city")),
                Parameters.revision(context),
                new Casting(
                        metres(context, "spacing").orElse(Casting.DEFAULT_SPACING_M),
                        metres(context, "half-length").orElse(Casting.DEFAULT_HALF_LENGTH_M),
                        metres(context, "smoothing").orElse(Casting.DEFAULT_SMOOTHING_M),
                        Pick.of(Parameters.text(context, "intersection").orElse("nearest"))),
                Parameters.text(context, "uncertainty")
                        .map(SurveyValues::uncertainties)
                        .orElse(SurveyValues.Uncertainties.UNSAID),
                Parameters.text(context, "dates").map(SurveyValues::dates).orElseGet(TreeMap::new),
                baseline);
    }

    private static Optional<Double> metres(Context context, String name) {
        return Parameters.text(context, name).map(text -> {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                throw Refusal.invalid(
                        "bad-parameter",
                        "参数 %s=%s 应为米数",
                        "The parameter %s=%s should be a number of metres",
                        name,
                        text);
            }
        });
    }
}
