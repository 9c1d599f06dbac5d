package org.anlan.http.gate;

import java.net.Inet6Address;
import java.net.InetAddress;

/** This machine and the networks that nobody reaches from outside (RFC 1918, RFC 3927, RFC 4193). */
final class PrivateNetwork {

    private PrivateNetwork() {}

    static boolean contains(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || (address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc);
    }
}
