package org.anlan.http.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.http.Json;
import org.anlan.http.gate.Stopping;
import org.anlan.intake.Jobs;
import org.anlan.intake.RunningJob;
import org.anlan.store.Upload;

/**
 * How far the job of an upload has come, as server-sent events (HTML standard, 9.2): {@code progress} while it is under way, then one event named after
 * its end ({@code done}, {@code failed}, {@code cancelled}, {@code interrupted}), and the stream ends; without such an event when
 * the service is ending. Whoever comes late hears the present state first.
 */
final class UploadEvents {

    /** Each watcher holds a thread of the server; the others of its threads stay free for answers. */
    private static final int WATCHERS = 24;

    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);
    private static final long LEAST_PAUSE_MS = 100;

    /** How soon a watcher notices that the service ends. */
    private static final Duration GLANCE = Duration.ofMillis(500);

    private final Jobs jobs;
    private final Stopping stopping;
    private final Semaphore watchers = new Semaphore(WATCHERS);

    UploadEvents(Jobs jobs, Stopping stopping) {
        this.jobs = jobs;
        this.stopping = stopping;
    }

    void send(Context context, Upload upload) throws IOException {
        RunningJob.Status status = jobs.newestOf(upload.id())
                .orElseThrow(() ->
                        Refusal.notFound("no-job", "这次上传还没有检查或提交过", "This upload was never checked or committed"));
        if (!watchers.tryAcquire()) {
            throw new Refusal(
                    Refusal.Kind.TOO_MANY,
                    "too-many-watchers",
                    Text.of("同时观看进度的人太多，请稍后再试", "Too many are watching jobs; try again later"));
        }
        try {
            context.contentType("text/event-stream; charset=utf-8")
                    .header("Cache-Control", "no-store")
                    .header("X-Accel-Buffering", "no"); // a proxy in front must not hold events back
            watch(context.res().getOutputStream(), upload, status);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            watchers.release();
        }
    }

    private void watch(OutputStream out, Upload upload, RunningJob.Status first)
            throws IOException, InterruptedException {
        RunningJob.Status status = first;
        tell(out, status);
        var running = jobs.open(upload.id());
        long quietSince = System.nanoTime();
        while (!status.job().state().ended() && !stopping.begun()) {
            if (running.isEmpty()) { // it ended in between
                status = jobs.newestOf(upload.id()).orElse(status);
                tell(out, status);
                return;
            }
            RunningJob.Status next = running.get().after(status.version(), GLANCE);
            if (next.version() != status.version()) {
                status = next;
                tell(out, status);
                quietSince = System.nanoTime();
                Thread.sleep(LEAST_PAUSE_MS); // a person reads no faster
            } else if (System.nanoTime() - quietSince >= SIGN_OF_LIFE.toNanos()) {
                out.write(":\n\n".getBytes(StandardCharsets.UTF_8));
                out.flush();
                quietSince = System.nanoTime();
            }
        }
    }

    private static void tell(OutputStream out, RunningJob.Status status) throws IOException {
        String name = status.job().state().ended() ? Json.word(status.job().state()) : "progress";
        String data = JobJson.of(status).toString();
        out.write(("event: " + name + "\nid: " + status.version() + "\ndata: " + data + "\n\n")
                .getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
