package org.anlan.access;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random words that a client shows. They are known by their SHA-256 and kept nowhere themselves; a word of 256 random bits needs no slow hash. */
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
}
