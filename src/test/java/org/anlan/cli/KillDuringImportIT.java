package org.anlan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.anlan.catalog.LayerDefinition;
import org.anlan.coast.By;
import org.anlan.coast.Retention;
import org.anlan.coast.forms.RetentionText;
import org.anlan.store.Revision;
import org.anlan.support.ChildJvm;
import org.anlan.support.Client;
import org.anlan.support.Installed;
import org.anlan.support.ShapeZip;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in a process of its own, killed in the middle: no acknowledged commit is lost, and no half one is ever seen. */
class KillDuringImportIT {

    private static final int SEGMENTS = 40_000;
    private static final int STEP = 10_000;

    @TempDir
    Path folder;

    /** What a reader can see of an installation: every revision of every layer, and the figure. */
    private record Seen(List<Revision> revisions, String figure) {

        static Seen of(Installed installed) {
            List<Revision> revisions = new ArrayList<>();
            for (LayerDefinition layer : installed.catalog().layers()) {
                revisions.addAll(installed.store().revisions().of(layer.id()));
            }
            Retention.Question question =
                    new Retention.Question(Optional.of(2020), By.TOWN, Optional.empty(), OptionalLong.empty());
            String figure = RetentionText.table(installed.retention().figure(question));
            return new Seen(revisions, figure.substring(figure.indexOf('\n')));
        }

        long segments() {
            return revisions.stream()
                    .filter(r -> r.layer().equals("coastline"))
                    .findFirst()
                    .orElseThrow()
                    .state()
                    .count();
        }
    }

    @Test
    void anImportThatIsKilledAtAnyMomentHasNeverHappened() throws Exception {
        Path data = folder.resolve("data");
        Path big = bigSurvey();
        Seen before;
        try (Installed installed = Installed.demo(data)) {
            before = Seen.of(installed);
        }
        int last = SEGMENTS / STEP;
        int somewhere = 1 + new Random().nextInt(last - 1);
        for (int moment : new int[] {1, somewhere, last}) {
            try (ChildJvm child = ChildJvm.start("import", big, "--data", data)) {
                child.waitFor(line ->
                        line.contains(String.format(Locale.ROOT, "reading %,d / %,d", moment * STEP, SEGMENTS)));
                child.kill();
            }
            Seen after = reopened(data);
            if (after.segments() != before.segments() && moment == last) {
                // the commit was through before the signal came: then all of it is there
                assertThat(after.segments()).isEqualTo(before.segments() + SEGMENTS);
                assertThat(after.figure()).isEqualTo(before.figure());
                return;
            }
            assertThat(after).as("killed after %d records", moment * STEP).isEqualTo(before);
        }

        try (ChildJvm child = ChildJvm.start("import", big, "--data", data)) {
            assertThat(child.exitCode()).as("%s", child.seen()).isZero();
            assertThat(child.seen()).anyMatch(line -> line.contains("added " + SEGMENTS));
        }
        Seen done = reopened(data);
        assertThat(done.segments()).isEqualTo(before.segments() + SEGMENTS);
        assertThat(done.revisions()).hasSize(before.revisions().size() + 1).containsAll(before.revisions());
        assertThat(done.figure()).isEqualTo(before.figure());
    }

    @Test
    void whatTheServerAcknowledgedIsThereAfterItWasKilled() throws Exception {
        Path data = folder.resolve("data");
        String password = "";
        for (String name : List.of("XZQH.zip", "AX2020.zip")) {
            try (ChildJvm server = ChildJvm.start("serve", "--port", "0", "--data", data)) {
                if (password.isEmpty()) {
                    password = firstPassword(server);
                }
                String address = server.waitFor(line -> line.startsWith("Anlan is ready at "))
                        .substring("Anlan is ready at ".length());
                Client admin = Client.at(address).signedIn(password);
                String id = admin.upload(Shishi.handIn(name)).json().path("id").asText();
                Client.Answer committed = admin.send("POST", "/api/v1/uploads/" + id + "/commit", "{}");
                server.kill();
                assertThat(committed.status()).as(committed.text()).isEqualTo(200);
            }
        }
        Seen seen = reopened(data);
        assertThat(seen.revisions()).extracting(Revision::layer).containsExactlyInAnyOrder("regions", "coastline");
        assertThat(seen.segments()).isEqualTo(151);
        assertThat(seen.figure()).contains("39.86");
    }

    private static String firstPassword(ChildJvm server) throws InterruptedException {
        String line = server.waitFor(l -> l.contains("first admin password"));
        return line.substring(line.lastIndexOf(' ') + 1);
    }

    private static Seen reopened(Path data) throws SQLException {
        try (Installed installed = Installed.open(data)) {
            Seen seen = Seen.of(installed);
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("data.gpkg"));
                    ResultSet rows = connection.createStatement().executeQuery("PRAGMA integrity_check")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("ok");
            }
            return seen;
        }
    }

    /** A survey of many short segments beside each other, as a province hands it in. */
    private Path bigSurvey() throws IOException {
        ShapeZip survey = ShapeZip.coast("AX2030");
        for (int i = 0; i < SEGMENTS; i++) {
            double x = 118.60 + (i % 300) * 0.0006;
            int row = i / 300;
            double y = 24.60 + row * 0.001;
            survey.segment(
                    "350581B" + i,
                    2030,
                    i % 3 == 0 ? "自然岸线" : "人工岸线",
                    i % 3 == 0 ? "砂质" : "防护堤",
                    "LINESTRING (" + x + " " + y + ", " + (x + 0.0002) + " " + (y + 0.0003) + ")");
        }
        return survey.in(folder);
    }
}
