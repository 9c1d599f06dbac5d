package org.anlan.cli;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;

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
record ServeLimits(
        long uploadBytes,
        int bodyBytes,
        int heavyAtOnce,
        int requestsPerSecond,
        Set<InetAddress> trustedProxies,
        Duration stopWithin) {}
