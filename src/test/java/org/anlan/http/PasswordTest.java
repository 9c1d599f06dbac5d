package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.anlan.support.Client;
import org.anlan.support.Problem;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each test has its own service: wrong passwords and a changed one stay behind. */
class PasswordTest {

    private static final String SESSION = "/api/v1/session";

    private final RunningServer server = RunningServer.empty();

    @BeforeEach
    void start() throws IOException {
        server.beforeAll(null);
    }

    @AfterEach
    void stop() throws IOException {
        server.afterAll(null);
    }

    @Test
    void afterFiveWrongPasswordsEvenTheRightOneHasToWait() {
        for (int i = 0; i < 5; i++) {
            Problem.assertIs(signIn("wrong"), 401, "wrong-password");
        }
        Problem.assertIs(signIn(server.password()), 429, "too-many-tries");
        assertThat(server.reader().get("/healthz").status())
                .as("all else goes on")
                .isEqualTo(200);
    }

    @Test
    void whoChangesTheirPasswordIsToldThatThePresentOneIsWrong() {
        Client.Answer answer =
                server.admin().send("PUT", SESSION + "/password", "{\"current\":\"wrong\",\"next\":\"修订后的新密码2026\"}");
        Problem.assertIs(answer, 401, "wrong-password");
        assertThat(answer.json().at("/message/zh").asText()).isEqualTo("现在的密码不正确");
    }

    @Test
    void aNewPasswordEndsEverySessionAndTheOldPassword() {
        Client admin = server.admin();
        assertThat(admin.get(SESSION).json().path("signedIn").asBoolean()).isTrue();
        Client.Answer changed = admin.send(
                "PUT", SESSION + "/password", "{\"current\":\"" + server.password() + "\",\"next\":\"修订后的新密码2026\"}");
        assertThat(changed.text()).isEqualTo("{\"signedIn\":false}");
        assertThat(changed.header("Set-Cookie")).contains("Max-Age=0");
        assertThat(admin.get(SESSION).text()).isEqualTo("{\"signedIn\":false}");
        Problem.assertIs(signIn(server.password()), 401, "wrong-password");
        assertThat(signIn("修订后的新密码2026").status()).isEqualTo(200);
    }

    private Client.Answer signIn(String password) {
        return server.reader().send("POST", SESSION, "{\"password\":\"" + password + "\"}");
    }
}
