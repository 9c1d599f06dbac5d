package org.anlan.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** What a refusal looks like on the wire (RFC 9457 and docs/api.md). */
public final class Problem {

    private Problem() {}

    /** Asserts that an answer is a problem of this status and code, whole and without inner matters; gives its English words. */
    public static String assertIs(Client.Answer answer, int status, String code) {
        JsonNode problem = answer.json();
        assertThat(problem.path("code").asText()).as(answer.text()).isEqualTo(code);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json; charset=utf-8");
        assertThat(problem.path("type").asText()).isEqualTo("about:blank");
        assertThat(problem.path("title").asText()).isEqualTo(code.replace('-', ' '));
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        String zh = problem.path("message").path("zh").asText();
        String en = problem.path("message").path("en").asText();
        assertThat(zh).isNotBlank();
        assertThat(en).isNotBlank();
        assertThat(problem.path("detail").asText()).isEqualTo(zh + " / " + en);
        assertThat(problem.path("request").asText()).isNotBlank().isEqualTo(answer.header("X-Request-Id"));
        assertThat(problem).as("nothing else").hasSize(problem.has("asks") ? 8 : 7);
        assertThat(answer.text())
                .as("no inner matters")
                .doesNotContain("org.anlan", "java.", "Exception", "\\n\\tat ", "SQL");
        return en;
    }
}
