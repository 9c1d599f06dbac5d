package org.anlan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class EndingTest {

    @Test
    void whatCanBeClosedIsClosed() throws InterruptedException {
        List<String> done = new ArrayList<>();
        Ending ending = new Ending(Duration.ofMinutes(5), () -> done.add("closed"));
        assertThat(ending.run()).isTrue();
        ending.await();
        assertThat(done).containsExactly("closed");
    }

    @Test
    void whatDoesNotCloseDoesNotHoldTheEndUp() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        Ending ending = new Ending(Duration.ZERO, () -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(ending.run()).isFalse();
        ending.await();
        never.countDown();
    }
}
