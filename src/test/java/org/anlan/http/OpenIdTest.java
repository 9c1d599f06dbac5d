package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.anlan.access.OpenIdSettings;
import org.anlan.support.Client;
import org.anlan.support.ForgingProvider;
import org.anlan.support.Problem;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sign-in at a provider: at one of another make that plays the whole of the protocol, and at one that forges. */
class OpenIdTest {

    private static final String BEGIN = "/api/v1/session/openid";
    private static final MockOAuth2Server PROVIDER = new MockOAuth2Server();

    private static RunningServer server;
    private static RunningServer deceived;
    private static ForgingProvider forger;

    @BeforeAll
    static void start() throws IOException, JOSEException {
        PROVIDER.start();
        forger = new ForgingProvider();
        server = RunningServer.empty()
                .trusting(settings(
                        PROVIDER.issuerUrl("office").toString(),
                        Optional.of("groups"),
                        Map.of("gis", "editor"),
                        Optional.empty()))
                .start();
        deceived = RunningServer.empty()
                .trusting(settings(forger.issuer(), Optional.empty(), Map.of(), Optional.of("viewer")))
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        deceived.close();
        forger.close();
        PROVIDER.shutdown();
    }

    private static OpenIdSettings settings(
            String issuer, Optional<String> claim, Map<String, String> roles, Optional<String> role) {
        return new OpenIdSettings(issuer, "anlan", Optional.of("hush"), claim, roles, role);
    }

    /** A sign-in that has begun: where the browser was sent, and what it keeps. */
    private record Begun(String place, String kept) {
        String parameter(String name) {
            for (String pair : URI.create(place).getRawQuery().split("&", -1)) {
                if (pair.startsWith(name + "=")) {
                    return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
                }
            }
            return "";
        }
    }

    private static Begun begin(RunningServer at) {
        Client.Answer answer = at.reader().get(BEGIN);
        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
        String cookie = answer.header("Set-Cookie");
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=" + BEGIN);
        return new Begun(answer.header("Location"), cookie.substring(0, cookie.indexOf(';')));
    }

    private static void says(String subject, Map<String, Object> claims, long seconds) {
        PROVIDER.enqueueCallback(
                new DefaultOAuth2TokenCallback("office", subject, "JWT", List.of("anlan"), claims, seconds));
    }

