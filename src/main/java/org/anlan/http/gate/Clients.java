package org.anlan.http.gate;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells who asks. What a header claims is believed only of proxies that the setting {@code trusted-proxies} names; a claim that cannot be read is
 * worth nothing, and neither is what stands left of it.
 */
final class Clients {

    private static final int MOST_HOPS = 32;

    private final Set<InetAddress> proxies;

    Clients(Set<InetAddress> proxies) {
        this.proxies = Set.copyOf(proxies);
    }

    /**
     * The client of a request: of the chain of addresses the right-most that is no trusted proxy.
     *
     * @param peer who is at the other end of the connection
     * @param forwardedFor the values of the headers X-Forwarded-For, in order
     */
    InetAddress client(InetAddress peer, List<String> forwardedFor) {
        InetAddress client = peer;
        String[] chain = String.join(",", forwardedFor).split(",", -1);
        for (int i = chain.length - 1; i >= Math.max(0, chain.length - MOST_HOPS) && proxies.contains(client); i--) {
            Optional<InetAddress> next = AddressText.read(chain[i].strip());
            if (next.isEmpty()) {
                return client;
            }
            client = next.get();
        }
        return client;
    }

    /** Whether a trusted proxy says that the client came to it by TLS. */
    boolean isSecure(InetAddress peer, String forwardedProto) {
        return proxies.contains(peer) && "https".equalsIgnoreCase(forwardedProto);
    }
}
