package org.anlan.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Arrays;
import org.anlan.catalog.Visibility;

/** What only reads: answered to GET, to HEAD with the same headers, and not sent again to a client that knows the answer (RFC 9110 §9.3.2, §13.1.2). */
public final class Reading {

    private Reading() {}

    /** Adds an endpoint that only reads. */
    public static void at(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
    }

    /**
     * Names the answer by a tag, and ends the request with 304 when the client says that it has it. The tag is weak: packed and plain bytes are one
     * answer. What is shown to some only has another tag than what everybody is shown, and is kept by no cache that others share.
     *
     * @param name what tells this answer from every other, without quotes
     * @return true when the request is answered
     */
    public static boolean isKnown(Context context, String name) {
        Visibility sees = Views.sees(context);
        boolean everybody = sees == Visibility.PUBLIC;
        String tag = "\"" + name + (everybody ? "" : "-" + sees.word()) + "\"";
        context.header("ETag", "W/" + tag).header("Cache-Control", everybody ? "no-cache" : "private, no-cache");
        String known = context.header("If-None-Match");
        boolean answered = known != null
                && Arrays.stream(known.split(",", 100))
                        .map(String::strip)
                        .anyMatch(one -> one.equals("*") || one.equals(tag) || one.equals("W/" + tag));
        if (answered) {
            context.status(304);
        }
        return answered;
    }
}
