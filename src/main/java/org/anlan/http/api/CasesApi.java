package org.anlan.http.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.anlan.access.Caller;
import org.anlan.access.Right;
import org.anlan.base.Refusal;
import org.anlan.casework.Case;
import org.anlan.casework.CaseDocument;
import org.anlan.casework.CaseDraft;
import org.anlan.casework.CaseMove;
import org.anlan.casework.CaseOpenings;
import org.anlan.casework.CaseQuestion;
import org.anlan.casework.CaseSource;
import org.anlan.casework.CaseState;
import org.anlan.casework.CaseStatistics;
import org.anlan.casework.CaseStatisticsText;
import org.anlan.casework.CaseText;
import org.anlan.casework.Cases;
import org.anlan.catalog.Visibility;
import org.anlan.format.geojson.DrawnShape;
import org.anlan.http.Guard;
import org.anlan.http.Json;
import org.anlan.http.Parameters;
import org.anlan.http.Reading;
import org.anlan.http.Services;
import org.anlan.http.Views;
import org.anlan.http.gate.Heavy;

/** {@code /api/v1/cases}: problem sites, their closed loop, statistics. */
public final class CasesApi {

    private static final String PATH = "/api/v1/cases";
    private static final int CREATED = 201;

    private final Services services;
    private final Guard guard;
    private final Views views;
    private final Heavy heavy;

    /** Serves the problem sites of these services. */
    public CasesApi(Services services, Guard guard, Views views, Heavy heavy) {
        this.services = services;
        this.guard = guard;
        this.views = views;
        this.heavy = heavy;
    }

    /** Adds the endpoints. */
    public void register(RoutesConfig routes) {
        Reading.at(routes, PATH, heavy.within(this::list));
        routes.post(PATH, heavy.within(this::open));
        routes.post(PATH + "/impact", heavy.within(this::openFromImpact));
        Reading.at(routes, PATH + "/reminders", this::reminders);
        Reading.at(routes, PATH + "/statistics", this::statistics);
        Reading.at(routes, PATH + "/{number}", heavy.within(this::one));
        routes.post(PATH + "/{number}/steps", this::step);
        routes.post(PATH + "/{number}/notes", this::note);
    }

    /** What somebody says about a problem site that they open. */
    record Draft(String title, String remark, LocalDate found, String unit, LocalDate deadline) {

        CaseDraft draft() {
            return new CaseDraft(title, remark, Optional.ofNullable(found), unit, Optional.ofNullable(deadline));
        }
    }

    private record ByHand(Draft site, JsonNode geometry, String layer, String feature) {}

    private record FromImpact(Draft site, ImpactApi.Body impact) {}

    private record Step(
            String to,
            LocalDate on,
            String remark,
            String title,
            String unit,
            LocalDate deadline,
            List<String> attachments,
            Long after) {

        CaseMove move() {
            return new CaseMove(
                    Optional.ofNullable(to).map(CaseState::of),
                    Optional.ofNullable(on),
                    remark,
                    Optional.ofNullable(title),
                    Optional.ofNullable(unit),
                    Optional.ofNullable(deadline),
                    Optional.ofNullable(attachments).orElse(List.of()).stream()
                            .filter(Objects::nonNull)
                            .toList(),
                    after == null ? OptionalLong.empty() : OptionalLong.of(after));
        }
    }

    private Caller worker(Context context) {
        Caller caller = guard.caller(context);
        caller.must(Right.WORK_CASES);
        return caller;
    }

    private void mustSee(Context context) {
        guard.caller(context).mustSee(Visibility.INTERNAL);
    }

    private Cases cases() {
        return services.fieldwork().cases();
    }

    /** The draft of a body that may have none. */
    static CaseDraft draft(Draft site) {
        return Optional.ofNullable(site)
                .orElse(new Draft("", "", null, "", null))
                .draft();
    }

