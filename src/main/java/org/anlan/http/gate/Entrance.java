package org.anlan.http.gate;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.anlan.base.Refusal;
import org.anlan.http.Limits;
import org.anlan.http.Problems;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.MDC;

/** Where every request comes in: it gets its {@link Arrival}, and everything that is logged while it is answered bears its id. */
public final class Entrance extends Handler.Wrapper {

    /** What is still answered while the service ends. */
    private static final Set<String> TO_THE_LAST = Set.of("/healthz", "/readyz", "/metrics");

    private final Clients clients;
    private final Stopping stopping;

    private Entrance(Clients clients, Stopping stopping) {
        this.clients = clients;
        this.stopping = stopping;
    }

    /**
     * Puts the entrance before everything else that answers.
     *
     * @param departures hears of every request when it is answered
     */
    public static void register(
            JavalinConfig config, Limits limits, Stopping stopping, Consumer<Departure> departures) {
        Entrance entrance = new Entrance(new Clients(limits.trustedProxies()), stopping);
        config.jetty.modifyServer(server -> {
            server.setHandler(entrance);
            server.setRequestLog(new RequestLog.Collection(new AccessLog(), Departure.toldTo(departures)));
        });
        config.routes.after(Entrance::noteRoute);
    }

    private static void noteRoute(Context context) {
        Endpoint endpoint = context.endpoints().matchedHttpEndpoint();
        if (endpoint != null) {
            Arrival.of(context).isFor(endpoint.path);
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Arrival arrival = arrival(request);
        arrival.attach(request);
        response.getHeaders().put(RequestId.HEADER, arrival.id());
        stopping.came();
        Request.addCompletionListener(request, failure -> stopping.left());
        MDC.put(RequestId.LOG_KEY, arrival.id());
        try {
            if (stopping.begun() && !TO_THE_LAST.contains(Request.getPathInContext(request))) {
                turnAway(arrival, response, callback);
                return true;
            }
            return super.handle(request, response, callback);
        } finally {
            MDC.remove(RequestId.LOG_KEY);
        }
    }

    private static void turnAway(Arrival arrival, Response response, Callback callback) {
        Refusal refusal = Stopping.refusal();
        arrival.endsIn(refusal.code());
        response.setStatus(Problems.status(refusal.kind()));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.TYPE);
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        response.write(
                true, ByteBuffer.wrap(Problems.json(refusal, arrival.id()).getBytes(StandardCharsets.UTF_8)), callback);
    }

    private Arrival arrival(Request request) {
        HttpFields headers = request.getHeaders();
        InetAddress peer = peer(request);
        List<String> forwardedFor = headers.getValuesList("X-Forwarded-For");
        boolean forwarded = !forwardedFor.isEmpty() || headers.contains("Forwarded");
        boolean secure = request.isSecure() || clients.isSecure(peer, headers.get("X-Forwarded-Proto"));
        return new Arrival(
                RequestId.of(headers.get(RequestId.HEADER)),
                new Arrival.Peer(
                        clients.client(peer, forwardedFor), secure, !forwarded && PrivateNetwork.contains(peer)));
    }

    /** Who is at the other end of the connection. */
    static InetAddress peer(Request request) {
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress socket
                        && socket.getAddress() != null
                ? socket.getAddress()
                : InetAddress.getLoopbackAddress();
    }
}
