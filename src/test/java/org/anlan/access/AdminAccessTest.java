package org.anlan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anlan.base.Refusal;
import org.anlan.store.Settings;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may change things: one administrator with a password, sessions that end by themselves, and no guessing. */
class AdminAccessTest {

    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    /** Settings in memory; they may fail from a certain write on, as those of a process that is killed do. */
    private static final class Kept implements Settings {
        final Map<String, String> values = new HashMap<>();
        int writesLeft = Integer.MAX_VALUE;

        @Override
        public Optional<String> get(String key) {
            return Optional.ofNullable(values.get(key));
        }

        @Override
        public void put(String key, String value) {
            if (writesLeft-- <= 0) {
                throw new IllegalStateException("killed");
            }
            values.put(key, value);
        }
    }

    /** A clock that stands still until it is set. */
    private static final class SetClock extends Clock {
        Instant now = START;

        void pass(Duration time) {
            now = now.plus(time);
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

    private final Kept settings = new Kept();
    private final SetClock clock = new SetClock();
    private final AdminAccess access = new AdminAccess(settings, clock);

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    @Test
    void theFirstPasswordIsToldOnce() {
        String password = access.firstPassword().orElseThrow();
        assertThat(password).matches("[a-z2-9]{4}(-[a-z2-9]{4}){3}");
        assertThat(access.firstPassword()).isEmpty();
        assertThat(new AdminAccess(settings, clock).firstPassword()).isEmpty();
        assertThat(access.signIn(password, "a").expiresAt()).isEqualTo(START.plus(Duration.ofHours(12)));
    }

    @Test
    void firstPasswordsDiffer() {
        Set<String> passwords = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            passwords.add(new AdminAccess(new Kept(), clock).firstPassword().orElseThrow());
        }
        assertThat(passwords).hasSize(5);
    }

    @Test
    void thePasswordIsKeptAsAnArgon2idHashOnly() {
        String password = access.firstPassword().orElseThrow();
        assertThat(settings.values.get("admin.password")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(settings.values.toString()).doesNotContain(password);
        String hash = settings.values.get("admin.password");
        access.changePassword(password, password, "a");
        assertThat(settings.values.get("admin.password")).isNotEqualTo(hash);
    }

    @Test
    void aWrongPasswordIsRefused() {
        String password = access.firstPassword().orElseThrow();
        for (String wrong :
                new String[] {"", "x", password + "x", password.toUpperCase(Locale.ROOT), "x".repeat(5_000)}) {
            assertRefused("wrong-password", () -> access.signIn(wrong, wrong));
        }
        assertRefused("wrong-password", () -> access.changePassword("x", "long enough", "a"));
        assertThat(access.signIn(password, "a")).isNotNull();
    }

    @Test
    void beforeTheAdministratorIsMadeNobodyGetsIn() {
        assertRefused("wrong-password", () -> access.signIn("", "a"));
        assertThat(access.sessionEnd("1.a.b")).isEmpty();
    }

    @Test
    void afterFiveWrongPasswordsAClientWaitsAMinute() {
        String password = access.firstPassword().orElseThrow();
        for (int i = 0; i < 5; i++) {
            assertRefused("wrong-password", () -> access.signIn("wrong", "a"));
        }
        assertRefused("too-many-tries", () -> access.signIn(password, "a"));
        assertRefused("too-many-tries", () -> access.changePassword(password, "long enough", "a"));
        assertThat(access.signIn(password, "b")).as("another client").isNotNull();
        clock.pass(Duration.ofSeconds(59));
        assertRefused("too-many-tries", () -> access.signIn(password, "a"));
        clock.pass(Duration.ofSeconds(1));
        assertRefused("wrong-password", () -> access.signIn("wrong", "a"));
        assertRefused("too-many-tries", () -> access.signIn(password, "a"));
        clock.pass(Duration.ofMinutes(1));
        assertThat(access.signIn(password, "a")).isNotNull();
        for (int i = 0; i < 4; i++) {
            assertRefused("wrong-password", () -> access.signIn("wrong", "a"));
        }
        assertThat(access.signIn(password, "a")).as("the count began anew").isNotNull();
    }

    @Test
    void aSessionEndsByItself() {
        AdminAccess.Session session = access.signIn(access.firstPassword().orElseThrow(), "a");
        assertThat(access.sessionEnd(session.token())).contains(session.expiresAt());
        assertThat(new AdminAccess(settings, clock).sessionEnd(session.token()))
                .as("also after a restart")
                .contains(session.expiresAt());
        clock.pass(Duration.ofHours(12).minusSeconds(1));
        assertThat(access.sessionEnd(session.token())).isPresent();
        clock.pass(Duration.ofSeconds(1));
        assertThat(access.sessionEnd(session.token())).isEmpty();
    }

    @Test
    void aTokenThatWasChangedInAnyPlaceIsNone() {
        String token = access.signIn(access.firstPassword().orElseThrow(), "a").token();
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String changed = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(access.sessionEnd(changed)).as("place %d", i).isEmpty();
        }
        String later = START.plus(Duration.ofDays(365)).getEpochSecond() + token.substring(token.indexOf('.'));
        assertThat(access.sessionEnd(later)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "1", "99999999999.x.", "%s%s", "岸澜.岸澜.岸澜"})
    void whatIsNoTokenIsNoSession(String token) {
        access.firstPassword();
        assertThat(access.sessionEnd(token)).isEmpty();
        assertThat(access.sessionEnd(token.repeat(100))).isEmpty();
    }

