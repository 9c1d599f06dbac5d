package org.anlan.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Counts wrong tries in a row; after so many, whoever they count for waits. */
final class Tries {

    private static final int REMEMBERED = 100_000;

    private record Wrong(int count, Instant last) {}

    private final Cache<String, Wrong> wrong =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final int free;
    private final Duration wait;
    private final Clock clock;

    /**
     * @param free tries that are wrong in a row before the wait
     * @param wait how long after the last of them
     */
    Tries(int free, Duration wait, Clock clock) {
        this.free = free;
        this.wait = wait;
        this.clock = clock;
    }

    /** Whether another try is let in now. */
    boolean mayTry(String who) {
        Wrong sofar = wrong.getIfPresent(who);
        return sofar == null
                || sofar.count() < free
                || !clock.instant().isBefore(sofar.last().plus(wait));
    }

    /** Counts a wrong try; tells whether it is the one that makes them wait. */
    boolean failed(String who) {
        Wrong now = wrong.asMap()
                .merge(who, new Wrong(1, clock.instant()), (old, one) -> new Wrong(old.count() + 1, one.last()));
        return now.count() >= free;
    }

    /** Forgets the wrong ones. */
    void succeeded(String who) {
        wrong.invalidate(who);
    }
}
