package org.anlan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.anlan.support.ChildJvm;
import org.anlan.support.Client;
import org.anlan.support.PostgisCluster;
import org.anlan.support.ShapeZip;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Three services on one database. */
@Timeout(240)
class SeveralNodesIT {

    private static final String RETENTION = "/api/v1/coast/retention?year=2020&by=town";
    private static final String ITEMS = "/api/v1/layers/coastline/items?limit=10";

    @TempDir
    Path folder;

    private final PostgisCluster cluster = PostgisCluster.shared();
    private final List<Node> nodes = new ArrayList<>();
    private String database;

    private record Node(ChildJvm process, Client admin) {}

    @BeforeEach
    void start() throws Exception {
        database = cluster.newDatabase();
        ChildJvm first = node(0);
        String line = first.waitFor(l -> l.contains("first admin password"));
        String password = line.substring(line.lastIndexOf(' ') + 1);
        for (ChildJvm process : List.of(first, node(1), node(2))) { // the others start side by side
            String ready = process.waitFor(l -> l.startsWith("Anlan is ready at "));
            Client client = Client.at(ready.substring("Anlan is ready at ".length()));
            nodes.add(new Node(process, client.signedIn(password)));
        }
    }

    private ChildJvm node(int number) throws IOException {
        return ChildJvm.start(
                "serve",
                "--port",
                "0",
                "--data",
                folder.resolve("node" + number),
                "--db",
                cluster.url(database),
                "--db-user",
                PostgisCluster.OWNER);
    }

    @AfterEach
    void end() {
        nodes.forEach(node -> node.process().close());
        cluster.drop(database);
    }

    private Client on(int node) {
        return nodes.get(node).admin();
    }

    private String uploaded(int node, Path file) {
        return "/api/v1/uploads/" + on(node).upload(file).json().path("id").asText();
    }

    private void committed(int node, String handIn) {
        Client.Answer answer = on(node).send("POST", uploaded(node, Shishi.handIn(handIn)) + "/commit", "{}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("revisions")).isNotEmpty();
    }

    @Test
    void whatIsCommittedOnOneIsAnsweredByTheOthersFromThenOn() {
        committed(0, "XZQH.zip");
        committed(1, "AX2015.zip");
        List<String> etags =
                Stream.of(0, 1, 2).map(i -> on(i).get(ITEMS).header("ETag")).toList();
        for (int i = 0; i < 3; i++) {
            assertThat(on(i).get(ITEMS, "If-None-Match", etags.get(i)).status()).isEqualTo(304);
            assertThat(on(i).get("/api/v1/coast/retention?year=2015&by=town").status())
                    .isEqualTo(200);
        }
        committed(2, "AX2020.zip");
        String figure = on(2).get(RETENTION).text();
        for (int i = 0; i < 3; i++) {
            assertThat(on(i).get(ITEMS, "If-None-Match", etags.get(i)).status())
                    .as("node %d does not answer from before the commit", i)
                    .isEqualTo(200);
            assertThat(on(i).get(RETENTION).text()).isEqualTo(figure);
        }
        assertThat(figure).contains("39.86");
    }

    @Test
    void anUploadOfOneIsCheckedAndCommittedOnAnother() {
        committed(0, "XZQH.zip");
        String upload = uploaded(0, Shishi.handIn("AX2020.zip"));
        assertThat(on(1).send("POST", upload + "/check").json().path("state").asText())
                .isEqualTo("checked");
        assertThat(on(2).get(upload + "/diff?kind=added&limit=1")
                        .json()
                        .path("matching")
                        .asInt())
                .isEqualTo(151);
        assertThat(on(2).send("POST", upload + "/commit", "{}").status()).isEqualTo(200);
        assertThat(on(0).get(upload).json().path("state").asText()).isEqualTo("committed");
        assertThat(on(0).send("POST", upload + "/commit", "{}").code()).isEqualTo("already-committed");
    }

    @Test
    void theJobOfANodeThatWasKilledIsInterruptedByTheOthersAndNothingOfItIsSeen() throws Exception {
        committed(0, "XZQH.zip");
        String upload = uploaded(0, manySegments());
        assertThat(on(0).send("POST", upload + "/commit", "Prefer", "respond-async")
                        .status())
                .isEqualTo(202);
        long pid = workerOf(upload);
        Node worker = nodes.stream()
                .filter(node -> node.process().pid() == pid)
                .findFirst()
                .orElseThrow();
        worker.process().kill();
        nodes.remove(worker);

        String events = on(1).get(upload + "/events").text();
        assertThat(events).contains("event: interrupted").doesNotContain("event: done");
        JsonNode revisions = on(0).get("/api/v1/layers/coastline/revisions").json();
        assertThat(revisions.path("revisions")).isEmpty();
        Client.Answer again = on(0).send("POST", upload + "/commit", "{}");
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.json().path("revisions").get(0).path("added").asInt()).isEqualTo(40_000);
    }

    /** The process that does the job of an upload, once it is under way. */
    private long workerOf(String upload) throws SQLException {
        String id = upload.substring(upload.lastIndexOf('/') + 1);
        try (Connection connection = cluster.connect(database);
                var query = connection.prepareStatement(
                        "SELECT node FROM anlan.job WHERE upload = ? AND state = 'running' AND step = 'reading'")) {
            query.setString(1, id);
            while (true) {
                try (ResultSet row = query.executeQuery()) {
                    if (row.next()) {
                        String node = row.getString(1);
                        return Long.parseLong(node.substring(0, node.indexOf('-')));
                    }
                }
                Thread.onSpinWait();
            }
        }
    }

    private Path manySegments() throws IOException {
        ShapeZip survey = ShapeZip.coast("AX2030");
        for (int i = 0; i < 40_000; i++) {
            double x = 118.60 + (i % 300) * 0.0006;
            int row = i / 300;
            double y = 24.60 + row * 0.001;
            survey.segment(
                    "350581B" + i,
                    2030,
                    "自然岸线",
                    "砂质",
                    "LINESTRING (" + x + " " + y + ", " + (x + 0.0002) + " " + (y + 0.0003) + ")");
        }
        return survey.in(folder);
    }
}
