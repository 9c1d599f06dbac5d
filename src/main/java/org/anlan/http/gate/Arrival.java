package org.anlan.http.gate;

import io.javalin.http.Context;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.jetty.server.Request;

/** A request from its arrival until it is answered: what is known of it before any endpoint sees it, and what it turns out to be. */
public final class Arrival {

    private static final String ATTRIBUTE = Arrival.class.getName();
    private static final HexFormat HEX = HexFormat.of();

    private final String id;
    private final Peer peer;
    private volatile String route = "none";
    private volatile Optional<String> problem = Optional.empty();

    Arrival(String id, Peer peer) {
        this.id = id;
        this.peer = peer;
    }

    /**
     * Who asks.
     *
     * @param address the client, as far as it can be trusted
     * @param secure whether it came by TLS
     * @param near whether it is this machine or one of its private network, and nobody has forwarded the request
     */
    record Peer(InetAddress address, boolean secure, boolean near) {}

    void attach(Request request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The arrival of a request; empty for one that was no good HTTP and never came in. */
    static Optional<Arrival> of(Request request) {
        return Optional.ofNullable((Arrival) request.getAttribute(ATTRIBUTE));
    }

    /** The arrival of a request that is turned away outside all endpoints, with a problem of this code; most of these are no good HTTP. */
    public static Arrival turnedAway(Request request, String code) {
        Arrival arrival = of(request).orElseGet(() -> unread(request));
        arrival.endsIn(code);
        return arrival;
    }

    private static Arrival unread(Request request) {
        Arrival arrival = new Arrival(RequestId.random(), new Peer(Entrance.peer(request), false, false));
        arrival.attach(request);
        return arrival;
    }

    /** The arrival of the request that is being answered. */
    public static Arrival of(Context context) {
        Arrival arrival = context.attribute(ATTRIBUTE);
        if (arrival == null) {
            throw new IllegalStateException("the request did not come in by the entrance");
        }
        return arrival;
    }

    /** The word by which it is found in the log. */
    public String id() {
        return id;
    }

    /** Whether the client came by TLS. */
    public boolean secure() {
        return peer.secure();
    }

    /** Whether it comes straight from this machine or its private network. */
    public boolean near() {
        return peer.near();
    }

    /** The client's address. */
    public String client() {
        return peer.address().getHostAddress();
    }

    /** Whom it counts for: the address, of version 6 the network of 64 bits, all of which one client can have. */
    public String account() {
        return peer.address() instanceof Inet6Address
                ? HEX.formatHex(peer.address().getAddress(), 0, 8) + "/64"
                : client();
    }

    /** The pattern of the endpoint that answers it ("/api/v1/layers/{id}/items"); "none" where none does. */
    String route() {
        return route;
    }

    void isFor(String pattern) {
        route = pattern;
    }

    /** The code of the problem that it is answered with. */
    Optional<String> problem() {
        return problem;
    }

    /** It is answered with a problem of this code. */
    public void endsIn(String code) {
        problem = Optional.of(code);
    }
}
