package org.anlan.http.gate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.anlan.base.Refusal;
import org.anlan.base.Text;

/**
 * How fast one client may ask: so many requests a second, and twice as many at once after a rest (a token bucket). Files of the page and what watches
 * over the service do not count.
 */
public final class Pace {

    private static final int MOST_CLIENTS = 100_000;
    private static final double SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final Set<String> FREE = Set.of("/", "/healthz", "/readyz", "/metrics");

    private final int perSecond;
    private final Ticker ticker;
    private final Cache<String, Bucket> buckets;

    /**
     * @param perSecond requests of one client in a second
     * @param ticker tells the time
     */
    Pace(int perSecond, Ticker ticker) {
        this.perSecond = perSecond;
        this.ticker = ticker;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CLIENTS)
                .expireAfterAccess(Duration.ofMinutes(1))
                .ticker(ticker)
                .build();
    }

    /** Keeps every endpoint to so many requests per second and client; to any number where it is 0. */
    public static void register(RoutesConfig routes, int perSecond, Ticker ticker) {
        if (perSecond > 0) {
            Pace pace = new Pace(perSecond, ticker);
            routes.beforeMatched(pace::check);
        }
    }

    private void check(Context context) {
        boolean file = context.endpoints().matchedHttpEndpoint() == null;
        if (!file && !FREE.contains(context.path())) {
            if (!mayAsk(Arrival.of(context).account())) {
                context.header("Retry-After", "1");
                throw new Refusal(
                        Refusal.Kind.TOO_MANY,
                        "too-fast",
                        Text.of(
                                "请求过于频繁：每个客户端每秒至多 %d 个，请稍后再试",
                                "Too many requests: %d a second for each client; try again in a moment", perSecond));
            }
        }
    }

    /** Whether a client may ask now; it counts when it may. */
    boolean mayAsk(String account) {
        return buckets.get(account, one -> new Bucket(2.0 * perSecond, ticker.read()))
                .take(perSecond, ticker.read());
    }

    private static final class Bucket {
        private double tokens;
        private long filledAt;

        Bucket(double tokens, long now) {
            this.tokens = tokens;
            this.filledAt = now;
        }

        synchronized boolean take(int perSecond, long now) {
            tokens = Math.min(2.0 * perSecond, tokens + Math.max(0, now - filledAt) / SECOND * perSecond);
            filledAt = now;
            if (tokens < 1) {
                return false;
            }
            tokens--;
            return true;
        }
    }
}
