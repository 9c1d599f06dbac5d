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
import org.anlan.store.Job;
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
        Job job = jobs.newestOf(upload.id())
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
            watch(context.res().getOutputStream(), job);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            watchers.release();
        }
    }

    private void watch(OutputStream out, Job first) throws IOException, InterruptedException {
        Job job = first;
        tell(out, job);
        long quietSince = System.nanoTime();
        while (!job.state().ended() && !stopping.begun()) {
            Job next = jobs.after(job, GLANCE);
            if (next.advance().version() != job.advance().version()) {
                job = next;
                tell(out, job);
                quietSince = System.nanoTime();
                Thread.sleep(LEAST_PAUSE_MS); // a person reads no faster
            } else if (System.nanoTime() - quietSince >= SIGN_OF_LIFE.toNanos()) {
                out.write(":\n\n".getBytes(StandardCharsets.UTF_8));
                out.flush();
                quietSince = System.nanoTime();
            }
        }
    }

    private static void tell(OutputStream out, Job job) throws IOException {
        String name = job.state().ended() ? Json.word(job.state()) : "progress";
        String data = JobJson.of(job).toString();
        out.write(("event: " + name + "\nid: " + job.advance().version() + "\ndata: " + data + "\n\n")
                .getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
