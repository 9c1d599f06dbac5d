package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import org.anlan.base.Refusal;
import org.anlan.support.Client;
import org.anlan.support.Problem;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures for Prometheus. */
@Timeout(120)
class MetricsTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withCoast();

    private final Client reader = SERVER.reader();

    @AfterEach
    void mend() {
        SERVER.store().beforeAnswering(() -> {});
        SERVER.pass(Duration.ofSeconds(10));
    }

    @Test
    void everyLineIsInTheTextFormat() {
        Client.Answer answer = reader.get("/metrics");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.text().lines())
                .allMatch(Pattern.compile(
                                "# (HELP|TYPE) \\w+ .+|\\w+(\\{\\w+=\"[^\"]*\"(,\\w+=\"[^\"]*\")*,?})? [-+.\\dEINaNnf]+")
                        .asMatchPredicate());
    }

    @Test
    void requestsAreCountedByRouteAndNeverByAddress() {
        reader.get("/api/v1/layers/coastline/items?limit=1");
        reader.get("/api/v1/layers/unheard-of/items");
        reader.get("/nowhere/at/all");
        reader.send("BREW", "/api/v1/catalog");
        String text = until("route=\"none\",status=\"405\"");
        assertThat(text)
                .contains(
                        "anlan_requests_seconds_count{method=\"GET\",route=\"/api/v1/layers/{id}/items\",status=\"200\"} 1",
                        "anlan_requests_seconds_count{method=\"GET\",route=\"/api/v1/layers/{id}/items\",status=\"404\"} 1",
                        "anlan_requests_seconds_count{method=\"GET\",route=\"none\",status=\"404\"} 1",
                        "anlan_requests_seconds_bucket{method=\"GET\",route=\"none\",status=\"404\",le=\"+Inf\"} 1",
                        "method=\"other\",route=\"none\",status=\"405\"",
                        "anlan_requests_active 1.0")
                .doesNotContain("nowhere", "unheard-of", "BREW");
    }

    @Test
    void theRoomForHeavyRequestsIsTold() {
        assertThat(reader.get("/metrics").text())
                .contains("anlan_heavy_requests_active 0.0", "anlan_heavy_requests_limit 8.0");
    }

    @Test
    void whatWasTurnedAwayIsCountedByItsCode() {
        assertThat(reader.get("/metrics").text())
                .contains(
                        "anlan_requests_refused_total{code=\"too-busy\"} 0.0",
                        "anlan_requests_refused_total{code=\"too-fast\"} 0.0",
                        "anlan_requests_refused_total{code=\"stopping\"} 0.0");
        Problem.assertIs(reader.send("POST", "/api/v1/session", "x".repeat((4 << 20) + 1)), 413, "body-too-large");
        until("anlan_requests_refused_total{code=\"body-too-large\"} 1.0");
    }

    @Test
    void theStoreAndItsLayersAreTold() {
        assertThat(reader.get("/metrics").text())
                .contains(
                        "anlan_store_up 1.0",
                        "anlan_store_connections{pool=\"readers\",state=\"waiting\"} 0.0",
                        "anlan_store_connections_limit{pool=\"readers\"} ",
                        "anlan_layer_features{layer=\"coastline\"} 298.0",
                        "anlan_jobs{state=\"running\"} 0.0",
                        "anlan_layer_revision{layer=\"coastline\"} ")
                .containsPattern("anlan_store_size_bytes\\{kind=\"data\"} [1-9]")
                .containsPattern("anlan_store_size_bytes\\{kind=\"uploads\"} [1-9]");
    }

    @Test
    void theProgramAndItsMachineAreTold() {
        assertThat(reader.get("/metrics").text())
                .contains(
                        "anlan_build_info{",
                        "version=\"",
                        "jvm_memory_used_bytes{area=\"heap\"",
                        "jvm_gc_memory_allocated_bytes_total ",
                        "jvm_threads_live_threads ",
                        "process_cpu_usage ",
                        "process_uptime_seconds ",
                        "process_start_time_seconds ");
    }

    @Test
    void whileTheStoreIsAwayTheFiguresSaySoAndTheRestIsStillTold() {
        reader.get("/metrics");
        SERVER.store().beforeAnswering(() -> {
            throw Refusal.unavailable("database-away", "数据库没有应答", "The database does not answer");
        });
        assertThat(reader.get("/metrics").text()).as("known from a moment ago").contains("anlan_store_up 1.0");
        SERVER.pass(Duration.ofSeconds(10));
        Client.Answer away = reader.get("/metrics");
        assertThat(away.status()).isEqualTo(200);
        assertThat(away.text())
                .contains("anlan_store_up 0.0", "anlan_requests_active 1.0")
                .doesNotContain("anlan_store_size_bytes{", "anlan_layer_features{");
        mend();
        assertThat(reader.get("/metrics").text()).contains("anlan_store_up 1.0", "anlan_layer_features{");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded"})
    void whoComesThroughAProxyFindsNothing(String header) {
        Problem.assertIs(reader.get("/metrics", header, "for=127.0.0.1"), 404, "not-found");
    }

    /** The figures once they contain a text: a request is counted when it is done with, which its client may know a moment before. */
    private String until(String expected) {
        String text = reader.get("/metrics").text();
        while (!text.contains(expected)) {
            Thread.onSpinWait();
            text = reader.get("/metrics").text();
        }
        return text;
    }
}
