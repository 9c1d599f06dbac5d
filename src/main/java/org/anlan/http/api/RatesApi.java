package org.anlan.http.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.anlan.base.Refusal;
import org.anlan.coast.By;
import org.anlan.coast.Casting;
import org.anlan.coast.GivenBaseline;
import org.anlan.coast.Pick;
import org.anlan.coast.Rates;
import org.anlan.coast.RatesDocument;
import org.anlan.coast.RatesFigure;
import org.anlan.coast.RatesFile;
import org.anlan.coast.RatesText;
import org.anlan.coast.SurveyValues;
import org.anlan.http.Json;
import org.anlan.http.Parameters;
import org.anlan.http.Reading;
import org.anlan.http.Services;
import org.anlan.http.gate.Heavy;
import org.anlan.report.ReportFormat;

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
        String format = Parameters.text(context, "format").orElse("json");
        RatesFile.What what = RatesFile.What.of(Parameters.text(context, "what").orElse("transects"));
        RatesFigure figure = services.analyses().rates().figure(question(context, baseline));
        switch (format) {
            case "json" -> Json.send(context, RatesText.tree(figure));
            case "geojson" -> Json.send(context, RatesFile.geoJson(figure, what), "application/geo+json");
            case "csv" ->
                context.contentType("text/csv; charset=utf-8")
                        .header("Content-Disposition", "attachment; filename=\"rates-" + years(figure) + ".csv\"")
                        .result((RetentionApi.BYTE_ORDER_MARK + RatesFile.csv(figure))
                                .getBytes(StandardCharsets.UTF_8));
            default ->
                ReportOut.send(
                        context,
                        ReportFormat.of(format).orElseThrow(() -> unknown(format)),
                        RatesDocument.of(figure, services.analyses().backdrop()),
                        "rates-" + years(figure));
        }
    }

    private static Refusal unknown(String format) {
        return Refusal.invalid(
                "unknown-format",
                "没有格式“%s”；可用：json, csv, geojson, html, xlsx",
                "There is no format \"%s\"; there are: json, csv, geojson, html, xlsx",
                format);
    }

    private static String years(RatesFigure figure) {
        return figure.surveys().get(0).year() + "-"
                + figure.surveys().get(figure.surveys().size() - 1).year();
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
