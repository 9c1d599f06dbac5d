package org.anlan.http.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.http.Guard;
import org.anlan.http.Json;
import org.anlan.http.Parameters;
import org.anlan.http.Reading;
import org.anlan.http.Services;
import org.anlan.intake.CheckReport;
import org.anlan.intake.Choices;
import org.anlan.intake.Intake;
import org.anlan.intake.Progress;
import org.anlan.store.Upload;

/** {@code /api/v1/uploads}: receive → inspect → choose → check → commit, or drop. Every step needs a session. */
public final class UploadsApi {

    private final Intake intake;
    private final Guard guard;
    private final UploadForm form;
    private final UploadJson json = new UploadJson();
    /** The newest check of an upload; after a restart it is made again when asked for. */
    private final Cache<String, CheckReport> reports =
            Caffeine.newBuilder().maximumSize(50).build();

    /** Serves the intake of these services, which takes files of at most so many bytes. */
    public UploadsApi(Services services, Guard guard, long mostBytes) {
        this.intake = services.intake();
        this.guard = guard;
        this.form = new UploadForm(mostBytes);
    }

    /** Adds the endpoints. */
    public void register(RoutesConfig routes) {
        routes.post("/api/v1/uploads", this::receive);
        Reading.at(routes, "/api/v1/uploads/{id}", context -> send(context, find(context)));
        routes.put("/api/v1/uploads/{id}", this::choose);
        routes.delete("/api/v1/uploads/{id}", this::drop);
        routes.post("/api/v1/uploads/{id}/check", this::check);
        Reading.at(routes, "/api/v1/uploads/{id}/findings", this::findings);
        Reading.at(routes, "/api/v1/uploads/{id}/diff", this::diff);
        routes.post("/api/v1/uploads/{id}/commit", this::commit);
    }

    private record Note(String note) {}

    private Upload find(Context context) {
        guard.mustBeSignedIn(context);
        return intake.find(context.pathParam("id"));
    }

    private void receive(Context context) throws IOException {
        if (guard.sessionEnd(context).isEmpty()) {
            form.readAway(context);
        }
        guard.mustBeSignedIn(context);
        UploadedFile file = form.file(context);
        try (InputStream content = file.content()) {
            send(context.status(201), intake.receive(file.filename(), content));
        }
    }

    private void choose(Context context) throws IOException {
        Upload upload = find(context);
        Upload next = intake.choose(upload, Json.body(context, Choices.class));
        reports.invalidate(upload.id());
        send(context, next);
    }

    private void drop(Context context) throws IOException {
        send(context, intake.drop(find(context)));
    }

    private void check(Context context) throws IOException {
        Upload upload = find(context);
        reports.put(upload.id(), intake.check(upload, Progress.SILENT));
        send(context, intake.find(upload.id()));
    }

    private void findings(Context context) throws IOException {
        CheckReport report = report(find(context));
        int limit = Parameters.whole(context, "limit", 1, 10_000)
                .map(Long::intValue)
                .orElse(1_000);
        Json.send(
                context,
                Map.of(
                        "total",
                        report.errors() + report.warnings() + report.notes(),
                        "findings",
                        report.findings().stream()
                                .limit(limit)
                                .map(json::finding)
                                .toList()));
    }

    private void diff(Context context) throws IOException {
        CheckReport report = report(find(context));
        Json.send(
                context,
                Map.of("parts", report.parts().stream().map(json::changedIds).toList()));
    }

    private void commit(Context context) throws IOException {
        Upload upload = find(context);
        String note = Optional.ofNullable(Json.body(context, Note.class).note()).orElse("");
        Intake.Outcome outcome = intake.commit(upload, "admin", note, Progress.SILENT);
        reports.put(upload.id(), outcome.report());
        if (outcome.report().blocked()) {
            throw Refusal.conflict(
                    "has-errors",
                    "有 %d 个错误，未作任何更改；请按检查结果改正后重新上传",
                    "There are %d errors and nothing was changed; correct them as the findings say and upload again",
                    outcome.report().errors());
        }
        Json.send(
                context,
                Map.of(
                        "revisions",
                        outcome.revisions().stream()
                                .map(r -> RevisionsApi.json(r, true))
                                .toList()));
    }

    private CheckReport report(Upload upload) throws IOException {
        CheckReport known = reports.getIfPresent(upload.id());
        if (known == null) {
            known = intake.check(upload, Progress.SILENT);
            reports.put(upload.id(), known);
        }
        return known;
    }

    private void send(Context context, Upload upload) throws IOException {
        ObjectNode answer = json.upload(
                upload,
                List.copyOf(intake.inspect(upload).parts()),
                Optional.ofNullable(reports.getIfPresent(upload.id())));
        Json.send(context, answer);
    }
}
