package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.javalin.Javalin;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.http.gate.Entrance;
import org.anlan.http.gate.Stopping;
import org.anlan.support.Client;
import org.anlan.support.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Failures that the service itself should never have, made on purpose in routes of the test. */
class ProblemsTest {

    private static Javalin javalin;

    @BeforeAll
    static void start() {
        javalin = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    Entrance.register(config, Limits.usual(), new Stopping(), departure -> {});
                    Problems.register(config);
                    config.routes.get("/fails", context -> {
                        throw new IllegalStateException("the password of org.anlan is secret");
                    });
                    config.routes.get("/reads-too-far", context -> {
                        throw new EOFException("a file of ours ended too soon");
                    });
                    config.routes.get("/fails-half-way", context -> {
                        context.outputStream().write("half".repeat(50_000).getBytes(StandardCharsets.US_ASCII));
                        context.outputStream().flush();
                        throw new IllegalStateException("half way");
                    });
                    config.routes.get("/refused/{kind}", context -> {
                        throw new Refusal(
                                Refusal.Kind.valueOf(context.pathParam("kind")),
                                "some-code",
                                Text.of("“引号”", "\"quotes\" and <tags>"));
                    });
                })
                .start("127.0.0.1", 0);
    }

    @AfterAll
    static void stop() {
        javalin.stop();
    }

    @Test
    void whatFailsInsideIsToldWithoutInnerMatters() throws Exception {
        Client.Answer answer = get("/fails");
        Problem.assertIs(answer, 500, "internal");
        assertThat(answer.text()).doesNotContain("secret", "IllegalState");
        String id = answer.header("X-Request-Id");
        assertThat(answer.json().path("message").path("zh").asText()).contains("请求编号 " + id);
        assertThat(answer.json().path("message").path("en").asText()).contains("the request id " + id);
    }

    @Test
    void aFileOfOursThatEndsTooSoonIsNotTakenForAClientThatLeft() throws Exception {
        Problem.assertIs(get("/reads-too-far"), 500, "internal");
    }

    @Test
    void everyKindOfRefusalHasItsStatus() throws Exception {
        Map<String, Integer> statuses = new TreeMap<>();
        for (Refusal.Kind kind : Refusal.Kind.values()) {
            Client.Answer answer = get("/refused/" + kind);
            statuses.put(kind.name(), answer.status());
            assertThat(Problem.assertIs(answer, answer.status(), "some-code")).isEqualTo("\"quotes\" and <tags>");
        }
        assertThat(statuses)
                .isEqualTo(new TreeMap<>(Map.of(
                        "INVALID", 400,
                        "NOT_SIGNED_IN", 401,
                        "NOT_PERMITTED", 403,
                        "NOT_FOUND", 404,
                        "NOT_ACCEPTABLE", 406,
                        "CONFLICT", 409,
                        "TOO_LARGE", 413,
                        "UNPROCESSABLE", 422,
                        "TOO_MANY", 429,
                        "UNAVAILABLE", 503)));
    }

    @Test
    void anAnswerThatFailsHalfWayIsCutOffSoThatTheClientSeesIt() {
        assertThat(catchThrowable(() -> get("/fails-half-way"))).isInstanceOf(IOException.class);
    }

    private static Client.Answer get(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + javalin.port() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        return new Client.Answer(response.statusCode(), response.headers(), response.body());
    }
}
