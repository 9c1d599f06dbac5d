package org.anlan.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.anlan.base.Refusal;
import org.anlan.store.Actor;
import org.anlan.store.Job;
import org.anlan.store.JobLog;
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

    private final Map<String, Work> works = new ConcurrentHashMap<>();
    private Store store;
    private Jobs jobs;

    private interface Work {
        void run(Progress progress) throws IOException;
    }

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder, SmallCatalog.CATALOG);
        jobs = jobs();
    }

    private Jobs jobs() {
        return jobs(store.jobs());
    }

    private Jobs jobs(JobLog log) {
        return new Jobs(log, 1, (job, progress) -> {
            works.get(job.upload()).run(progress);
            return List.of(7L);
        });
    }

    @AfterEach
    void close() {
        jobs.close();
        store.close();
    }

    private Job check(String upload, Work work) {
        works.put(upload, work);
        return jobs.submit(Job.Kind.CHECK, upload, new Job.Asked(new Actor("tester", ""), ""));
    }

    private Job.State state(Job job) {
        return jobs.newestOf(job.upload()).orElseThrow().state();
    }

    @Test
    void progressIsHeardStepByStep() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        Job job = check("u", progress -> {
            await(go);
            progress.at(Progress.Step.READING, 10, Optional.of(20L));
            progress.at(Progress.Step.CHECKING, 1, Optional.empty());
        });
        List<Long> heard = new ArrayList<>();
        go.countDown();
        while (!job.state().ended()) {
            job = jobs.after(job, Duration.ofSeconds(20));
            heard.add(job.advance().version());
        }
        assertThat(job.state()).isEqualTo(Job.State.DONE);
        assertThat(job.advance().step()).contains("checking");
        assertThat(job.revisions()).containsExactly(7L);
        assertThat(heard).isSorted();
    }

    @Test
    void soManyRunAtOnceAndTheOthersWait() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        Job first = check("u1", progress -> {
            begun.countDown();
            await(go);
        });
        Job second = check("u2", progress -> {});
        begun.await();
        assertThat(state(first)).isEqualTo(Job.State.RUNNING);
        assertThat(state(second)).isEqualTo(Job.State.QUEUED);
        assertThat(jobs.open()).hasSize(2);
        go.countDown();
        assertThat(jobs.await(second).state()).isEqualTo(Job.State.DONE);
    }

    @Test
    void anUploadHasOneJobAtATime() {
        CountDownLatch go = new CountDownLatch(1);
        Job first = check("u", progress -> await(go));
        assertThat(catchThrowableOfType(
                                Refusal.class,
                                () -> jobs.submit(Job.Kind.CHECK, "u", new Job.Asked(new Actor("tester", ""), "")))
                        .code())
                .isEqualTo("job-running");
        go.countDown();
        jobs.await(first);
        jobs.await(check("u", progress -> {}));
    }

    @Test
    void aJobUnderWayStopsAtItsNextStep() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        AtomicBoolean reached = new AtomicBoolean();
        Job job = check("u", progress -> {
            begun.countDown();
            await(cancelled);
            progress.at(Progress.Step.READING, 1, Optional.empty());
            reached.set(true);
        });
        begun.await();
        jobs.cancel("u");
        cancelled.countDown();
        assertThat(catchThrowableOfType(Refusal.class, () -> jobs.await(job)).code())
                .isEqualTo("cancelled");
        assertThat(reached).isFalse();
        assertThat(state(job)).isEqualTo(Job.State.CANCELLED);
        assertThat(catchThrowableOfType(Refusal.class, () -> jobs.cancel("u")).code())
                .isEqualTo("no-job");
    }

    @Test
    void aJobThatWaitsIsStoppedAtOnceAndNeverBegins() {
        CountDownLatch go = new CountDownLatch(1);
        Job first = check("u1", progress -> await(go));
        AtomicBoolean begun = new AtomicBoolean();
        Job second = check("u2", progress -> begun.set(true));
        jobs.cancel("u2");
        assertThat(state(second)).isEqualTo(Job.State.CANCELLED);
        go.countDown();
        jobs.await(first);
        jobs.await(check("u3", progress -> {}));
        assertThat(begun).isFalse();
    }

    @Test
    void whatFailsSaysWhy() {
        Job refused = check("u1", progress -> {
            throw Refusal.conflict("base-moved", "基础已变", "the base moved");
        });
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> jobs.await(refused));
        assertThat(refusal.code()).isEqualTo("base-moved");
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(refusal.text().zh()).isEqualTo("基础已变");
        Job broken = check("u2", progress -> {
            throw new IOException("disk");
        });
        assertThat(catchThrowableOfType(IllegalStateException.class, () -> jobs.await(broken)))
                .hasMessageContaining(broken.id());
        assertThat(jobs.newestOf("u2").orElseThrow().failure().orElseThrow().code())
                .isEqualTo("internal-error");
        Job worse = check("u3", progress -> {
            throw new StackOverflowError();
        });
        assertThat(catchThrowableOfType(Throwable.class, () -> jobs.await(worse)))
                .isNotNull();
        assertThat(state(worse)).isEqualTo(Job.State.FAILED);
    }

    @Test
    void theEndOfAJobOutlivesTheProcess() {
        jobs.await(check("u", progress -> {}));
        jobs.close();
        store.close();
        store = SqliteStore.open(folder, SmallCatalog.CATALOG);
        jobs = jobs();
        assertThat(jobs.newestOf("u").orElseThrow().state()).isEqualTo(Job.State.DONE);
    }

    @Test
    void aServiceThatEndsInterruptsWhatIsUnderWay() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Job job = check("u", progress -> {
            begun.countDown();
            for (long i = 0; ; i++) {
                progress.at(Progress.Step.READING, i, Optional.empty());
            }
        });
        begun.await();
        assertThatCode(() -> jobs.close()).doesNotThrowAnyException();
        assertThat(state(job)).isEqualTo(Job.State.INTERRUPTED);
        assertThat(catchThrowableOfType(Refusal.class, () -> jobs.await(job)).code())
                .isEqualTo("interrupted");
        store.close();
        store = SqliteStore.open(folder, SmallCatalog.CATALOG);
        assertThat(store.jobs().newestOf("u").orElseThrow().state()).isEqualTo(Job.State.INTERRUPTED);
    }

    @Test
    void aJobThatWasRefusedBecauseTheStoreBrokeOffIsNotDoneLater() {
        jobs.close();
        BreakingOff log = new BreakingOff(store.jobs());
        jobs = jobs(log);
        AtomicBoolean begun = new AtomicBoolean();
        log.breakOffAfter("ask");
        assertThatThrownBy(() -> check("u1", progress -> begun.set(true))).hasMessage("away after ask");
        log.backAgain();
        jobs.await(check("u2", progress -> {}));
        assertThat(begun).isFalse();
        assertThat(store.jobs().newestOf("u1").orElseThrow().state()).isEqualTo(Job.State.INTERRUPTED);
    }

    @Test
    void aJobWhoseWaiterHeardThatTheStoreBrokeOffIsNotDoneLater() throws Exception {
        jobs.close();
        BreakingOff log = new BreakingOff(store.jobs());
        jobs = jobs(log);
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch first = new CountDownLatch(1);
        Job before = check("u1", progress -> {
            first.countDown();
            await(go);
        });
        first.await();
        AtomicBoolean begun = new AtomicBoolean();
        Job job = check("u2", progress -> begun.set(true));
        log.breakOffAfter("find");
        assertThatThrownBy(() -> jobs.await(job)).hasMessage("away after find");
        log.backAgain();
        go.countDown();
        jobs.await(before);
        jobs.await(check("u3", progress -> {}));
        assertThat(begun).isFalse();
        assertThat(store.jobs().newestOf("u2").orElseThrow().state()).isEqualTo(Job.State.INTERRUPTED);
    }

    @Test
    void aJobThatWasClaimedUnheardIsInterruptedAndItsUploadIsFreeAgain() throws Exception {
        jobs.close();
        BreakingOff log = new BreakingOff(store.jobs());
        log.breakOffAfter("claim");
        jobs = jobs(log);
        Job unheard = check("u", progress -> {});
        log.awaitBroken();
        log.backAgain();
        while (!store.jobs().find(unheard.id()).orElseThrow().state().ended()) {
            Thread.onSpinWait();
        }
        assertThat(state(unheard)).isEqualTo(Job.State.INTERRUPTED);
        assertThat(jobs.await(check("u", progress -> {})).state()).isEqualTo(Job.State.DONE);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
