package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anlan.support.Client;
import org.anlan.support.Photo;
import org.anlan.support.RunningServer;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Keeps docs/api.md true: every endpoint that it lists answers, and there is none that it does not list. */
class ApiDocumentTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withDemonstration();

    private static final Pattern ENDPOINT = Pattern.compile("`(GET|POST|PUT|DELETE) (/[^`?\\s]*)[^`]*`");
    private static final Set<String> OUTSIDE = Set.of("/healthz", "/readyz", "/metrics");
    private static final String SIGN_OUT = "DELETE /session";

    /** What there is only where an OpenID Connect provider is configured, as in {@link OpenIdTest}. */
    private static final Set<String> WITH_A_PROVIDER = Set.of("GET /session/openid", "GET /session/openid/return");

    private static final Set<String> KNOWN = Set.of(
            "GET /session",
            "POST /session",
            "PUT /session/password",
            "DELETE /session",
            "GET /session/openid",
            "GET /session/openid/return",
            "GET /users",
            "POST /users",
            "PUT /users/{name}",
            "GET /tokens",
            "POST /tokens",
            "DELETE /tokens/{id}",
            "GET /audit",
            "GET /catalog",
            "GET /formats",
            "GET /base-maps",
            "GET /layers/{id}/items",
            "GET /search",
            "GET /layers/{id}/export",
            "GET /layers/{id}/revisions",
            "GET /layers/{id}/diff",
            "POST /layers/{id}/rollback",
            "POST /layers/{id}/edits",
            "POST /layers/{id}/edits/check",
            "GET /coast/retention",
            "GET /coast/sensitivity",
            "GET /coast/declared",
            "POST /coast/frozen",
            "GET /coast/frozen",
            "GET /coast/frozen/{id}",
            "GET /coast/frozen/{id}/check",
            "POST /coast/scenario",
            "POST /coast/scenarios",
            "GET /coast/scenarios",
            "GET /coast/scenarios/{id}",
            "GET /coast/scenarios/compare",
            "GET /coast/change",
            "GET /coast/rates",
            "POST /coast/rates",
            "POST /impact",
            "POST /impact/shape",
            "GET /impact/rules",
            "GET /coverage",
            "GET /coverage/adjustment",
            "GET /indicators",
            "POST /indicators/{no}/values",
            "GET /outfalls",
            "GET /outfalls/map",
            "GET /outfalls/statistics",
            "GET /outfalls/readings",
            "GET /outfalls/checks",
            "GET /outfalls/{code}",
            "GET /outfalls/{code}/readings",
            "POST /outfalls/{code}/steps",
            "POST /outfalls/{code}/corrections",
            "POST /outfalls/{code}/sources",
            "POST /outfalls/{code}/plan",
            "POST /outfalls/{code}/tasks/{number}/done",
            "POST /outfalls/{code}/permit",
            "POST /outfalls/{code}/signs",
            "POST /outfalls/{code}/readings",
            "GET /cases",
            "POST /cases",
            "POST /cases/impact",
            "POST /cases/exceedance",
            "POST /cases/exceedances",
            "POST /cases/change",
            "GET /cases/proposals",
            "GET /cases/proposals/exceedances",
            "GET /cases/proposals/revisions",
            "POST /cases/revisions",
            "GET /cases/reminders",
            "GET /cases/statistics",
            "GET /cases/{number}",
            "POST /cases/{number}/steps",
            "POST /cases/{number}/notes",
            "GET /markers",
            "GET /markers/statistics",
            "GET /markers/{code}",
            "POST /markers/{code}/inspections",
            "GET /units",
            "GET /units/{kind}/{code}",
            "POST /units/{kind}/{code}/office",
            "POST /attachments/{ledger}/{subject}",
            "GET /attachments/{ledger}/{subject}",
            "GET /attachments/{id}",
            "GET /attachments/{id}/public",
            "GET /attachments/{id}/thumbnail",
            "POST /uploads",
            "GET /uploads",
            "GET /uploads/{id}",
            "GET /uploads/{id}/events",
            "POST /uploads/{id}/cancel",
            "PUT /uploads/{id}",
            "DELETE /uploads/{id}",
            "POST /uploads/{id}/check",
            "GET /uploads/{id}/findings",
            "GET /uploads/{id}/diff",
            "GET /uploads/{id}/mapping",
            "PUT /uploads/{id}/mapping",
            "POST /uploads/{id}/commit",
            "GET /healthz",
            "GET /readyz",
            "GET /metrics");

    @Test
    void theDocumentListsTheEndpointsThatAreTested() throws IOException {
        assertThat(new TreeSet<>(documented())).isEqualTo(new TreeSet<>(KNOWN));
    }

    @Test
    void everyEndpointOfTheDocumentAnswers() throws IOException {
        Client admin = SERVER.admin();
        Shishi.take(SERVER.services().intake(), Shishi.handIn("PWK.zip"));
        String upload =
                admin.upload(Shishi.handIn("JSXM.zip")).json().path("id").asText();
        String frozen = admin.send("POST", "/api/v1/coast/frozen", "{\"name\":\"a\"}")
                .json()
                .path("id")
                .asText();
        String scenario = admin.send("POST", "/api/v1/coast/scenarios", "{\"name\":\"a\"}")
                .json()
                .path("id")
                .asText();
        String key = admin.send("POST", "/api/v1/tokens", "{\"label\":\"a\",\"scopes\":[\"read\"]}")
                .json()
                .path("id")
                .asText();
        String site = admin.send(
                        "POST",
                        "/api/v1/cases",
                        "{\"site\":{\"title\":\"a\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[118.7,24.7]}}")
                .json()
                .path("number")
                .asText();
        String photo = admin.multipart(
                        "/api/v1/attachments/case/" + site, "file", Map.of("a.jpg", Photo.plain("jpeg", 8, 8)))
                .json()
                .path("id")
                .asText();
        List<String> endpoints = documented();
        endpoints.removeAll(WITH_A_PROVIDER);
        endpoints.remove(SIGN_OUT); // ends the session of this very client
        endpoints.add(SIGN_OUT);
        for (String endpoint : endpoints) {
            String method = endpoint.substring(0, endpoint.indexOf(' '));
            String path = endpoint.substring(endpoint.indexOf(' ') + 1)
                    .replace("/uploads/{id}", "/uploads/" + upload)
                    .replace("/scenarios/{id}", "/scenarios/" + scenario)
                    .replace("/frozen/{id}", "/frozen/" + frozen)
                    .replace("/tokens/{id}", "/tokens/" + key)
                    .replace("{name}", "admin")
                    .replace("/attachments/{id}", "/attachments/" + photo)
                    .replace("{ledger}/{subject}", "case/" + site)
                    .replace("/tasks/{number}", "/tasks/1")
                    .replace("{number}", site)
                    .replace("{kind}/{code}", "bay/QZW")
                    .replace("/markers/{code}", "/markers/BHD-SH-001")
                    .replace("{id}", "coastline")
                    .replace("{no}", "9")
                    .replace("{code}", "FJ-350581-0001-NY-00");
            String asked = OUTSIDE.contains(path) ? path : "/api/v1" + path;
            // A question has no body: one that nobody hears out would cost the connection.
            Client.Answer answer =
                    method.equals("GET") ? admin.get(asked) : admin.send(method, asked, "{\"unheard-of\":1}");
            assertThat(answer.status()).as(endpoint + " " + answer.text()).isLessThan(500);
            assertThat(answer.status()).as(endpoint).isNotIn(404, 405);
            assertThat(answer.header("Content-Type"))
                    .as(endpoint)
                    .containsPattern("json|image/jpeg|text/event-stream|text/plain; version=0.0.4");
        }
    }

    private static List<String> documented() throws IOException {
        List<String> endpoints = new ArrayList<>();
        Matcher matcher = ENDPOINT.matcher(document());
        while (matcher.find()) {
            endpoints.add(matcher.group(1) + " " + matcher.group(2));
        }
        return endpoints;
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("docs", "api.md"));
    }
}
