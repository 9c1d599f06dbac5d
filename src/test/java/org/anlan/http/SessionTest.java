package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.anlan.support.Client;
import org.anlan.support.Problem;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.empty();

    private static final String SESSION = "/api/v1/session";

    @Test
    void whoHasNoSessionIsToldSo() {
        Client.Answer answer = SERVER.reader().get(SESSION);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"signedIn\":false}");
    }

    @Test
    void theRightPasswordGivesACookieThatScriptsAndOtherSitesCannotUse() {
        Client.Answer answer = signIn(SERVER.password());
        assertThat(answer.status()).isEqualTo(200);
        JsonNode session = answer.json();
        assertThat(session.path("signedIn").asBoolean()).isTrue();
        assertThat(session.path("name").asText()).isEqualTo("admin");
        assertThat(session.path("roles").toString()).isEqualTo("[\"admin\"]");
        assertThat(session.path("rights").toString())
                .isEqualTo("[\"admin\",\"cases\",\"figures\",\"layers\",\"ledgers\"]");
        assertThat(session.path("regions").isEmpty()).isTrue();
        assertThat(session.path("mustChange").asBoolean()).isFalse();
        Instant end = Instant.parse(session.path("expiresAt").asText());
        assertThat(end).isCloseTo(Instant.now().plus(Duration.ofHours(12)), within(1, ChronoUnit.MINUTES));
        String cookie = answer.header("Set-Cookie");
        assertThat(cookie.split("; ", -1))
                .contains("anlan_session=" + session.path("token").asText(), "Path=/", "HttpOnly", "SameSite=Strict");
        assertThat(cookie).matches(".*; Max-Age=(43200|4319\\d);.*");
        JsonNode again = SERVER.reader().get(SESSION, "Cookie", pair(cookie)).json();
        assertThat(again.path("signedIn").asBoolean()).isTrue();
        assertThat(Instant.parse(again.path("expiresAt").asText())).isEqualTo(end);
    }

    @Test
    void theTokenWorksWithoutACookie() {
        String token = signIn(SERVER.password()).json().path("token").asText();
        for (String header : List.of("Bearer " + token, "bearer " + token)) {
            assertThat(SERVER.reader()
                            .get(SESSION, "Authorization", header)
                            .json()
                            .path("signedIn")
                            .asBoolean())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", ".", "..", "a.b.c", "9999999999.x.", "9999999999.abc.AAAA", "x.9999999999.y"})
    void aTokenThatIsNotOursIsNone(String token) {
        assertThat(SERVER.reader()
                        .get(SESSION, "Authorization", "Bearer " + token)
                        .text())
                .isEqualTo("{\"signedIn\":false}");
    }

    @Test
    void aTokenWithALaterEndIsNone() {
        String token = signIn(SERVER.password()).json().path("token").asText();
        String later = "9" + token.substring(1);
        assertThat(SERVER.reader()
                        .get(SESSION, "Cookie", "anlan_session=" + later)
                        .text())
                .isEqualTo("{\"signedIn\":false}");
    }

    @Test
    void aWrongPasswordIsRefusedAndGivesNoCookie() {
        Client.Answer answer = signIn("wrong");
        Problem.assertIs(answer, 401, "wrong-password");
        assertThat(answer.header("Set-Cookie")).isBlank();
        Problem.assertIs(signIn("x".repeat(100_000)), 401, "wrong-password");
    }

    @Test
    void theRightPasswordForgetsTheWrongOnes() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) {
                Problem.assertIs(signIn("wrong"), 401, "wrong-password");
            }
            assertThat(signIn(SERVER.password()).status()).isEqualTo(200);
        }
    }

    @Test
    void signingOutTakesTheCookieAway() {
        String cookie = pair(signIn(SERVER.password()).header("Set-Cookie"));
        assertThat(cookie).startsWith("anlan_session=");
        Client.Answer answer = SERVER.reader().send("DELETE", SESSION);
        assertThat(answer.text()).isEqualTo("{\"signedIn\":false}");
        assertThat(answer.header("Set-Cookie"))
                .startsWith("anlan_session=;")
                .contains("Max-Age=0", "HttpOnly", "SameSite=Strict");
    }

    @Test
    void aPasswordIsChangedOnlyByWhoIsSignedInAndKnowsTheOldOne() {
        String right = "{\"current\":\"" + SERVER.password() + "\",\"next\":\"long enough\"}";
        Problem.assertIs(SERVER.reader().send("PUT", SESSION + "/password", right), 401, "not-signed-in");
        Client admin = SERVER.admin();
        Problem.assertIs(
                admin.send("PUT", SESSION + "/password", "{\"current\":\"wrong\",\"next\":\"long enough\"}"),
                401,
                "wrong-password");
        Problem.assertIs(
                admin.send(
                        "PUT", SESSION + "/password", "{\"current\":\"" + SERVER.password() + "\",\"next\":\"short\"}"),
                400,
                "weak-password");
        assertThat(signIn(SERVER.password()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'password':           | 1:",
                "x                      | 1:1",
                "[1]                    | 1:1",
                "{'password':{}}        | 1:13",
                "{'password':'a','b':1} | 1:"
            })
    void aBodyThatIsNotTheJsonAskedForIsToldWithLineAndColumn(String body, String place) {
        Client.Answer answer = SERVER.reader().send("POST", SESSION, body.replace('\'', '"'));
        assertThat(Problem.assertIs(answer, 400, "bad-json")).contains("(" + place);
    }

    @Test
    void anUnknownPropertyIsNamed() {
        Client.Answer answer = SERVER.reader().send("POST", SESSION, "{\"password\":\"a\",\n \"pasword\":\"b\"}");
        assertThat(Problem.assertIs(answer, 400, "bad-json"))
                .contains("(2:")
                .contains("pasword")
                .contains("password");
    }

    @Test
    void aMissingValueIsNamed() {
        assertThat(Problem.assertIs(SERVER.reader().send("POST", SESSION), 400, "missing-value"))
                .contains("password");
        assertThat(Problem.assertIs(SERVER.reader().send("POST", SESSION, "{}"), 400, "missing-value"))
                .contains("password");
        Problem.assertIs(SERVER.reader().send("POST", SESSION, "null"), 400, "bad-json");
    }

    @ParameterizedTest
    @ValueSource(ints = {(4 << 20) + 1, 5 << 20})
    void aBodyThatIsTooLargeIsRefused(int bytes) {
        Client.Answer answer = SERVER.reader().send("POST", SESSION, "x".repeat(bytes));
        assertThat(Problem.assertIs(answer, 413, "body-too-large")).contains("4 MB");
    }

    /** The name and the value of a cookie, as a client sends them back. */
    private static String pair(String cookie) {
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private Client.Answer signIn(String password) {
        return SERVER.reader().send("POST", SESSION, "{\"password\":\"" + password + "\"}");
    }
}
