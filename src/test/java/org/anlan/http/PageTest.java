package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anlan.support.Client;
import org.anlan.support.Problem;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.empty();

    @Test
    void theRootIsThePage() {
        assumePageIsBuilt();
        Client.Answer page = SERVER.reader().get("/");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(page.text()).startsWith("<!doctype html>").contains("岸澜");
        assertThat(SERVER.reader().get("/?task=retention&year=2020").text()).isEqualTo(page.text());
        Client.Answer again = SERVER.reader().get("/", "If-None-Match", page.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
    }

    @Test
    void whatThePageLoadsIsKeptForEver() {
        assumePageIsBuilt();
        List<String> assets = assets();
        assertThat(assets).hasSizeGreaterThan(2);
        for (String path : assets) {
            Client.Answer asset = SERVER.reader().get(path, "Accept-Encoding", "gzip");
            assertThat(asset.status()).as(path).isEqualTo(200);
            assertThat(asset.header("Cache-Control")).as(path).isEqualTo("public, max-age=31536000, immutable");
            assertThat(asset.header("Content-Type"))
                    .as(path)
                    .startsWith(path.endsWith(".css") ? "text/css" : "text/javascript");
            if (asset.bytes().length > 10_000) {
                assertThat(asset.header("Content-Encoding")).as(path).isEqualTo("gzip");
            }
        }
        assertThat(SERVER.reader().get("/favicon.svg").header("Content-Type")).isEqualTo("image/svg+xml");
    }

    @Test
    void thePageNamesNoOtherHostAndRunsNoInlineScript() {
        assumePageIsBuilt();
        String page = SERVER.reader().get("/").text();
        assertThat(page).doesNotContain("http://", "https://", "src=\"//");
        assertThat(Pattern.compile("<script(?![^>]*\\ssrc=)").matcher(page).find())
                .as("an inline script")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/favicon.svg", "/healthz", "/api/v1/catalog", "/api/v1/nix", "/nix", "/assets/nix.js"})
    void everyAnswerCarriesTheSecurityHeaders(String path) {
        Client.Answer answer = SERVER.reader().get(path);
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("script-src", "unsafe-eval", "http:", "https:", "*");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Server")).as("says nothing of what runs").isBlank();
        assertThat(answer.header("Access-Control-Allow-Origin")).isBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../web/index.html",
                "/%2e%2e/org/anlan/App.class",
                "/assets/../../org/anlan/App.class",
                "/assets/%2e%2e/%2e%2e/org/anlan/App.class",
                "/assets/..%2f..%2forg/anlan/App.class",
                "/assets/%252e%252e/org/anlan/App.class",
                "/..%5c..%5cetc/passwd",
                "/%00",
                "//etc/passwd",
                "/;/../etc/passwd",
                "/org/anlan/App.class",
                "/web/index.html",
                "/catalog/coastline.json",
                "/logback.xml",
                "/assets/",
                "/assets",
                "/data.gpkg",
                "/META-INF/MANIFEST.MF"
            })
    void pathTricksLeadNowhere(String path) {
        Client.Answer answer = SERVER.reader().get(path);
        assertThat(answer.status()).as(path).isIn(400, 404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        Problem.assertIs(answer, answer.status(), answer.status() == 400 ? "http-400" : "not-found");
    }

    private static void assumePageIsBuilt() {
        assumeThat(PageTest.class.getResource("/web/index.html"))
                .as("the page is built: cd web && npm ci && npm run build")
                .isNotNull();
    }

    private static List<String> assets() {
        Matcher links = Pattern.compile("(?:src|href)=\"(/assets/[^\"]+)\"")
                .matcher(SERVER.reader().get("/").text());
        List<String> paths = new ArrayList<>();
        while (links.find()) {
            paths.add(links.group(1));
        }
        return paths;
    }
}
