package org.anlan.http.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.anlan.access.Caller;
import org.anlan.access.Right;
import org.anlan.base.Refusal;
import org.anlan.http.Guard;
import org.anlan.http.Json;
import org.anlan.http.Parameters;
import org.anlan.http.Reading;
import org.anlan.http.Services;
import org.anlan.http.gate.Heavy;
import org.anlan.store.Revision;
import org.anlan.zoning.Indicators;
import org.anlan.zoning.IndicatorsFigure;
import org.anlan.zoning.IndicatorsText;

/** {@code /api/v1/indicators} and {@code …/{no}/values}: how far the plan's indicators have come, and values that are entered for them. */
public final class IndicatorsApi {

    private final Services services;
    private final Guard guard;
    private final Heavy heavy;

    /** Serves the indicators of these services, where there is room for them. */
    public IndicatorsApi(Services services, Guard guard, Heavy heavy) {
        this.services = services;
        this.guard = guard;
        this.heavy = heavy;
    }

    /** Adds the endpoints. */
    public void register(RoutesConfig routes) {
        Reading.at(routes, "/api/v1/indicators", heavy.within(this::indicators));
        routes.post("/api/v1/indicators/{no}/values", this::enter);
    }

    private record Entered(String date, Double value, String text, String judgement, String source, String note) {}

    private void indicators(Context context) {
        IndicatorsFigure figure = services.analyses()
                .indicators()
                .figure(new Indicators.Question(
                        Parameters.whole(context, "no", 1, 1_000_000)
                                .map(OptionalLong::of)
                                .orElseGet(OptionalLong::empty),
                        Parameters.text(context, "state").map(IndicatorsApi::state),
                        Parameters.revision(context)));
        FigureOut.send(context, IndicatorsText.forms(figure));
    }

    private static IndicatorsFigure.State state(String word) {
        return IndicatorsFigure.State.of(word)
                .orElseThrow(() -> Refusal.invalid(
                        "bad-parameter",
                        "没有状态“%s”；可用：met, on-the-way, missed, no-data",
                        "There is no state \"%s\"; there are: met, on-the-way, missed, no-data",
                        word));
    }

    private void enter(Context context) {
        Caller caller = guard.must(context, Right.KEEP_FIGURES);
        Entered entered = Json.body(context, Entered.class);
        Indicators.NewValue value = new Indicators.NewValue(
                number(context.pathParam("no")),
                date(text(entered.date())),
                entered.value() == null ? OptionalDouble.empty() : OptionalDouble.of(entered.value()),
                text(entered.text()),
                text(entered.judgement()),
                text(entered.source()),
                text(entered.note()));
        Revision revision = services.analyses().indicators().enter(value, caller.actor());
        Json.send(context.status(201), RevisionsApi.json(revision, true));
    }

    private static String text(String given) {
        return Optional.ofNullable(given).orElse("");
    }

    private static long number(String word) {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw Refusal.invalid(
                    "bad-parameter", "指标序号“%s”应为整数", "The number of the indicator, \"%s\", should be whole", word);
        }
    }

    private static LocalDate date(String word) {
        try {
            return LocalDate.parse(word);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(
                    "bad-value", "日期“%s”应写作 2025-12-31", "The date \"%s\" should be written like 2025-12-31", word);
        }
    }
}
