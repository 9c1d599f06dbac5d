package org.anlan.http.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.anlan.access.Right;
import org.anlan.base.Refusal;
import org.anlan.http.Guard;
import org.anlan.http.HeardOut;
import org.anlan.http.Json;
import org.anlan.http.Reading;
import org.anlan.http.Services;
import org.anlan.http.gate.Heavy;
import org.anlan.http.gate.Stopping;
import org.anlan.intake.CheckReport;
import org.anlan.intake.Choices;
import org.anlan.intake.Inspection;
import org.anlan.intake.Intake;
import org.anlan.intake.Jobs;
import org.anlan.store.Job;
import org.anlan.store.RevisionLog;
import org.anlan.store.Upload;

/**
 * {@code /api/v1/uploads}: receive → inspect → choose → check → commit, or drop. Every step needs the right to change layers; a commit, an account without limits to regions. Checks and commits are jobs; the request
 * waits for the end unless it says {@code Prefer: respond-async} (RFC 7240).
 */
public final class UploadsApi {

    private final Intake intake;
    private final Jobs jobs;
    private final RevisionLog revisions;
    private final Heavy heavy;
    private final Guard guard;
    private final UploadForm form;
    private final UploadJson json = new UploadJson();
    private final UploadEvents events;
    private final FindingsPage findings;
    private final ChangesPage changes = new ChangesPage();

    /** Serves the intake of these services, which takes files of at most so many bytes, until the service ends; differences where there is room. */
    public UploadsApi(Services services, Guard guard, long mostBytes, Heavy heavy, Stopping stopping) {
        this.heavy = heavy;
        this.intake = services.intake();
        this.jobs = services.jobs();
        this.revisions = services.store().revisions();
        this.guard = guard;
        this.form = new UploadForm(mostBytes);
        this.events = new UploadEvents(services.jobs(), stopping);
        this.findings = new FindingsPage(json);
    }

    /** Adds the endpoints. */
    public void register(RoutesConfig routes) {
        routes.post("/api/v1/uploads", this::receive);
        Reading.at(routes, "/api/v1/uploads", this::list);
        Reading.at(routes, "/api/v1/uploads/{id}", context -> send(context, find(context)));
        routes.put("/api/v1/uploads/{id}", this::choose);
        routes.delete("/api/v1/uploads/{id}", this::drop);
        routes.post("/api/v1/uploads/{id}/check", this::check);
        Reading.at(routes, "/api/v1/uploads/{id}/findings", this::findings);
        Reading.at(routes, "/api/v1/uploads/{id}/diff", this::changes);
        Reading.at(routes, "/api/v1/uploads/{id}/mapping", this::mapping);
        routes.put("/api/v1/uploads/{id}/mapping", this::map);
        routes.post("/api/v1/uploads/{id}/commit", this::commit);
        routes.get("/api/v1/uploads/{id}/events", context -> events.send(context, find(context)));
        routes.post("/api/v1/uploads/{id}/cancel", this::cancel);
    }

    private record Note(String note) {}

    private Upload find(Context context) {
        guard.must(context, Right.CHANGE_LAYERS);
        return intake.find(context.pathParam("id"));
    }

    private void findings(Context context) throws IOException {
        Upload upload = find(context);
        findings.send(context, upload, report(context, upload));
    }

    private void changes(Context context) throws Exception {
        CheckReport report =
                report(context, find(context)); // a check that has to be made first waits for its turn among the jobs
        heavy.within(one -> changes.send(one, report)).handle(context);
    }

    private void list(Context context) {
        guard.must(context, Right.CHANGE_LAYERS);
        List<ObjectNode> open = intake.open().stream()
                .map(upload -> json.head(upload, jobs.newestOf(upload.id())))
                .toList();
        Json.send(context, Map.of("uploads", open));
    }

    private void receive(Context context) throws IOException {
        if (!guard.caller(context).rights().contains(Right.CHANGE_LAYERS)) {
            HeardOut.of(context);
        }
        guard.must(context, Right.CHANGE_LAYERS);
        try (Received file = form.file(context);
                InputStream content = file.content()) {
            send(context.status(201), intake.receive(file.name(), content));
        }
    }