    /** Where the provider sends the browser back to. */
    private static String back(Begun begun) throws Exception {
        HttpResponse<Void> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(begun.place())).build(),
                        HttpResponse.BodyHandlers.discarding());
        String place = answer.headers().firstValue("Location").orElseThrow();
        assertThat(place).startsWith(server.address() + BEGIN + "/return?");
        return place.substring(server.address().length());
    }

    private static Client.Answer come(RunningServer to, String back, String kept) {
        return to.reader().get(back, "Cookie", kept);
    }

    private static Client.Answer come(String back, String kept) {
        return come(server, back, kept);
    }

    private static JsonNode session(RunningServer at, Client.Answer came) {
        assertThat(came.status()).as(came.text()).isEqualTo(302);
        assertThat(came.header("Location")).isEqualTo(at.address() + "/");
        String cookie = came.headers().allValues("Set-Cookie").stream()
                .filter(one -> one.startsWith("anlan_session="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict");
        return at.reader()
                .get("/api/v1/session", "Cookie", cookie.substring(0, cookie.indexOf(';')))
                .json();
    }

    @Test
    void whoComesForTheFirstTimeGetsAnAccountAndIsFoundAgainBySubjectWhateverTheyAreCalledThen() throws Exception {
        says("u-1", Map.of("preferred_username", "li.si", "name", "李四", "groups", List.of("gis", "other")), 300);
        Begun begun = begin(server);
        assertThat(begun.parameter("code_challenge_method")).isEqualTo("S256");
        JsonNode first = session(server, come(back(begun), begun.kept()));
        assertThat(first.path("name").asText()).isEqualTo("li.si");
        assertThat(first.path("display").asText()).isEqualTo("李四");
        assertThat(first.path("roles").toString()).isEqualTo("[\"editor\"]");

        says("u-1", Map.of("preferred_username", "renamed", "groups", "gis"), 300);
        Begun again = begin(server);
        assertThat(session(server, come(back(again), again.kept())).path("name").asText())
                .isEqualTo("li.si");

        says("u-2", Map.of("preferred_username", "li.si", "email", "li.si@example.cn", "groups", "gis"), 300);
        Begun other = begin(server);
        assertThat(session(server, come(back(other), other.kept())).path("name").asText())
                .as("another person of the same name is another account")
                .startsWith("openid-");
        assertThat(server.admin().get("/api/v1/audit?action=sign-in&who=li.si").text())
                .contains("openid");
    }

    @Test
    void whoHasNoRoleOrAClosedAccountIsNotLetIn() throws Exception {
        says("u-3", Map.of("groups", "others"), 300);
        Begun begun = begin(server);
        Problem.assertIs(come(back(begun), begun.kept()), 403, "no-role");

        says("u-4", Map.of("preferred_username", "wang", "groups", "gis"), 300);
        Begun first = begin(server);
        session(server, come(back(first), first.kept()));
        server.admin().send("PUT", "/api/v1/users/wang", "{\"closed\":true}");
        says("u-4", Map.of("groups", "gis"), 300);
        Begun second = begin(server);
        Problem.assertIs(come(back(second), second.kept()), 403, "account-closed");
    }

    @Test
    void anAnswerToAnotherBrowserOrToNoneIsRefused() throws Exception {
        says("u-5", Map.of("groups", "gis"), 300);
        Begun begun = begin(server);
        String back = back(begun);
        Problem.assertIs(come(back, "x=y"), 403, "openid-state");
        Problem.assertIs(come(back, begin(server).kept()), 403, "openid-state");
        Problem.assertIs(come(back.replaceAll("state=[^&]*", "state=other"), begun.kept()), 403, "openid-state");
        Problem.assertIs(come(BEGIN + "/return", begun.kept()), 403, "openid-state");
        Problem.assertIs(
                come(BEGIN + "/return?error=access_denied&state=" + begun.parameter("state"), begun.kept()),
                401,
                "openid-refused");
        session(server, come(back, begun.kept()));
        assertThat(come(back, begun.kept()).status())
                .as("the same answer once more")
                .isEqualTo(401);
    }

    @Test
    void anotherNonceOrVerifierThanTheSignInBeganWithIsRefused() throws Exception {
        for (int part = 1; part <= 2; part++) {
            if (part == 1) { // with another verifier the provider gives no token at all
                says("u-6", Map.of("groups", "gis"), 300);
            }
            Begun begun = begin(server);
            String[] parts = begun.kept().split("~", -1);
            parts[part] = begin(server).kept().split("~", -1)[part];
            Problem.assertIs(
                    come(back(begun), String.join("~", parts)), 401, part == 1 ? "openid-token" : "openid-refused");
        }
    }

    @Test
    void aTokenThatIsOverIsRefused() throws Exception {
        says("u-7", Map.of("groups", "gis"), -300);
        Begun begun = begin(server);
        Problem.assertIs(come(back(begun), begun.kept()), 401, "openid-token");
    }

    private static Client.Answer deceive(Begun begun) {
        return come(deceived, BEGIN + "/return?code=c&state=" + begun.parameter("state"), begun.kept());
    }

    @Test
    void aTokenThatTheProviderDidNotSignForUsIsRefused() throws Exception {
        Begun good = begin(deceived);
        forger.giveSigned(good.parameter("nonce"), UnaryOperator.identity());
        assertThat(session(deceived, deceive(good)).path("roles").toString()).isEqualTo("[\"viewer\"]");

        Begun begun = begin(deceived);
        String nonce = begun.parameter("nonce");
        forger.giveForeign(nonce);
        Problem.assertIs(deceive(begun), 401, "openid-token");
        forger.giveUnsigned(nonce);
        Problem.assertIs(deceive(begun), 401, "openid-token");
        forger.giveSignedByThePublicKey(nonce);
        Problem.assertIs(deceive(begun), 401, "openid-token");
        List<UnaryOperator<JWTClaimsSet.Builder>> wrong = List.of(
                claims -> claims.issuer("https://id.example.cn"),
                claims -> claims.audience("somebody else"),
                claims -> claims.claim("nonce", "other"),
                claims -> claims.claim("nonce", null),
                claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(300))),
                claims -> claims.subject(null));
        for (UnaryOperator<JWTClaimsSet.Builder> change : wrong) {
            forger.giveSigned(nonce, change);
            Problem.assertIs(deceive(begun), 401, "openid-token");
        }
    }

    @Test
    void aProviderThatCallsItselfOtherwiseOrIsAwayIsTold() throws IOException {
        try (RunningServer other = RunningServer.empty()
                .trusting(settings(
                        forger.issuer().replace("127.0.0.1", "localhost"),
                        Optional.empty(),
                        Map.of(),
                        Optional.empty()))
                .start()) {
            Problem.assertIs(other.reader().get(BEGIN), 503, "openid-unavailable");
            assertThat(other.reader().get("/api/v1/session").text()).contains("\"openid\":true");
        }
    }
}
