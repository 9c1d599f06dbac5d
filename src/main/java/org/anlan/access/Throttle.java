package org.anlan.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.anlan.base.Refusal;
import org.anlan.base.Text;

/** Slows down who guesses passwords: after five wrong ones in a row a client waits a minute. */
final class Throttle {

    private static final int FREE_TRIES = 5;
    private static final Duration WAIT = Duration.ofMinutes(1);

    private record Tries(int wrong, Instant last) {}

    private final Cache<String, Tries> tries =
            Caffeine.newBuilder().maximumSize(10_000).build();
    private final Clock clock;

    Throttle(Clock clock) {
        this.clock = clock;
    }

    void mayTry(String client) {
        Tries sofar = tries.getIfPresent(client);
        if (sofar != null
                && sofar.wrong() >= FREE_TRIES
                && clock.instant().isBefore(sofar.last().plus(WAIT))) {
            throw new Refusal(
                    Refusal.Kind.TOO_MANY,
                    "too-many-tries",
                    Text.of("密码错误次数过多，请一分钟后再试", "Too many wrong passwords; try again in a minute"));
        }
    }

    void failed(String client) {
        tries.asMap()
                .merge(client, new Tries(1, clock.instant()), (old, one) -> new Tries(old.wrong() + 1, one.last()));
    }

    void succeeded(String client) {
        tries.invalidate(client);
    }
}
