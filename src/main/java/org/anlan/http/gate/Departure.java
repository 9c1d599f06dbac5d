package org.anlan.http.gate;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.util.NanoTime;

/**
 * A request that has been answered.
 *
 * @param method how it was asked
 * @param route the pattern of its endpoint ("/api/v1/layers/{id}/items"); "none" where there was none
 * @param status the status of the answer
 * @param nanos how long it took, from its first byte to the last of the answer
 * @param problem the code of the problem that it was answered with
 */
public record Departure(String method, String route, int status, long nanos, Optional<String> problem) {

    /** Tells of every request when it is answered, even of one that was no good HTTP. */
    static RequestLog toldTo(Consumer<Departure> listener) {
        return (request, response) -> listener.accept(of(request, response.getStatus()));
    }

    private static Departure of(Request request, int status) {
        Optional<Arrival> arrival = Arrival.of(request);
        return new Departure(
                String.valueOf(request.getMethod()),
                arrival.map(Arrival::route).orElse("none"),
                status,
                NanoTime.since(request.getBeginNanoTime()),
                arrival.flatMap(Arrival::problem));
    }
}
