package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.anlan.support.Client;
import org.anlan.support.HeldWork;
import org.anlan.support.Problem;
import org.anlan.support.RunningServer;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Checks and commits as jobs: at once when asked, told by events, stopped on request. */
@Timeout(120)
class UploadJobsTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withCoast();

    private final Client admin = SERVER.admin();

    private String upload(String handIn) {
        return "/api/v1/uploads/"
                + admin.upload(Shishi.handIn(handIn)).json().path("id").asText();
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private record Event(String name, JsonNode data) {}

    private static List<Event> events(String stream) throws IOException {
        List<Event> events = new ArrayList<>();
        for (String block : stream.split("\n\n", -1)) {
            String name = "";
            for (String line : block.split("\n", -1)) {
                if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    events.add(new Event(name, new ObjectMapper().readTree(line.substring(6))));
                }
            }
        }
        return events;
    }

    @Test
    void aCheckIsAnsweredAtOnceWhenThatIsPreferredAndItsEventsTellTheEnd() throws IOException {
        String address = upload("AX2020.zip");
        Problem.assertIs(admin.get(address + "/events"), 404, "no-job");

        Client.Answer answer = admin.send("POST", address + "/check", "Prefer", "respond-async");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Preference-Applied")).isEqualTo("respond-async");
        assertThat(answer.json().path("job").path("kind").asText()).isEqualTo("check");

        Client.Answer stream = admin.get(address + "/events");
        assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
        List<Event> events = events(stream.text());
        Event last = events.get(events.size() - 1);
        assertThat(last.name()).isEqualTo("done");
        assertThat(last.data().path("state").asText()).isEqualTo("done");
        assertThat(events.subList(0, events.size() - 1)).extracting(Event::name).containsOnly("progress");
        JsonNode upload = admin.get(address).json();
        assertThat(upload.path("state").asText()).isEqualTo("checked");
        assertThat(upload.path("job").path("state").asText()).isEqualTo("done");
        assertThat(upload.path("check").path("parts").get(0).path("unchanged").asInt())
                .isEqualTo(151);
        assertThat(events(admin.get(address + "/events").text()))
                .as("whoever comes late hears the end")
                .hasSize(1);
    }

    @Test
    void whileAJobRunsTheUploadIsItsAloneAndACancelEndsIt() throws Exception {
        String address = upload("AX2015.zip");
        HeldWork.Held held = SERVER.hold(id(address));
        admin.send("POST", address + "/check", "Prefer", "respond-async");
        held.awaitStanding();
        for (String step : List.of("/check", "/commit")) {
            Problem.assertIs(admin.send("POST", address + step, "{}"), 409, "job-running");
        }
        Problem.assertIs(admin.send("PUT", address, "{}"), 409, "job-running");
        Problem.assertIs(admin.send("DELETE", address), 409, "job-running");
        assertThat(admin.get(address).json().path("job").path("state").asText()).isEqualTo("running");

        assertThat(admin.send("POST", address + "/cancel").status()).isEqualTo(202);
        held.close();
        List<Event> events = events(admin.get(address + "/events").text());
        assertThat(events.get(events.size() - 1).name()).isEqualTo("cancelled");
        Problem.assertIs(admin.send("POST", address + "/cancel"), 409, "no-job");
        assertThat(admin.send("POST", address + "/check").status()).isEqualTo(200);
    }

    @Test
    void aFailedJobTellsWhy() throws IOException {
        String address = upload("AX2020.zip");
        admin.send("PUT", address, "{\"parts\":[{\"index\":0,\"mapping\":{\"AXBM\":\"\"}}]}");
        Problem.assertIs(admin.send("POST", address + "/commit", "{}"), 409, "has-errors");
        List<Event> events = events(admin.get(address + "/events").text());
        JsonNode last = events.get(events.size() - 1).data();
        assertThat(last.path("state").asText()).isEqualTo("failed");
        assertThat(last.path("failure").path("code").asText()).isEqualTo("has-errors");
        assertThat(last.path("failure").path("message").path("zh").asText()).isNotBlank();
    }

    @Test
    void openUploadsAreListedUntilTheyEnd() {
        String address = upload("AX2020.zip");
        assertThat(listed()).contains(id(address));
        assertThat(admin.send("DELETE", address).json().path("state").asText()).isEqualTo("dropped");
        assertThat(listed()).doesNotContain(id(address));
        assertThat(admin.get(address).json().path("parts"))
                .as("its file is gone")
                .isEmpty();
    }

    private List<String> listed() {
        List<String> ids = new ArrayList<>();
        admin.get("/api/v1/uploads")
                .json()
                .path("uploads")
                .forEach(u -> ids.add(u.path("id").asText()));
        return ids;
    }

    @Test
    void differencesAndTheirEffectArePaged() {
        String address = upload("AX2025.zip");
        JsonNode checked = admin.send("POST", address + "/check").json();
        JsonNode effect = checked.path("check").path("effects").get(0);
        assertThat(effect.path("year").asInt()).isEqualTo(2025);
        assertThat(effect.path("before").isNull()).isTrue();
        assertThat(effect.path("after").path("ratioPercent").asDouble())
                .isCloseTo(Shishi.ratio(2025, "ratio_percent"), within(0.0005));
        JsonNode page = admin.get(address + "/diff?kind=added&limit=100").json();
        assertThat(page.path("changes")).hasSize(100);
        assertThat(page.path("matching").asInt()).isEqualTo(153);
        assertThat(page.path("next").asInt()).isEqualTo(100);
        assertThat(page.path("changes")
                        .get(0)
                        .path("geometryAfter")
                        .path("type")
                        .asText())
                .isEqualTo("LineString");
        JsonNode rest =
                admin.get(address + "/diff?kind=added&limit=100&after=100").json();
        assertThat(rest.path("changes")).hasSize(53);
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(admin.get(address + "/diff?kind=removed").json().path("changes"))
                .isEmpty();
    }

    @Test
    void findingsArePagedByCodeAndSeverity() {
        String address = upload("AX2015.zip");
        JsonNode all = admin.get(address + "/findings").json();
        assertThat(all.path("codes").path("declared.length").asInt()).isEqualTo(3);
        JsonNode page =
                admin.get(address + "/findings?code=declared.length&limit=2").json();
        assertThat(page.path("findings")).hasSize(2);
        assertThat(page.path("matching").asInt()).isEqualTo(3);
        assertThat(admin.get(address + "/findings?code=declared.length&after="
                                + page.path("next").asInt())
                        .json()
                        .path("findings"))
                .hasSize(1);
        assertThat(admin.get(address + "/findings?severity=error").json().path("findings"))
                .isEmpty();
        Problem.assertIs(admin.get(address + "/findings?format=nix"), 400, "unknown-format");
    }
}
