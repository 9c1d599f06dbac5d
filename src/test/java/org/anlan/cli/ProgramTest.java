package org.anlan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.anlan.catalog.CatalogReader;
import org.anlan.store.Store;
import org.anlan.store.sqlite.SqliteStore;
import org.anlan.support.FilledStore;
import org.anlan.support.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as people start it, in processes of its own. */
class ProgramTest {

    @TempDir
    Path folder;

    @Test
    void aServiceSaysWhereItIsKeepsOthersOutAndEndsWhenTold() throws Exception {
        Path data = FilledStore.make(folder.resolve("data"), FilledStore.COAST);
        try (Program service = Program.start("serve", "--port", "0", "--data", data.toString())) {
            List<String> lines = service.linesUntilReady();
            assertThat(lines)
                    .filteredOn(line -> line.contains("Anlan is ready"))
                    .hasSize(1);
            assertThat(lines).hasSize(2);
            assertThat(lines.get(0))
                    .contains("first admin password")
                    .contains("管理员")
                    .matches(".*(\\w{4}-){3}\\w{4}$");
            String address = Program.address(lines);
            assertThat(address).matches("http://127\\.0\\.0\\.1:\\d+");
            assertThat(get(address + "/healthz")).isEqualTo("{\"status\":\"ok\"}");
            assertThat(get(address + "/api/v1/coast/retention?year=2020")).contains("\"ratioPercent\":39.86");

            Program.End second = Program.run("retention", "--data", data.toString());
            assertThat(second.exit()).isEqualTo(2);
            assertThat(second.errors())
                    .contains("store-in-use", "pid " + service.pid(), "--data", "HTTP API")
                    .doesNotContain("Exception");

            String port = address.substring(address.lastIndexOf(':') + 1);
            Program.End neighbour = Program.run(
                    "serve", "--port", port, "--data", folder.resolve("other").toString());
            assertThat(neighbour.exit()).isEqualTo(2);
            assertThat(neighbour.errors())
                    .contains("port-in-use", port, "--port", "端口已被占用")
                    .doesNotContain("Exception");

            Program.End end = service.terminate();
            assertThat(end.exit()).isIn(0, 143);
            assertThat(end.out()).isEmpty();
            assertThat(end.errors()).doesNotContain("Exception", "ERROR");
        }
        try (Store store = SqliteStore.open(data, CatalogReader.load(Optional.empty()))) {
            assertThat(store.revisions().newest("coastline")).isPresent();
        }
    }

    @Test
    void aServiceThatLogsJsonWritesNothingElseAndNoPassword() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "hush");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));
        try (Program service = Program.start(
                "serve",
                "--log=json",
                "--port=0",
                "--data=" + folder.resolve("data"),
                "--db-password-file=" + password)) {
            List<String> lines = service.linesUntilReady();
            Program.End end = service.terminate();
            assertThat(end.errors()).isNotEmpty().doesNotContain("hush");
            for (String line : end.errors().lines().toList()) {
                JsonNode event = new ObjectMapper().readTree(line);
                assertThat(event.path("time").asText()).endsWith("Z");
                assertThat(event.path("level").asText()).isEqualTo("WARN");
                assertThat(event.path("message").asText()).contains(password.toString(), "chmod");
            }
            assertThat(lines).hasSize(2);
        }
    }

    @Test
    void theRatioIsPrintedAsATableAsJsonAndAsCsv() throws IOException {
        String data =
                FilledStore.make(folder.resolve("data"), FilledStore.COAST).toString();
        Program.End table = Program.run("retention", "--data", data, "--year", "2020", "--by", "town");
        assertThat(table.exit()).isZero();
        assertThat(table.errors()).isEmpty();
        assertThat(table.out()).contains("永宁镇", "祥芝镇", "合计 total", "39.86", "geodesic-cgcs2000");

        Program.End json = Program.run("retention", "--data", data, "--year", "2015", "--format", "json");
        assertThat(new ObjectMapper()
                        .readTree(json.out())
                        .path("total")
                        .path("ratioPercent")
                        .asDouble())
                .isBetween(43.36, 43.37);

        Program.End csv = Program.run("retention", "--data", data, "--by", "bay", "--format", "csv");
        assertThat(csv.out().lines().map(line -> line.substring(0, line.indexOf(','))))
                .containsExactlyInAnyOrder("code", "QZW", "TWHX", "SHW", "total");
    }

    private static String get(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address)).build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                .body();
    }
}
