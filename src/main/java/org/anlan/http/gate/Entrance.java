package org.anlan.http.gate;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.anlan.http.Limits;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.MDC;

/** Where every request comes in: it gets its {@link Arrival}, and everything that is logged while it is answered bears its id. */
public final class Entrance extends Handler.Wrapper {

    private final Clients clients;

    private Entrance(Clients clients) {
        this.clients = clients;
    }

    /** Puts the entrance before everything else that answers. */
    public static void register(JavalinConfig config, Limits limits) {
        Entrance entrance = new Entrance(new Clients(limits.trustedProxies()));
        config.jetty.modifyServer(server -> {
            server.setHandler(entrance);
            server.setRequestLog(new AccessLog());
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
        MDC.put(RequestId.LOG_KEY, arrival.id());
        try {
            return super.handle(request, response, callback);
        } finally {
            MDC.remove(RequestId.LOG_KEY);
        }
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

    private static InetAddress peer(Request request) {
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress socket
                        && socket.getAddress() != null
                ? socket.getAddress()
                : InetAddress.getLoopbackAddress();
    }
}
