package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.anlan.base.Refusal;
import org.anlan.support.Client;
import org.anlan.support.Problem;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(120)
class ProbesTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.empty();

    private final Client reader = SERVER.reader();

    @AfterEach
    void mend() {
        SERVER.store().beforeAnswering(() -> {});
    }

    @Test
    void aServiceWhoseStoreAnswersIsReady() {
        Client.Answer answer = reader.get("/readyz");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"status\":\"ready\"}");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reader.send("HEAD", "/readyz").status()).isEqualTo(200);
    }

    @Test
    void aServiceWhoseStoreIsAwayIsAliveButNotReadyUntilItIsBack() {
        SERVER.store().beforeAnswering(() -> {
            throw Refusal.unavailable("database-away", "数据库没有应答", "The database does not answer");
        });
        Problem.assertIs(reader.get("/readyz"), 503, "database-away");
        assertThat(reader.get("/healthz").text()).isEqualTo("{\"status\":\"ok\"}");
        mend();
        assertThat(reader.get("/readyz").status()).isEqualTo(200);
    }

    @Test
    void aStoreThatFailsInsideMakesTheServiceNotReadyAndIsNotQuoted() {
        SERVER.store().beforeAnswering(() -> {
            throw new IllegalStateException("the pool of org.anlan is closed");
        });
        Problem.assertIs(reader.get("/readyz"), 503, "store-failed");
    }

    @Test
    void aStoreThatDoesNotAnswerIsNotWaitedForAndHoldsOneThreadAtMost() {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(2);
        SERVER.store().beforeAnswering(() -> {
            asked.countDown();
            await(held);
        });
        Problem.assertIs(reader.get("/readyz"), 503, "store-slow");
        Problem.assertIs(reader.get("/readyz"), 503, "store-slow");
        assertThat(asked.getCount()).as("asked once").isEqualTo(1);
        held.countDown();
        assertThat(reader.get("/readyz").status()).isEqualTo(200);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
