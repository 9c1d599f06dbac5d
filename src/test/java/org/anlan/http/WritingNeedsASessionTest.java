package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.anlan.store.Revision;
import org.anlan.support.Client;
import org.anlan.support.Problem;
import org.anlan.support.RunningServer;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritingNeedsASessionTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withCoast();

    @ParameterizedTest
    @CsvSource({
        "POST, ''",
        "GET, /ID",
        "HEAD, /ID",
        "PUT, /ID",
        "DELETE, /ID",
        "POST, /ID/check",
        "GET, /ID/findings",
        "GET, /ID/diff",
        "POST, /ID/commit"
    })
    void everyStepOfAnUploadIsClosedToStrangers(String method, String step) {
        Client.Answer made = SERVER.admin().upload(Shishi.handIn("AX2025.zip"));
        String id = made.json().path("id").asText();
        List<Optional<Revision>> before = SERVER.newest();
        Client.Answer answer = SERVER.reader().send(method, "/api/v1/uploads" + step.replace("ID", id));
        assertThat(answer.status()).isEqualTo(401);
        if (!method.equals("HEAD")) {
            Problem.assertIs(answer, 401, "not-signed-in");
        }
        assertThat(SERVER.newest()).isEqualTo(before);
        assertThat(SERVER.services().intake().find(id).state().name()).isEqualTo("INSPECTED");
    }

    @Test
    void aStrangerIsNotToldWhetherAnUploadExists() {
        Problem.assertIs(SERVER.reader().get("/api/v1/uploads/0123"), 401, "not-signed-in");
        Problem.assertIs(SERVER.admin().get("/api/v1/uploads/0123"), 404, "unknown-upload");
    }

    @Test
    void aStrangerHearsTheRefusalAlsoOfAFileThatTakesLongToSend() {
        Problem.assertIs(SERVER.reader().upload(Shishi.handIn("AX2025.zip")), 401, "not-signed-in");
        Problem.assertIs(SERVER.reader().multipart("other", "a.txt", new byte[16 << 20]), 401, "not-signed-in");
    }

    @Test
    void aStrangerCannotRollBack() {
        List<Optional<Revision>> before = SERVER.newest();
        Problem.assertIs(
                SERVER.reader().send("POST", "/api/v1/layers/coastline/rollback", "{\"revision\":3}"),
                401,
                "not-signed-in");
        Problem.assertIs(
                SERVER.reader().send("POST", "/api/v1/layers/nix/rollback", "{\"revision\":3}"), 401, "not-signed-in");
        assertThat(SERVER.newest()).isEqualTo(before);
    }
}