    private void choose(Context context) throws IOException {
        Upload upload = find(context);
        mustBeIdle(upload);
        send(context, intake.choose(upload, Json.body(context, Choices.class)));
    }

    private void mapping(Context context) throws IOException {
        Json.send(
                context,
                MappingForm.asked(context, intake.mapping(find(context))).json());
    }

    private void map(Context context) throws IOException {
        Upload upload = find(context);
        mustBeIdle(upload);
        List<String> names = intake.inspect(upload).parts().stream()
                .map(Inspection.Part::sourceName)
                .toList();
        send(context, intake.choose(upload, MappingForm.choices(context, names)));
    }

    private void drop(Context context) throws IOException {
        Upload upload = find(context);
        mustBeIdle(upload);
        Upload dropped = intake.drop(upload);
        Json.send(context, json.head(dropped, jobs.newestOf(dropped.id())));
    }

    private void mustBeIdle(Upload upload) {
        if (jobs.open(upload.id()).isPresent()) {
            throw Refusal.conflict(
                    "job-running",
                    "这次上传正在检查或提交中，请等它结束或先取消",
                    "This upload is being checked or committed; wait for the end or cancel it first");
        }
    }

    private void cancel(Context context) throws IOException {
        Upload upload = find(context);
        jobs.cancel(upload.id());
        Json.send(context.status(202), json.head(upload, jobs.newestOf(upload.id())));
    }

    private void check(Context context) throws IOException {
        Upload upload = intake.stillOpen(find(context));
        Optional<Job> done = done(context, upload, Job.Kind.CHECK, asked(context, ""));
        if (done.isPresent()) {
            send(context, intake.find(upload.id()));
        }
    }

    private void commit(Context context) throws IOException {
        Upload upload = intake.stillOpen(find(context));
        guard.caller(context).mustWorkEverywhere();
        String note = Optional.ofNullable(Json.body(context, Note.class).note()).orElse("");
        Optional<Job> done = done(context, upload, Job.Kind.COMMIT, asked(context, note));
        if (done.isPresent()) {
            List<Map<String, Object>> made = done.get().revisions().stream()
                    .flatMap(id -> revisions.find(id).stream())
                    .map(revision -> RevisionsApi.json(revision, true))
                    .toList();
            Json.send(context, Map.of("revisions", made));
        }
    }

    private Job.Asked asked(Context context, String note) {
        return new Job.Asked(guard.caller(context).actor(), note);
    }

    /** Has long work done as a job and gives that at its end; empty when it was not to be waited for and has been answered with 202. */
    private Optional<Job> done(Context context, Upload upload, Job.Kind kind, Job.Asked asked) {
        Job job = jobs.submit(kind, upload.id(), asked);
        String prefer = Optional.ofNullable(context.header("Prefer")).orElse("");
        if (prefer.toLowerCase(Locale.ROOT).contains("respond-async")) {
            context.status(202)
                    .header("Preference-Applied", "respond-async")
                    .header("Location", "/api/v1/uploads/" + upload.id() + "/events");
            Json.send(context, json.head(upload, Optional.of(job)));
            return Optional.empty();
        }
        return Optional.of(jobs.await(job));
    }

    private CheckReport report(Context context, Upload upload) throws IOException {
        Optional<CheckReport> known = intake.report(upload);
        if (known.isPresent()) {
            return known.get();
        }
        Upload open = intake.stillOpen(upload);
        jobs.await(jobs.submit(Job.Kind.CHECK, open.id(), asked(context, "")));
        return intake.report(open)
                .orElseThrow(() -> Refusal.conflict(
                        "upload-moved",
                        "检查期间有人更改了这次上传的选择；请再试一次",
                        "Somebody changed the choices of this upload during its check; ask again"));
    }

    private void send(Context context, Upload upload) throws IOException {
        boolean gone = upload.state() == Upload.State.DROPPED || upload.state() == Upload.State.EXPIRED;
        ObjectNode answer = json.upload(
                upload,
                gone ? List.of() : intake.inspect(upload).parts(),
                intake.report(upload),
                jobs.newestOf(upload.id()));
        Json.send(context, answer);
    }
}
