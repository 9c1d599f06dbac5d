package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.anlan.casework.CaseSource;
import org.anlan.support.Client;
import org.anlan.support.Installed;
import org.anlan.support.OpeningAtOnce;
import org.anlan.support.Photo;
import org.anlan.support.Problem;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Problem sites and their photos with the store in PostgreSQL. */
class FieldworkOnPostgisTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withCoast().inPostgis();

    private static final String CASES = "/api/v1/cases";

    @Test
    void aProblemSiteIsOpenedTakenOnAndHasAPhoto() {
        String body = "{\"site\":{\"title\":\"违规堆放\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[118.7,24.7]}}";
        Client.Answer made = SERVER.admin().send("POST", CASES, body);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String number = made.json().path("number").asText();
        assertThat(SERVER.admin()
                        .send("POST", CASES, body)
                        .json()
                        .path("number")
                        .asText())
                .isGreaterThan(number);
        String steps = CASES + "/" + number + "/steps";
        assertThat(SERVER.admin()
                        .send("POST", steps, "{\"to\":\"handed-over\"}")
                        .status())
                .isEqualTo(201);
        Problem.assertIs(SERVER.admin().send("POST", steps, "{\"to\":\"closed\"}"), 409, "illegal-step");
        Problem.assertIs(
                SERVER.admin().send("POST", steps, "{\"to\":\"rectifying\",\"after\":1}"), 409, "ledger-moved");
        JsonNode now = SERVER.admin().get(CASES + "/" + number).json();
        assertThat(now.path("entries")).hasSize(2);
        assertThat(now.at("/town/code").asText()).isNotBlank();

        String photos = "/api/v1/attachments/case/" + number;
        byte[] photo = Photo.withNotes(1, 60, 40);
        Client.Answer added = SERVER.admin().multipart(photos, "file", Map.of("a.jpg", photo));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        String id = added.json().path("id").asText();
        assertThat(SERVER.admin().get("/api/v1/attachments/" + id).bytes()).isEqualTo(photo);
        assertThat(SERVER.admin()
                        .get("/api/v1/attachments/" + id + "/thumbnail")
                        .header("Content-Type"))
                .isEqualTo("image/jpeg");
        assertThat(SERVER.admin()
                        .multipart(photos, "file", Map.of("b.jpg", photo))
                        .status())
                .isEqualTo(200);
        assertThat(SERVER.reader()
                        .get(CASES + "/statistics")
                        .json()
                        .at("/total/opened")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void ofNodesThatOpenTheSamePlaceAtOnceOneDoes() throws Exception {
        Installed first =
                Installed.over(SERVER.services().catalog(), SERVER.services().store());
        List<String> ends = OpeningAtOnce.with(List.of(first.fieldwork(), first.fieldwork(), first.fieldwork()));
        assertThat(ends).filteredOn("case-exists"::equals).hasSize(2);
        assertThat(first.fieldwork().cases().all().values())
                .filteredOn(one -> one.opening().source().kind() == CaseSource.Kind.CHANGE)
                .hasSize(1);
    }
}
