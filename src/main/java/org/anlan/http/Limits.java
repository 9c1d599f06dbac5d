package org.anlan.http;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;
import org.anlan.intake.Intake;

/**
 * What the service lets one request, one client and all of them together do.
 *
 * @param uploadBytes most bytes of an upload
 * @param bodyBytes most bytes of any other request
 * @param heavyAtOnce heavy requests (exports, figures, comparisons) that are answered at once
 * @param requestsPerSecond requests of one client in a second; 0 = as many as it likes
 * @param trustedProxies addresses whose X-Forwarded-For tells who the client is
 * @param stopWithin how long requests that are being answered may still take when the service is told to end
 */
public record Limits(
        long uploadBytes,
        int bodyBytes,
        int heavyAtOnce,
        int requestsPerSecond,
        Set<InetAddress> trustedProxies,
        Duration stopWithin) {

    /** What holds where nothing else is said. */
    public static Limits usual() {
        return new Limits(Intake.MOST_BYTES, 4 << 20, 8, 0, Set.of(), Duration.ofSeconds(25));
    }
}
