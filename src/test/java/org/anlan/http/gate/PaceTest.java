package org.anlan.http.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Ten requests a second for each client. */
class PaceTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // nanoTime may run over
    private final Pace pace = new Pace(10, nanos::get);

    @Test
    void afterARestTwiceAsManyMayComeAtOnce() {
        assertThat(passing(100)).isEqualTo(20);
        assertThat(passing(1)).isZero();
        pass(Duration.ofHours(1));
        assertThat(passing(100)).isEqualTo(20);
    }

    @Test
    void overTimeNoMorePassThanTheRate() {
        assertThat(passing(20)).isEqualTo(20);
        int passed = 0;
        for (int i = 0; i < 100; i++) {
            pass(Duration.ofMillis(50));
            passed += passing(3);
        }
        assertThat(passed).isBetween(49, 50);
    }

    @Test
    void oneClientDoesNotUseUpAnothersShare() {
        assertThat(passing(100)).isEqualTo(20);
        assertThat(pace.mayAsk("another")).isTrue();
    }

    private int passing(int asked) {
        int passed = 0;
        for (int i = 0; i < asked; i++) {
            passed += pace.mayAsk("one") ? 1 : 0;
        }
        return passed;
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