    @Test
    void aTokenOfAnotherInstallationIsNone() {
        Kept other = new Kept();
        AdminAccess elsewhere = new AdminAccess(other, clock);
        String token =
                elsewhere.signIn(elsewhere.firstPassword().orElseThrow(), "a").token();
        access.firstPassword();
        assertThat(access.sessionEnd(token)).isEmpty();
    }

    @Test
    void everySessionEndsWhenThePasswordChanges() {
        String password = access.firstPassword().orElseThrow();
        String first = access.signIn(password, "a").token();
        String second = access.signIn(password, "b").token();
        assertThat(first).isNotEqualTo(second);

        access.changePassword(password, "新的管理员密码八字", "a");

        assertThat(access.sessionEnd(first)).isEmpty();
        assertThat(access.sessionEnd(second)).isEmpty();
        assertRefused("wrong-password", () -> access.signIn(password, "a"));
        String third = access.signIn("新的管理员密码八字", "a").token();
        String lost = access.resetPassword();
        assertThat(access.sessionEnd(third)).isEmpty();
        assertThat(access.signIn(lost, "a")).isNotNull();
    }

    @Test
    void aPasswordIsNeitherShortNorEndless() {
        String password = access.firstPassword().orElseThrow();
        String token = access.signIn(password, "a").token();
        assertRefused("weak-password", () -> access.changePassword(password, "1234567", "a"));
        assertRefused("weak-password", () -> access.changePassword(password, "x".repeat(201), "a"));
        assertThat(access.sessionEnd(token)).as("nothing has changed").isPresent();
        access.changePassword(password, "x".repeat(200), "a");
        assertThat(access.signIn("x".repeat(200), "a")).isNotNull();
    }

    @Test
    void aChangeThatBreaksOffLeavesNoSessionToTheOldPassword() {
        String password = access.firstPassword().orElseThrow();
        String token = access.signIn(password, "a").token();
        settings.writesLeft = 1;
        assertThatThrownBy(() -> access.changePassword(password, "long enough", "a"))
                .hasMessage("killed");
        settings.writesLeft = Integer.MAX_VALUE;
        assertThat(access.sessionEnd(token)).isEmpty();
        assertThat(access.signIn(password, "a"))
                .as("the old password still holds")
                .isNotNull();
    }

    @Test
    void aFirstStartThatBreaksOffIsMadeUpForByTheNext() {
        settings.writesLeft = 1;
        assertThatThrownBy(access::firstPassword).hasMessage("killed");
        settings.writesLeft = Integer.MAX_VALUE;
        String password = access.firstPassword().orElseThrow();
        assertThat(access.signIn(password, "a")).isNotNull();
    }

    @Test
    void aTokenTellsNothingButItsEnd() {
        String token = access.signIn(access.firstPassword().orElseThrow(), "a").token();
        String[] parts = token.split("\\.");
        assertThat(parts).hasSize(3);
        assertThat(parts[0])
                .isEqualTo(Long.toString(START.plus(Duration.ofHours(12)).getEpochSecond()));
        assertThat(Base64.getUrlDecoder().decode(parts[2])).hasSize(32);
        assertThat(token.getBytes(StandardCharsets.US_ASCII)).hasSizeLessThan(100);
    }
}
