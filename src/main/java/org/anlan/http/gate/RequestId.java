package org.anlan.http.gate;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** The word by which a request is found again in the log: the client's own, where it is plain and short, else a random one. */
public final class RequestId {

    /** The header that carries it in both directions. */
    public static final String HEADER = "X-Request-Id";

    /** Its key in the diagnostic context of the log. */
    public static final String LOG_KEY = "request";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    /**
     * The id of a request.
     *
     * @param asked what the client calls it; null when it does not say
     */
    static String of(String asked) {
        return asked != null && PLAIN.matcher(asked).matches() ? asked : random();
    }

    /** An id for a request that has none. */
    static String random() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
