package org.anlan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.store.Settings;
import org.junit.jupiter.api.Test;

class AdminAccessTest {

    private final KeptInMemory settings = new KeptInMemory();
    private final StoppedClock clock = new StoppedClock();
    private final AdminAccess access = new AdminAccess(settings, clock);

    @Test
    void theFirstPasswordIsShownOnceAndSignsIn() {
        String password = access.firstPassword().orElseThrow();

        assertThat(access.firstPassword()).isEmpty();
        assertThat(access.sessionEnd(access.signIn(password, "a").token())).isPresent();
    }

    @Test
    void thePasswordIsKeptAsAnArgon2idHashOnly() {
        String password = access.firstPassword().orElseThrow();

        assertThat(settings.values.values()).noneMatch(value -> value.contains(password));
        assertThat(settings.values.get("admin.password")).startsWith("$argon2id$");
    }

    @Test
    void aWrongPasswordIsRefused() {
        access.firstPassword();

        assertRefused("wrong-password", () -> access.signIn("guess", "a"));
        assertRefused("wrong-password", () -> access.signIn("x".repeat(100_000), "a"));
    }

    @Test
    void nobodySignsInBeforeThereIsAPassword() {
        assertRefused("wrong-password", () -> access.signIn("", "a"));
    }

    @Test
    void afterFiveWrongPasswordsAClientWaitsAMinuteAndOthersDoNot() {
        String password = access.firstPassword().orElseThrow();
        for (int i = 0; i < 5; i++) {
            assertRefused("wrong-password", () -> access.signIn("guess", "a"));
        }

        assertRefused("too-many-tries", () -> access.signIn(password, "a"));
        assertThat(access.signIn(password, "b").token()).isNotBlank();
        clock.advance(Duration.ofSeconds(61));
        assertThat(access.signIn(password, "a").token()).isNotBlank();
    }

    @Test
    void aSessionEndsByItself() {
        String token = access.signIn(access.firstPassword().orElseThrow(), "a").token();

        clock.advance(Duration.ofHours(11));
        assertThat(access.sessionEnd(token)).isPresent();
        clock.advance(Duration.ofHours(2));
        assertThat(access.sessionEnd(token)).isEmpty();
    }

    @Test
    void aTokenThatWasChangedIsWorthless() {
        String token = access.signIn(access.firstPassword().orElseThrow(), "a").token();
        String later = Long.toString(clock.instant().plus(Duration.ofDays(900)).getEpochSecond());

        assertThat(access.sessionEnd(later + token.substring(token.indexOf('.'))))
                .isEmpty();
        assertThat(access.sessionEnd(token.substring(0, token.length() - 1))).isEmpty();
        assertThat(access.sessionEnd("")).isEmpty();
        assertThat(access.sessionEnd("....")).isEmpty();
        assertThat(access.sessionEnd(".".repeat(10_000))).isEmpty();
    }

    @Test
    void changingThePasswordEndsEverySession() {
        String password = access.firstPassword().orElseThrow();
        String token = access.signIn(password, "a").token();

        access.changePassword(password, "a better one", "a");

        assertThat(access.sessionEnd(token)).isEmpty();
        assertRefused("wrong-password", () -> access.signIn(password, "a"));
        assertThat(access.signIn("a better one", "a").token()).isNotBlank();
    }

    @Test
    void aPasswordTooShortOrTooLongIsRefusedAndTheOldOneStays() {
        String password = access.firstPassword().orElseThrow();

        assertRefused("weak-password", () -> access.changePassword(password, "short", "a"));
        assertRefused("weak-password", () -> access.changePassword(password, "x".repeat(201), "a"));
        assertThat(access.signIn(password, "a").token()).isNotBlank();
    }

    @Test
    void aResetMakesANewPassword() {
        String first = access.firstPassword().orElseThrow();

        String second = access.resetPassword();

        assertRefused("wrong-password", () -> access.signIn(first, "a"));
        assertThat(access.signIn(second, "a").token()).isNotBlank();
    }

    private static void assertRefused(String code, Runnable action) {
        assertThatThrownBy(action::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    /** Settings without a store. */
    private static final class KeptInMemory implements Settings {
        private final Map<String, String> values = new HashMap<>();

        @Override
        public Optional<String> get(String key) {
            return Optional.ofNullable(values.get(key));
        }

        @Override
        public void put(String key, String value) {
            values.put(key, value);
        }
    }

    /** A clock that moves when it is told to. */
    private static final class StoppedClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
