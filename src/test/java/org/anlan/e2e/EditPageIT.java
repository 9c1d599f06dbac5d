package org.anlan.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.regex.Pattern;
import org.anlan.access.Role;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Editing features by hand in a real browser, against the real service; each test has segments of its own. */
class EditPageIT {

    private static final Pattern CJK = Pattern.compile("[\\u3000-\\u303f\\u3400-\\u9fff\\uff00-\\uffef]");

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @RegisterExtension
    static final RunningServer SERVICE = RunningServer.withCoast();

    private Reader reader;
    private MapPage page;

    @BeforeEach
    void anEditorComes() {
        reader = CHROMIUM.readerOf(SERVICE);
        page = reader.newTab();
    }

    @AfterEach
    void nothingElseWasAskedAndNothingFailed() {
        try (Reader leaving = reader) {
            leaving.assertNothingAmiss();
        }
    }

    private static JsonNode segment(String code) {
        for (JsonNode one : SERVICE.reader()
                .get("/api/v1/layers/coastline/items?year=2020&limit=10000")
                .json()
                .path("features")) {
            if (one.path("id").asText().equals(code + "@2020")) {
                return one;
            }
        }
        throw new AssertionError("no segment " + code);
    }

    private static double[] vertex(String code, int index) {
        JsonNode place = segment(code).at("/geometry/coordinates/" + index);
        return new double[] {place.path(0).asDouble(), place.path(1).asDouble()};
    }

    private static double ratio() {
        return SERVICE.reader()
                .get("/api/v1/coast/retention?year=2020&by=city")
                .json()
                .at("/total/ratioPercent")
                .asDouble();
    }

    /** The editor signs in and has a segment before them, with one of its vertices in the middle of the map. */
    private EditPage edit(String code, double[] middle) {
        page.openPage(String.format(
                Locale.ROOT,
                "?task=edit&year=2020&edit=coastline/%s@2020&at=%.5f,%.5f,16",
                code,
                middle[0],
                middle[1]));
        page.signIn(SERVICE.password());
        assertThat(page.edit().id()).isEqualTo(code + "@2020");
        return page.edit();
    }

    @Test
    void aValueIsCorrectedBesideItsFieldAndKeptAsARevision() {
        page.openPage("?year=2020&picked=coastline/350581A001@2020");
        assertThat(page.openEdit().gate()).contains("登录", "GIS 编辑");
        page.signIn(SERVICE.password());
        page.goBack();
        EditPage edit = page.edit();
        edit.editFromCard();
        edit.type("length_cd_km", "viel");
        assertThat(edit.besideFields()).singleElement().asString().contains("viel", "登记长度");
        assertThat(edit.state()).contains("1 个错误", "改正后才能保存");
        page.picture("edit-finding-zh");
        edit.undo();
        assertThat(edit.drafts()).isEmpty();
        edit.type("place", "石湖码头");
        edit.choose("protection", "restricted");
        assertThat(edit.state()).contains("检查通过");
        assertThat(page.overflowOfPanel()).isZero();
        assertThat(edit.save("核对地名")).contains("修订 r", "修改 1");
        assertThat(segment("350581A001").at("/properties/place").asText()).isEqualTo("石湖码头");
        assertThat(segment("350581A001").at("/properties/protection").asText()).isEqualTo("restricted");
        assertThat(page.historyOf("coastline")).first().asString().contains("编辑", "核对地名");
    }

    @Test
    void aVertexIsMovedAndBroughtBackAndUnsavedWorkOutlivesAReload() {
        double[] middle = vertex("350581A003", 2);
        EditPage edit = edit("350581A003", middle);
        assertThat(edit.cutAndThinkBetterOfIt()).contains("画一条穿过要素的线");
        edit.dragVertex(middle[0], middle[1], middle[0] + 0.0006, middle[1] + 0.0006);
        assertThat(edit.drafts()).singleElement().asString().contains("350581A003@2020");
        assertThat(edit.effects()).contains("2020");
        page.picture("edit-vertex-zh");
        edit.press("Control+z");
        assertThat(edit.drafts()).isEmpty();
        edit.press("Control+y");
        assertThat(edit.drafts()).hasSize(1);
        edit.type("place", "海堤");
        edit.reload();
        assertThat(edit.value("place")).isEqualTo("海堤");
        assertThat(edit.drafts()).hasSize(1);
        page.switchLanguage();
        assertThat(edit.state()).doesNotContainPattern(CJK);
        assertThat(page.overflowOfPanel()).isZero();
        page.picture("edit-vertex-en");
        edit.discard();
        assertThat(edit.value("place"))
                .isEqualTo(segment("350581A003").at("/properties/place").asText());
    }

    @Test
    void aSegmentIsSplitAndMadeWholeAgainAndTheRatioStays() {
        double before = ratio();
        double[] middle = vertex("350581A005", 4);
        int vertices = segment("350581A005").at("/geometry/coordinates").size();
        EditPage edit = edit("350581A005", middle);
        assertThat(edit.splitAt(middle[0], middle[1])).contains("350581A005-2");
        assertThat(edit.drafts()).hasSize(2);
        assertThat(edit.effects()).contains("39.86 %");
        assertThat(edit.state()).contains("39.86 % → 39.86 %");
        page.picture("edit-split-zh");
        assertThat(edit.save("断开")).contains("新增 1", "修改 1");
        assertThat(ratio()).isCloseTo(before, within(1e-9));
        assertThat(segment("350581A005").at("/geometry/coordinates")).hasSize(5);
        edit.mergeWith("350581A005-2@2020");
        assertThat(edit.drafts()).hasSize(2);
        page.picture("edit-merge-zh");
        assertThat(edit.save("合并")).contains("修改 1", "删除 1");
        assertThat(segment("350581A005").at("/geometry/coordinates")).hasSize(vertices);
        assertThat(ratio()).isCloseTo(before, within(1e-9));
    }

    @Test
    void aSegmentThatIsMovedTakesItsNeighboursEndsAlong() {
        double[] middle = vertex("350581A012", 1);
        EditPage edit = edit("350581A012", middle);
        edit.move(middle[0], middle[1], middle[0] + 0.0003, middle[1] + 0.0003);
        assertThat(edit.drafts())
                .hasSizeGreaterThan(1)
                .anySatisfy(one -> assertThat(one).contains("350581A012@2020"))
                .anySatisfy(one -> assertThat(one).contains("350581A011@2020"));
        edit.undo();
        assertThat(edit.drafts()).isEmpty();
    }

    @Test
    void whoWasOvertakenKeepsWhatTheyTypedBesideWhatIsThereNow() {
        EditPage edit = edit("350581A010", vertex("350581A010", 1));
        edit.type("place", "我的地名");
        SERVICE.as(Role.EDITOR)
                .send(
                        "POST",
                        "/api/v1/layers/coastline/edits",
                        """
                        {"base":%s,"put":[{"id":"350581A010@2020","properties":{"place":"别人的地名"}}]}"""
                                .formatted(newest()));
        reader.expectRefusal(409);
        assertThat(edit.saveInVain()).contains("base-moved", "editor", "载入现状");
        page.picture("edit-conflict-zh");
        assertThat(edit.rebase()).contains("别人的地名");
        assertThat(edit.value("place")).isEqualTo("我的地名");
        assertThat(edit.save("")).contains("修改 1");
        assertThat(segment("350581A010").at("/properties/place").asText()).isEqualTo("我的地名");
    }

    private static String newest() {
        return SERVICE.services()
                .store()
                .revisions()
                .newest("coastline")
                .map(one -> String.valueOf(one.id()))
                .orElseThrow();
    }
}
