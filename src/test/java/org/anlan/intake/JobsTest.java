package org.anlan.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.anlan.base.Refusal;
import org.anlan.store.Job;
import org.anlan.store.Store;
import org.anlan.store.sqlite.SqliteStore;
import org.anlan.support.SmallCatalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Long work is queued, watched, and stopped. */
@Timeout(60)
class JobsTest {

    @TempDir
    Path folder;

    private Store store;
    private Jobs jobs;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder, SmallCatalog.CATALOG);
        jobs = new Jobs(store.jobs(), 1);
    }

    @AfterEach
    void close() {
        jobs.close();
        store.close();
    }

    private RunningJob check(String upload, Jobs.Work work) {
        return jobs.submit(Job.Kind.CHECK, upload, work);
    }

    private static Job.State state(RunningJob running) {
        return running.status().job().state();
    }

    @Test
    void progressIsHeardStepByStep() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        RunningJob running = check("u", progress -> {
            await(go);
            progress.at(Progress.Step.READING, 10, Optional.of(20L));
            progress.at(Progress.Step.CHECKING, 1, Optional.empty());
        });
        List<RunningJob.Status> heard = new ArrayList<>();
        RunningJob.Status status = running.status();
        go.countDown();
        while (!status.job().state().ended()) {
            status = running.after(status.version(), Duration.ofSeconds(20));
            heard.add(status);
        }
        assertThat(status.job().state()).isEqualTo(Job.State.DONE);
        assertThat(status.step()).contains(Progress.Step.CHECKING);
        assertThat(heard).extracting(RunningJob.Status::version).isSorted();
    }

    @Test
    void soManyRunAtOnceAndTheOthersWait() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        RunningJob first = check("u1", progress -> {
            begun.countDown();
            await(go);
        });
        RunningJob second = check("u2", progress -> {});
        begun.await();
        assertThat(state(first)).isEqualTo(Job.State.RUNNING);
        assertThat(state(second)).isEqualTo(Job.State.QUEUED);
        go.countDown();
        second.await();
        assertThat(state(second)).isEqualTo(Job.State.DONE);
    }

    @Test
    void anUploadHasOneJobAtATime() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        RunningJob first = check("u", progress -> await(go));
        assertThat(catchThrowableOfType(Refusal.class, () -> check("u", progress -> {}))
                        .code())
                .isEqualTo("job-running");
        go.countDown();
        first.await();
        check("u", progress -> {}).await();
    }

    @Test
    void aJobUnderWayStopsAtItsNextStep() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        AtomicBoolean reached = new AtomicBoolean();
        RunningJob running = check("u", progress -> {
            begun.countDown();
            await(cancelled);
            progress.at(Progress.Step.READING, 1, Optional.empty());
            reached.set(true);
        });
        begun.await();
        jobs.cancel("u");
        cancelled.countDown();
        assertThat(catchThrowableOfType(Refusal.class, running::await).code()).isEqualTo("cancelled");
        assertThat(reached).isFalse();
        assertThat(state(running)).isEqualTo(Job.State.CANCELLED);
        assertThat(jobs.newestOf("u").orElseThrow().job().state()).isEqualTo(Job.State.CANCELLED);
        assertThat(catchThrowableOfType(Refusal.class, () -> jobs.cancel("u")).code())
                .isEqualTo("no-job");
    }

    @Test
    void aJobThatWaitsIsStoppedAtOnceAndNeverBegins() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        RunningJob first = check("u1", progress -> await(go));
        AtomicBoolean begun = new AtomicBoolean();
        RunningJob second = check("u2", progress -> begun.set(true));
        jobs.cancel("u2");
        assertThat(state(second)).isEqualTo(Job.State.CANCELLED);
        go.countDown();
        first.await();
        check("u2", progress -> {}).await();
        assertThat(begun).isFalse();
    }

    @Test
    void whatFailsSaysWhy() {
        RunningJob refused = check("u1", progress -> {
            throw Refusal.conflict("base-moved", "基础已变", "the base moved");
        });
        assertThat(catchThrowableOfType(Refusal.class, refused::await).code()).isEqualTo("base-moved");
        assertThat(refused.status().job().failure().orElseThrow().code()).isEqualTo("base-moved");
        RunningJob broken = check("u2", progress -> {
            throw new IOException("disk");
        });
        assertThat(catchThrowableOfType(IOException.class, broken::await)).hasMessage("disk");
        assertThat(broken.status().job().failure().orElseThrow().code()).isEqualTo("internal-error");
        RunningJob worse = check("u3", progress -> {
            throw new StackOverflowError();
        });
        assertThat(catchThrowableOfType(Throwable.class, worse::await)).isNotNull();
        assertThat(state(worse)).isEqualTo(Job.State.FAILED);
    }

    @Test
    void theEndOfAJobOutlivesTheProcess() throws Exception {
        check("u", progress -> {}).await();
        jobs.close();
        assertThat(store.jobs().newestOf("u").orElseThrow().state()).isEqualTo(Job.State.DONE);
        jobs = new Jobs(store.jobs(), 1);
        assertThat(jobs.newestOf("u").orElseThrow().job().state()).isEqualTo(Job.State.DONE);
    }

    @Test
    void aServiceThatEndsInterruptsWhatIsUnderWay() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        RunningJob running = check("u", progress -> {
            begun.countDown();
            for (long i = 0; ; i++) {
                progress.at(Progress.Step.READING, i, Optional.empty());
            }
        });
        begun.await();
        assertThatCode(() -> jobs.close()).doesNotThrowAnyException();
        assertThat(state(running)).isEqualTo(Job.State.INTERRUPTED);
        assertThat(store.jobs().newestOf("u").orElseThrow().state()).isEqualTo(Job.State.INTERRUPTED);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
