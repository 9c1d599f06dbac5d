package org.anlan.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.anlan.store.Actor;
import org.anlan.store.Job;
import org.anlan.store.JobLog;
import org.anlan.store.Upload;
import org.anlan.support.PostgisCluster;
import org.anlan.support.SmallCatalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One queue of jobs and several nodes that work it off. */
class QueueInTableTest {

    @TempDir
    Path folder;

    private final PostgisCluster cluster = PostgisCluster.shared();
    private String database;
    private PostgisStore one;
    private PostgisStore other;

    @BeforeEach
    void open() {
        database = cluster.newDatabase();
        one = PostgisStore.open(cluster.address(database), SmallCatalog.CATALOG, folder.resolve("one"));
        other = PostgisStore.open(cluster.address(database), SmallCatalog.CATALOG, folder.resolve("other"));
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
        cluster.drop(database);
    }

    private static Job job(String id) {
        return Job.asked(
                id,
                Job.Kind.CHECK,
                "upload of " + id,
                new Job.Asked(new Actor("tester", ""), ""),
                Instant.parse("2026-01-02T03:04:05Z"));
    }

    private static List<String> claimAll(JobLog jobs, String node) {
        List<String> claimed = new ArrayList<>();
        for (Optional<Job> job = jobs.claim(node); job.isPresent(); job = jobs.claim(node)) {
            claimed.add(job.orElseThrow().id());
        }
        return claimed;
    }

    @Test
    void nodesThatClaimAtTheSameTimeNeverTakeTheSameJob() throws Exception {
        List<String> asked = IntStream.range(0, 150).mapToObj(i -> "j" + i).toList();
        asked.forEach(id -> one.jobs().ask(job(id)));
        List<Callable<List<String>>> claims = List.of(
                () -> claimAll(one.jobs(), "a"),
                () -> claimAll(other.jobs(), "b"),
                () -> claimAll(one.jobs(), "c"),
                () -> claimAll(other.jobs(), "d"));
        ExecutorService threads = Executors.newFixedThreadPool(claims.size());
        List<String> claimed = new ArrayList<>();
        for (Future<List<String>> result : threads.invokeAll(claims)) {
            claimed.addAll(result.get());
        }
        threads.shutdown();
        assertThat(claimed).containsExactlyInAnyOrderElementsOf(asked);
    }

    @Test
    void aNodeThatIsSilentLosesItsJobToTheNextThatLooks() {
        one.jobs().alive("silent");
        one.jobs().ask(job("j"));
        Job running = one.jobs().claim("silent").orElseThrow();
        assertThat(other.jobs().alive("survivor")).isEmpty();
        cluster.sql(database, "UPDATE anlan.node SET seen_at = seen_at - interval '11 seconds' WHERE id = 'silent'");
        assertThat(other.jobs().alive("survivor")).extracting(Job::id).containsExactly("j");
        assertThat(other.jobs().alive("survivor")).as("it is told once").isEmpty();
        assertThat(one.jobs().note(running.at("writing", 0, Optional.empty())))
                .as("it must not write if it lives after all")
                .isEqualTo(JobLog.Standing.LOST);
        assertThat(one.jobs().find("j").orElseThrow().state()).isEqualTo(Job.State.INTERRUPTED);
    }

    @Test
    void whatANodeSaysOfAnEndedJobIsBelievedThoughOthersGaveItUp() {
        one.jobs().alive("frozen");
        one.jobs().ask(job("j"));
        Job running = one.jobs().claim("frozen").orElseThrow();
        cluster.sql(database, "DELETE FROM anlan.node");
        other.jobs().alive("survivor");
        one.jobs()
                .note(running.ended(
                        Job.State.DONE, Instant.parse("2026-01-02T03:05:05Z"), Optional.empty(), List.of(3L)));
        assertThat(other.jobs().find("j").orElseThrow().state()).isEqualTo(Job.State.DONE);
        assertThat(other.jobs().find("j").orElseThrow().revisions()).containsExactly(3L);
    }

    @Test
    void aFileThatAnUploadOfAnotherNodeNeedsIsNotRemoved() throws Exception {
        var kept = one.archive().keep(new ByteArrayInputStream(new byte[] {1, 2, 3}), 10);
        other.uploads()
                .put(new Upload(
                        "u",
                        "a.zip",
                        kept.sha256(),
                        3,
                        Instant.parse("2026-01-02T03:04:05Z"),
                        Upload.State.INSPECTED,
                        "{}"));
        one.archive().remove(kept.sha256());
        assertThat(other.archive().file(kept.sha256())).hasBinaryContent(new byte[] {1, 2, 3});
    }
}
