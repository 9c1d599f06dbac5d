package org.anlan.http.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is taken for the client of a request, behind the proxies 10.0.0.1, 10.0.0.2 and fd00::1. */
class ClientsTest {

    private final Clients clients = new Clients(Set.of(address("10.0.0.1"), address("10.0.0.2"), address("fd00::1")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.1 | 203.0.113.7                     | 203.0.113.7",
                "10.0.0.1 | 198.51.100.9, 203.0.113.7       | 203.0.113.7",
                "10.0.0.1 | 198.51.100.9 , 10.0.0.2,fd00::1 | 198.51.100.9",
                "10.0.0.1 | 198.51.100.9;203.0.113.7, 10.0.0.2 | 203.0.113.7",
                "10.0.0.1 | 10.0.0.2                        | 10.0.0.2",
                "fd00::1  | 2001:db8::5                     | 2001:db8::5",
                "10.0.0.1 | [2001:db8::5]:4711              | 2001:db8::5",
                "10.0.0.1 | 203.0.113.7:4711                | 203.0.113.7",
                "10.0.0.1 | ::ffff:203.0.113.7              | 203.0.113.7"
            })
    void behindTrustedProxiesTheClientIsTheNearestThatIsNone(String peer, String chain, String client) {
        assertThat(clients.client(address(peer), Arrays.asList(chain.split(";", -1))))
                .isEqualTo(address(client));
    }

    @Test
    void whoIsNoTrustedProxyIsTheClientWhateverItClaims() {
        InetAddress stranger = address("192.0.2.1");
        assertThat(clients.client(stranger, List.of("203.0.113.7"))).isEqualTo(stranger);
        assertThat(clients.isSecure(stranger, "https")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "unknown",
                "example.org",
                "face",
                "300.1.1.1",
                "1.2.3",
                "1:2",
                ":::::",
                "[::1",
                "_hidden",
                "fe80::1%eth9",
                "203.0.113.7 evil",
                "203.0.113.7:x"
            })
    void aClaimThatCannotBeReadIsWorthNothing(String claim) {
        assertThat(clients.client(address("10.0.0.1"), List.of(claim))).isEqualTo(address("10.0.0.1"));
        assertThat(clients.client(address("10.0.0.1"), List.of("203.0.113.7, " + claim + ", 10.0.0.2")))
                .as("nor is what stands left of it")
                .isEqualTo(address("10.0.0.2"));
    }

    @Test
    void aChainWithoutEndIsNotFollowedToItsEnd() {
        String chain = "203.0.113.7" + ", 10.0.0.2".repeat(10_000);
        assertThat(clients.client(address("10.0.0.1"), List.of(chain))).isEqualTo(address("10.0.0.2"));
    }

    @Test
    void aTrustedProxySaysWhetherTheClientCameByTls() {
        assertThat(clients.isSecure(address("10.0.0.1"), "HTTPS")).isTrue();
        assertThat(clients.isSecure(address("10.0.0.1"), "http")).isFalse();
        assertThat(clients.isSecure(address("10.0.0.1"), null)).isFalse();
    }

    @Test
    void theNetworkOf64BitsOfAClientOfVersionSixCountsAsOne() {
        assertThat(account("2001:db8:0:1::5")).isEqualTo(account("2001:db8:0:1:ffff::9"));
        assertThat(account("2001:db8:0:1::5")).isNotEqualTo(account("2001:db8:0:2::5"));
        assertThat(account("203.0.113.7")).isEqualTo("203.0.113.7");
    }

    @Test
    void privateNetworksAreKnown() {
        assertThat(List.of("127.0.0.1", "::1", "10.9.8.7", "172.16.0.1", "192.168.1.1", "169.254.1.1", "fd12::1"))
                .allMatch(text -> PrivateNetwork.contains(address(text)));
        assertThat(List.of("203.0.113.7", "172.32.0.1", "2001:db8::1", "100.64.0.1"))
                .noneMatch(text -> PrivateNetwork.contains(address(text)));
    }

    private static String account(String text) {
        return new Arrival("id", new Arrival.Peer(address(text), false, false)).account();
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
