package org.anlan.http.gate;

import io.javalin.http.Handler;
import java.util.concurrent.Semaphore;
import org.anlan.base.Refusal;

/**
 * Room for requests that take long or much: exports, figures, comparisons. Whoever finds none is told so at once ({@code too-busy}) and when to come
 * again; waiting would take threads from those who ask for little.
 */
public final class Heavy {

    private static final String COME_AGAIN_SECONDS = "2";

    private final Semaphore places;
    private final int most;

    /** Room for so many at once. */
    public Heavy(int most) {
        this.most = most;
        this.places = new Semaphore(most);
    }

    /** The same endpoint, answered only where there is room for it. */
    public Handler within(Handler endpoint) {
        return context -> {
            if (!places.tryAcquire()) {
                context.header("Retry-After", COME_AGAIN_SECONDS);
                throw Refusal.unavailable(
                        "too-busy",
                        "服务正忙：已有 %d 个大请求在处理，请稍后再试",
                        "The service is busy with %d heavy requests; try again in a moment",
                        most);
            }
            try {
                endpoint.handle(context);
            } finally {
                places.release();
            }
        };
    }

    /** How many are being answered. */
    public int inUse() {
        return most - places.availablePermits();
    }

    /** How many there is room for. */
    public int most() {
        return most;
    }
}
