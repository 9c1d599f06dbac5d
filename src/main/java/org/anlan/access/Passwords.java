package org.anlan.access;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.anlan.base.Refusal;

/**
 * Passwords: kept as Argon2id hashes (RFC 9106, 19 MiB, 2 passes: the OWASP minimum), compared in the same time whether there is such an account or not. Only a few are
 * computed at once, since each takes its 19 MiB.
 */
final class Passwords {

    static final int SHORTEST = 8;
    static final int LONGEST = 200;
    private static final int AT_ONCE = 4;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final String nobodys = hash(random());

    /** The hash of a password, with its salt and parameters. */
    String hash(String password) {
        return counted(
                () -> Password.hash(password).addRandomSalt(16).with(ARGON2).getResult());
    }

    /** Whether a password has this hash; computed even where there is none. */
    boolean matches(String password, Optional<String> hash) {
        boolean fits = password.length() <= LONGEST;
        boolean same = counted(
                () -> Password.check(fits ? password : "", hash.orElse(nobodys)).with(ARGON2));
        return same && fits && hash.isPresent();
    }

    private <T> T counted(Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    /** Refuses a password that is too short or endless: {@code weak-password}. */
    static void mustBeFit(String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw Refusal.invalid(
                    "weak-password", "密码须为 %d 至 %d 个字符", "A password has %d to %d characters", SHORTEST, LONGEST);
        }
    }

    /** A password that nobody guesses: 16 of 31 letters and digits, 79 bits. */
    static String random() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
