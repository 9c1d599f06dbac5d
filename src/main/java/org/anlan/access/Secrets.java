package org.anlan.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random words that a client shows, and the hashes by which they are known; the words themselves are kept nowhere. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** So many random bytes in the letters of a URL. */
    static String random(int bytes) {
        byte[] value = new byte[bytes];
        RANDOM.nextBytes(value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }

    /** A name of 72 random bits that can be typed at a command line: digits and letters only. */
    static String id() {
        byte[] value = new byte[9];
        RANDOM.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }

    /** SHA-256 of a text, lower-case hex. A word of 256 random bits needs no slow hash. */
    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
