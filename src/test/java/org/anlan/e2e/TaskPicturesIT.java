package org.anlan.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anlan.support.Client;
import org.anlan.support.RunningServer;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Makes the pictures of {@code docs/pictures} anew, one of each task in each language: {@code mvn verify -Dit.test=TaskPicturesIT -Danlan.screenshots=true}. Those for a large screen go to {@code
 * target/screenshots}, to be looked at.
 */
@EnabledIfSystemProperty(named = "anlan.screenshots", matches = "true")
class TaskPicturesIT {

    private static final Path PICTURES = Path.of("docs", "pictures");
    private static final Path LARGE = Path.of("target", "screenshots", "large");

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @RegisterExtension
    static final RunningServer SERVICE = RunningServer.withDemonstration();

    @RegisterExtension
    static final RunningServer WITHOUT_2025 = RunningServer.withAllBut("AX2025.zip");

    @ParameterizedTest
    @CsvSource({"zh, 1366, 768", "en, 1366, 768", "zh, 1920, 1080", "en, 1920, 1080"})
    void everyTaskAtWork(String language, int width, int height) {
        Path folder = width > 1366 ? LARGE : PICTURES;
        try (Reader editor = CHROMIUM.readerOf(SERVICE, width, height)) {
            MapPage page = editor.newTab();
            page.openPage("?lang=" + language);
            page.signIn(SERVICE.password());
            addresses().forEach((task, address) -> {
                page.openPage("?task=" + task + "&lang=" + language + address);
                page.picture(folder.resolve(task + "-" + language + ".jpg"));
            });
            editor.assertNothingAmiss();
        }
        try (Reader surveyor = CHROMIUM.readerOf(WITHOUT_2025, width, height)) {
            MapPage page = surveyor.newTab();
            page.openPage("?lang=" + language);
            page.openUpload();
            page.signIn(WITHOUT_2025.password());
            page.upload().uploadFile(Shishi.handIn("AX2025.zip"));
            page.upload().check();
            page.picture(folder.resolve("upload-" + language + ".jpg"));
            surveyor.assertNothingAmiss();
        }
    }

    /** What each task is shown with. */
    private static Map<String, String> addresses() {
        Map<String, String> addresses = new LinkedHashMap<>();
        addresses.put("overview", "&year=2020");
        addresses.put("retention", "&year=2020&by=town");
        addresses.put("change", "&year=2020&from=2015&swipe=50");
        addresses.put("impact", "&year=2020&project=CAND-A");
        addresses.put("scenario", "&year=2020&at=118.7075,24.7975,14&scenario=" + scenario());
        addresses.put("outfalls", "&outfall=FJ-350581-0001-NY-00");
        addresses.put("zones", "&picked=red-lines/350581-HYHX-03");
        addresses.put("indicators", "&indicator=18");
        addresses.put("edit", "&year=2020&edit=coastline/350581A014@2020");
        addresses.put("history", "&of=coastline&revisions=4..5");
        return addresses;
    }

    private static String scenario() {
        Client.Answer kept = SERVICE.admin()
                .send(
                        "POST",
                        "/api/v1/coast/scenarios",
                        """
                        {"name":"码头扩建与岸线修复 / Wharf and restoration","year":2020,
                         "footprints":[{"name":"码头 / wharf","effect":"artificial","geometry":{"type":"Polygon","coordinates":
                          [[[118.705,24.796],[118.711,24.796],[118.711,24.801],[118.705,24.801],[118.705,24.796]]]}}],
                         "restorations":[{"name":"修复 / restoration","geometry":{"type":"Polygon","coordinates":
                          [[[118.6885,24.7945],[118.6985,24.7945],[118.6985,24.7985],[118.6885,24.7985],[118.6885,24.7945]]]}}]}""");
        JsonNode answer = kept.json();
        if (kept.status() != 201) {
            throw new IllegalStateException(kept.text());
        }
        return answer.path("id").asText();
    }
}
