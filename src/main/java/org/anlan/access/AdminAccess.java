package org.anlan.access;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.store.Settings;

/**
 * The administrator's password and sessions. The password is kept as an Argon2id hash (RFC 9106, 19 MiB, 2 passes: the OWASP minimum); a session is a
 * signed token that ends by itself, and all end when the password changes.
 */
public final class AdminAccess {

    private static final String HASH = "admin.password";
    private static final Duration SESSION = Duration.ofHours(12);
    private static final int SHORTEST = 8;
    private static final int LONGEST = 200;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

    private final Settings settings;
    private final SessionTokens tokens;
    private final Throttle throttle;
    private final Clock clock;

    /** Access to the installation that these settings belong to. */
    public AdminAccess(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.tokens = new SessionTokens(settings);
        this.throttle = new Throttle(clock);
    }

    /**
     * A session.
     *
     * @param token what the client shows with each change
     * @param expiresAt when it ends
     */
    public record Session(String token, Instant expiresAt) {}

    /** Makes the administrator with a random password when there is none yet, and gives that password: the only time it can be read. */
    public Optional<String> firstPassword() {
        if (settings.get(HASH).isPresent()) {
            return Optional.empty();
        }
        String password = randomPassword();
        keep(password);
        return Optional.of(password);
    }

    /** Makes a new random password, for an administrator who has lost theirs; all sessions end. */
    public String resetPassword() {
        String password = randomPassword();
        keep(password);
        return password;
    }

    /** Signs in. Refused: {@code wrong-password}; {@code too-many-tries} after several wrong ones from the same client. */
    public Session signIn(String password, String client) {
        check(password, client);
        Instant end = clock.instant().plus(SESSION).truncatedTo(ChronoUnit.SECONDS);
        return new Session(tokens.issue(end), end);
    }

    /** Changes the password; all sessions end. Refused: {@code wrong-password}, {@code weak-password}. */
    public void changePassword(String current, String next, String client) {
        check(current, client);
        if (next.length() < SHORTEST || next.length() > LONGEST) {
            throw Refusal.invalid(
                    "weak-password", "密码须为 %d 至 %d 个字符", "A password has %d to %d characters", SHORTEST, LONGEST);
        }
        keep(next);
    }

    /** When the session of this token ends; empty when it is none of ours or has ended. */
    public Optional<Instant> sessionEnd(String token) {
        return tokens.end(token).filter(end -> end.isAfter(clock.instant()));
    }

    private void check(String password, String client) {
        throttle.mayTry(client);
        boolean right = password.length() <= LONGEST
                && settings.get(HASH)
                        .map(hash -> Password.check(password, hash).with(ARGON2))
                        .orElse(false);
        if (!right) {
            throttle.failed(client);
            throw new Refusal(Refusal.Kind.NOT_SIGNED_IN, "wrong-password", Text.of("密码不正确", "The password is wrong"));
        }
        throttle.succeeded(client);
    }

    /** The secret first: should the process end in between, the sessions have ended and the old password, or none, still holds. */
    private void keep(String password) {
        tokens.renewSecret();
        settings.put(
                HASH, Password.hash(password).addRandomSalt(16).with(ARGON2).getResult());
    }

    private static String randomPassword() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
