package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;
import org.anlan.intake.Intake;
import org.anlan.support.Client;
import org.anlan.support.Problem;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The service behind a proxy that it trusts, and beside it one that trusts none. */
class BehindAProxyTest {

    @RegisterExtension
    static final RunningServer TRUSTING = RunningServer.empty()
            .within(new Limits(
                    Intake.MOST_BYTES, 4 << 20, 8, 0, Set.of(InetAddress.getLoopbackAddress()), Duration.ZERO));

    @RegisterExtension
    static final RunningServer TRUSTING_NOBODY = RunningServer.empty();

    @Test
    void wrongPasswordsOfOneClientDoNotKeepAnotherOut() {
        guessUntilStopped(from("203.0.113.7"));
        assertThat(from("203.0.113.8")
                        .send("POST", "/api/v1/session", password(TRUSTING))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aClientOfVersionSixGainsNoTriesByItsManyAddresses() {
        guessUntilStopped(from("2001:db8::1"));
        assertThat(from("2001:db8::2")
                        .send("POST", "/api/v1/session", password(TRUSTING))
                        .code())
                .isEqualTo("too-many-tries");
    }

    @Test
    void aClientWithoutAProxyGainsNoTriesByClaimingAddresses() {
        Client reader = TRUSTING_NOBODY.reader();
        guessUntilStopped(reader.saying("X-Forwarded-For", "203.0.113.7"));
        Problem.assertIs(
                reader.saying("X-Forwarded-For", "203.0.113.8")
                        .send("POST", "/api/v1/session", password(TRUSTING_NOBODY)),
                429,
                "too-many-tries");
    }

    @Test
    void theCookieIsForTlsOnlyWhenATrustedProxySaysThatTheClientCameByTls() {
        assertThat(cookie(TRUSTING, "https")).contains("; Secure");
        assertThat(cookie(TRUSTING, "http")).doesNotContain("Secure");
        assertThat(cookie(TRUSTING, "https<script>")).doesNotContain("Secure");
    }

    private static String cookie(RunningServer server, String proto) {
        return server.reader()
                .saying("X-Forwarded-For", "198.51.100.1")
                .saying("X-Forwarded-Proto", proto)
                .send("POST", "/api/v1/session", password(server))
                .header("Set-Cookie");
    }

    private static void guessUntilStopped(Client client) {
        for (int i = 0; i < 5; i++) {
            Problem.assertIs(client.send("POST", "/api/v1/session", "{\"password\":\"no\"}"), 401, "wrong-password");
        }
        Problem.assertIs(client.send("POST", "/api/v1/session", "{\"password\":\"no\"}"), 429, "too-many-tries");
    }

    private static Client from(String address) {
        return TRUSTING.reader().saying("X-Forwarded-For", address);
    }

    private static String password(RunningServer server) {
        return "{\"password\":\"" + server.password() + "\"}";
    }
}
