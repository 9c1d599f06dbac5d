package org.anlan.http.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anlan.base.ChinaTime;
import org.anlan.base.Refusal;
import org.anlan.http.Guard;
import org.anlan.http.Json;
import org.anlan.http.Services;
import org.anlan.outfall.Entry;
import org.anlan.outfall.OutfallDossier;
import org.anlan.outfall.OutfallJson;
import org.anlan.outfall.OutfallReading;
import org.anlan.outfall.OutfallWork;

/** {@code POST /api/v1/outfalls/{code}/…}: enters steps, corrections, sources, plans, permits, signs and readings. */
public final class OutfallWorkApi {

    private final Services services;
    private final Guard guard;

    /** Takes entries for the ledger of these services. */
    public OutfallWorkApi(Services services, Guard guard) {
        this.services = services;
        this.guard = guard;
    }

    /** Adds the endpoints. */
    public void register(RoutesConfig routes) {
        routes.post("/api/v1/outfalls/{code}/steps", this::step);
        routes.post("/api/v1/outfalls/{code}/corrections", this::correct);
        routes.post("/api/v1/outfalls/{code}/sources", this::source);
        routes.post("/api/v1/outfalls/{code}/plan", this::plan);
        routes.post("/api/v1/outfalls/{code}/tasks/{number}/done", this::done);
        routes.post("/api/v1/outfalls/{code}/permit", this::permit);
        routes.post("/api/v1/outfalls/{code}/signs", this::sign);
        routes.post("/api/v1/outfalls/{code}/readings", this::reading);
    }

    private record Step(String step, LocalDate on, String remark, List<String> attachments) {
        Entry.Step entry() {
            return new Entry.Step(step, "", remark, attachments);
        }
    }

    private record Correction(Long replaces, String reason, Step step) {}

    private record Source(String source, Boolean linked, String remark) {}

    private record Plan(LocalDate on, String title, String unit, LocalDate deadline, List<Entry.Task> tasks) {}

    private record Done(LocalDate on, String remark) {}

    private record Permit(
            LocalDate on, String number, String holder, String issuer, LocalDate from, LocalDate to, String remark) {}

    private record Sign(
            LocalDate on,
            String name,
            Double lon,
            Double lat,
            String pollutants,
            String unit,
            String phone,
            String remark) {}

    private record Sample(LocalDate sampled, Map<String, Double> values, Map<String, String> units, String remark) {}

    private OutfallWork work() {
        return services.outfalls().work();
    }

    private static String code(Context context) {
        return context.pathParam("code");
    }

    private static LocalDate orToday(LocalDate given) {
        return given == null ? ChinaTime.today() : given;
    }

    /** A body, read only for somebody who is signed in. */
    private <T> T body(Context context, Class<T> type) {
        guard.mustBeSignedIn(context);
        return Json.body(context, type);
    }

    private static void sent(Context context, OutfallDossier.Entered entered) {
        Json.send(context.status(201), OutfallJson.tree(entered));
    }

    private void step(Context context) {
        Step given = body(context, Step.class);
        sent(context, work().step(code(context), given.on(), given.entry(), guard.caller(context)));
    }

    private void correct(Context context) {
        Correction given = body(context, Correction.class);
        if (given.replaces() == null) {
            throw Refusal.invalid(
                    "missing-value",
                    "缺少“replaces”：要更正的记录号",
                    "\"replaces\" is missing: the number of the entry that was wrong");
        }
        Optional<Step> step = Optional.ofNullable(given.step());
        sent(
                context,
                work().correct(
                                code(context),
                                orToday(step.map(Step::on).orElse(null)),
                                new Entry.Correction(given.replaces(), given.reason(), step.map(Step::entry)),
                                guard.caller(context)));
    }

    private void source(Context context) {
        Source given = body(context, Source.class);
        sent(
                context,
                work().source(
                                code(context),
                                new Entry.Source(given.source(), !Boolean.FALSE.equals(given.linked()), given.remark()),
                                guard.caller(context)));
    }

    private void plan(Context context) {
        Plan given = body(context, Plan.class);
        sent(
                context,
                work().plan(
                                code(context),
                                orToday(given.on()),
                                new Entry.Plan(given.title(), given.unit(), given.deadline(), given.tasks()),
                                guard.caller(context)));
    }

    private void done(Context context) {
        Done given = body(context, Done.class);
        sent(
                context,
                work().done(
                                code(context),
                                orToday(given.on()),
                                number(context.pathParam("number")),
                                Optional.ofNullable(given.remark()).orElse(""),
                                guard.caller(context)));
    }

    private static int number(String word) {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException e) {
            throw Refusal.invalid(
                    "bad-parameter", "任务序号“%s”应为整数", "The number of the task, \"%s\", should be whole", word);
        }
    }

    private void permit(Context context) {
        Permit given = body(context, Permit.class);
        sent(
                context,
                work().permit(
                                code(context),
                                orToday(given.on()),
                                new Entry.Permit(
                                        given.number(),
                                        given.holder(),
                                        given.issuer(),
                                        given.from(),
                                        given.to(),
                                        given.remark()),
                                guard.caller(context)));
    }

    private void sign(Context context) {
        Sign given = body(context, Sign.class);
        sent(
                context,
                work().sign(
                                code(context),
                                orToday(given.on()),
                                new Entry.Sign(
                                        given.name(),
                                        given.lon(),
                                        given.lat(),
                                        given.pollutants(),
                                        given.unit(),
                                        given.phone(),
                                        given.remark()),
                                guard.caller(context)));
    }

    private void reading(Context context) {
        Sample given = body(context, Sample.class);
        Json.send(
                context.status(201),
                RevisionsApi.json(
                        services.outfalls()
                                .readings()
                                .enter(
                                        code(context),
                                        new OutfallReading.New(
                                                given.sampled(), given.values(), given.units(), given.remark()),
                                        guard.caller(context)),
                        true));
    }
}
