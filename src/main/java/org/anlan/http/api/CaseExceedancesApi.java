package org.anlan.http.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.anlan.access.Caller;
import org.anlan.access.Right;
import org.anlan.base.Refusal;
import org.anlan.casework.Case;
import org.anlan.casework.CaseExceedances;
import org.anlan.casework.ExceedanceQuestion;
import org.anlan.casework.ReadingKey;
import org.anlan.catalog.Visibility;
import org.anlan.http.Guard;
import org.anlan.http.Json;
import org.anlan.http.Parameters;
import org.anlan.http.Reading;
import org.anlan.http.Services;
import org.anlan.http.Views;
import org.anlan.http.gate.Heavy;

/**
 * {@code /api/v1/cases/proposals/exceedances}, {@code …/exceedances}, {@code …/exceedance}: readings above their limits that have no problem site yet, and the opening of those
 * that are chosen.
 */
public final class CaseExceedancesApi {

    private static final String PATH = "/api/v1/cases";

    /** Layers whose values proposals tell. */
    private static final List<String> TOLD = List.of("outfalls", "outfall-readings", "outfall-limits");

    private final Services services;
    private final Guard guard;
    private final Views views;
    private final Heavy heavy;

    /** Serves the proposals of these services, where there is room for them. */
    public CaseExceedancesApi(Services services, Guard guard, Views views, Heavy heavy) {
        this.services = services;
        this.guard = guard;
        this.views = views;
        this.heavy = heavy;
    }

    /** Adds the endpoints. */
    public void register(RoutesConfig routes) {
        Reading.at(routes, PATH + "/proposals/exceedances", heavy.within(this::proposals));
        routes.post(PATH + "/exceedances", heavy.within(this::openChosen));
        routes.post(PATH + "/exceedance", heavy.within(this::openOne));
    }

    private record Chosen(CasesApi.Draft site, List<String> places) {}

    private record One(CasesApi.Draft site, String outfall, LocalDate day, String parameter) {}

    private CaseExceedances exceedances() {
        return services.fieldwork().exceedances();
    }

    private void proposals(Context context) {
        Caller caller = guard.caller(context);
        caller.mustSee(Visibility.INTERNAL);
        TOLD.stream()
                .flatMap(layer -> services.catalog().find(layer).stream())
                .forEach(layer -> caller.mustSee(layer.allShownTo()));
        ExceedanceQuestion question = new ExceedanceQuestion(
                Parameters.day(context, "from"),
                Parameters.day(context, "to"),
                Parameters.text(context, "parameter"),
                Parameters.whole(context, "limit", 1, ExceedanceQuestion.MOST)
                        .map(Long::intValue)
                        .orElse(ExceedanceQuestion.USUAL));
        Json.send(context, exceedances().proposals(question).tree());
    }

    private void openChosen(Context context) {
        Caller caller = guard.must(context, Right.WORK_CASES);
        Chosen body = Json.body(context, Chosen.class);
        List<Case> opened = exceedances()
                .open(
                        CasesApi.draft(body.site()),
                        Optional.ofNullable(body.places()).orElse(List.of()),
                        caller);
        CaseComparisonsApi.opened(context, services, views, opened);
    }

    private void openOne(Context context) {
        Caller caller = guard.must(context, Right.WORK_CASES);
        One body = Json.body(context, One.class);
        if (body.outfall() == null || body.day() == null || body.parameter() == null) {
            throw Refusal.invalid(
                    "missing-value",
                    "应给出“outfall”“day”“parameter”",
                    "\"outfall\", \"day\" and \"parameter\" are needed");
        }
        CasesApi.created(
                context,
                services,
                views,
                exceedances()
                        .open(
                                CasesApi.draft(body.site()),
                                new ReadingKey(body.outfall(), body.day(), body.parameter()),
                                caller));
    }
}