    private void open(Context context) {
        Caller caller = worker(context);
        ByHand body = Json.body(context, ByHand.class);
        if (body.geometry() == null || body.geometry().isNull()) {
            throw Refusal.invalid("missing-value", "缺少“geometry”（GeoJSON）", "\"geometry\" (GeoJSON) is missing");
        }
        if ((body.layer() == null) != (body.feature() == null)) {
            throw Refusal.invalid("missing-value", "“layer”与“feature”应一同给出", "\"layer\" and \"feature\" go together");
        }
        Optional<CaseOpenings.Named> named =
                Optional.ofNullable(body.layer()).map(layer -> new CaseOpenings.Named(layer, body.feature()));
        created(
                context,
                services.fieldwork()
                        .openings()
                        .byHand(draft(body.site()), DrawnShape.read(body.geometry()), named, caller));
    }

    private void openFromImpact(Context context) {
        Caller caller = worker(context);
        FromImpact body = Json.body(context, FromImpact.class);
        if (body.impact() == null) {
            throw Refusal.invalid(
                    "missing-value", "缺少“impact”（选址预检的问题）", "\"impact\", the question of the check, is missing");
        }
        created(
                context,
                services.fieldwork()
                        .openings()
                        .fromImpact(draft(body.site()), ImpactApi.question(services, body.impact()), caller));
    }

    private void created(Context context, Case one) {
        created(context, services, views, one);
    }

    /** Answers with a problem site that was opened. */
    static void created(Context context, Services services, Views views, Case one) {
        context.status(CREATED).header("Location", PATH + "/" + one.number());
        Json.send(
                context,
                CaseText.tree(
                        one.shownTo(views.of(context)),
                        services.fieldwork().cases().today()));
    }

    private void list(Context context) {
        mustSee(context);
        CaseQuestion question = new CaseQuestion(
                Parameters.day(context, "day"),
                Parameters.text(context, "state").map(CaseState::of),
                Parameters.flag(context, "open").orElse(false),
                Parameters.flag(context, "overdue").orElse(false),
                OptionalInt.empty(),
                Parameters.text(context, "source").map(CaseSource.Kind::of),
                Parameters.text(context, "unit"),
                Parameters.text(context, "region"),
                Parameters.text(context, "layer"));
        FigureOut.send(
                context,
                CaseText.forms(services.fieldwork().caseFigures().list(question).shownTo(views.of(context))));
    }

    private void reminders(Context context) {
        mustSee(context);
        int days = Parameters.whole(context, "days", 0, CaseQuestion.MOST_DUE_DAYS)
                .map(Long::intValue)
                .orElse(CaseQuestion.USUAL_DUE_DAYS);
        FigureOut.send(
                context,
                CaseText.forms(services.fieldwork()
                        .caseFigures()
                        .list(CaseQuestion.reminders(days))
                        .shownTo(views.of(context))));
    }

    private void statistics(Context context) {
        CaseStatistics.By by =
                CaseStatistics.By.of(Parameters.text(context, "by").orElse("state"));
        FigureOut.send(
                context,
                CaseStatisticsText.forms(services.fieldwork()
                        .caseFigures()
                        .statistics(by, Parameters.day(context, "day"))
                        .shownTo(views.of(context))));
    }

    private void one(Context context) {
        mustSee(context);
        Case one = cases().find(context.pathParam("number")).shownTo(views.of(context));
        FigureOut.send(
                context,
                CaseDocument.forms(
                        one,
                        cases().today(),
                        services.fieldwork().caseFigures(),
                        services.fieldwork().attachments().photos(Cases.LEDGER, one.number()),
                        services.analyses().backdrop()));
    }

    private void step(Context context) {
        Caller caller = worker(context);
        Step body = Json.body(context, Step.class);
        if (body.to() == null) {
            throw Refusal.invalid("missing-value", "缺少“to”（转到的状态）", "\"to\", the state it goes to, is missing");
        }
        moved(context, body, caller);
    }

    private void note(Context context) {
        Caller caller = worker(context);
        Step body = Json.body(context, Step.class);
        if (body.to() != null) {
            throw Refusal.invalid(
                    "bad-parameter", "备注不改变状态；改变状态请用 …/steps", "A note does not change the state; that is for …/steps");
        }
        moved(context, body, caller);
    }

    private void moved(Context context, Step body, Caller caller) {
        Case one = cases().move(context.pathParam("number"), body.move(), caller);
        Json.send(context.status(CREATED), CaseText.tree(one.shownTo(views.of(context)), cases().today()));
    }
}
