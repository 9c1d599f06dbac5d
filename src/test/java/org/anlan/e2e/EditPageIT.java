package org.anlan.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.regex.Pattern;
import org.anlan.access.Role;
import org.anlan.support.Client;
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
    static final RunningServer SERVICE = RunningServer.withDemonstration();

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
        return feature("coastline", code + "@2020");
    }

    private static JsonNode feature(String layer, String id) {
        Client.Answer answer = SERVICE.reader().get("/ogc/collections/" + layer + "/items/" + id);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static double areaM2(String layer, String id) {
        return feature(layer, id).at("/properties/area_m2").asDouble();
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
        EditPage edit = edit("coastline/" + code + "@2020", middle[0], middle[1], 16);
        assertThat(edit.id()).isEqualTo(code + "@2020");
        return edit;
    }

    private EditPage edit(String what, double lon, double lat, int zoom) {
        page.openPage(String.format(Locale.ROOT, "?task=edit&year=2020&edit=%s&at=%.5f,%.5f,%d", what, lon, lat, zoom));
        page.signIn(SERVICE.password());
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
        assertThat(page.history().historyOf("coastline")).first().asString().contains("编辑", "核对地名");
        page.openPage("?task=edit&edit=red-lines/350581-HYHX-01");
        assertThat(page.edit().id())
                .as("a link opens a feature for who is signed in")
                .isEqualTo("350581-HYHX-01");
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
        edit.undo();
        assertThat(edit.value("place")).isNotEqualTo("海堤");
        edit.press("Control+y");
        assertThat(edit.value("place")).isEqualTo("海堤");
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
    void aSegmentIsCutWhereADrawnLineCrossesItAndLosesAVertexToAltAndToTheDeleteKey() {
        double[] from = vertex("350581A014", 6);
        double[] to = vertex("350581A014", 7);
        int vertices = segment("350581A014").at("/geometry/coordinates").size();
        EditPage edit = edit("350581A014", from);
        edit.removeVertexWithAlt(from[0], from[1]);
        assertThat(edit.drafts()).singleElement().asString().contains("350581A014@2020");
        edit.undo();
        assertThat(edit.drafts()).isEmpty();
        edit.removeVertexWithDelete(from[0], from[1]);
        assertThat(edit.save("去掉多余的点")).contains("修改 1");
        assertThat(segment("350581A014").at("/geometry/coordinates")).hasSize(vertices - 1);
        from = vertex("350581A014", 5);
        double[] middle = {(from[0] + to[0]) / 2, (from[1] + to[1]) / 2};
        double[] across = {(from[1] - to[1]) / 2, (to[0] - from[0]) / 2};
        assertThat(edit.cut(new double[][] {
                    {middle[0] - across[0], middle[1] - across[1]}, {middle[0] + across[0], middle[1] + across[1]}
                }))
                .contains("350581A014-2");
        assertThat(edit.drafts()).hasSize(2);
        double whole = segment("350581A014").at("/properties/length_m").asDouble();
        edit.save("在新建堤头处断开");
        assertThat(segment("350581A014").at("/geometry/coordinates")).hasSize(7);
        assertThat(segment("350581A014").at("/properties/length_m").asDouble()
                        + segment("350581A014-2").at("/properties/length_m").asDouble())
                .isCloseTo(whole, within(0.01));
    }

    @Test
    void anAreaIsCutInTwoAndMadeWholeAgainAndLosesNoGround() {
        double whole = areaM2("aquaculture", "YZ01");
        EditPage edit = edit("aquaculture/YZ01", 118.7365, 24.7875, 15);
        assertThat(edit.cut(new double[][] {{118.7355, 24.7925}, {118.7365, 24.7875}, {118.7395, 24.7835}}))
                .contains("YZ01-2");
        page.picture("edit-area-cut-zh");
        assertThat(edit.save("分证")).contains("新增 1", "修改 1");
        assertThat(areaM2("aquaculture", "YZ01")).isBetween(0.2 * whole, 0.8 * whole);
        // The ends of the cut lie within half a centimetre of the edges that they divide, of 560 m and 930 m.
        assertThat(areaM2("aquaculture", "YZ01") + areaM2("aquaculture", "YZ01-2"))
                .isCloseTo(whole, within(4.0));
        edit.mergeWith("YZ01-2");
        assertThat(edit.save("合并")).contains("修改 1", "删除 1");
        assertThat(areaM2("aquaculture", "YZ01")).isCloseTo(whole, within(4.0));
    }

    @Test
    void newFeaturesAreDrawnAsAreasAndAsPointsAndKeptOnceTheyHaveTheirCode() {
        EditPage edit = edit("aquaculture", 118.76, 24.78, 15);
        edit.drawNew(new double[][] {{118.758, 24.779}, {118.762, 24.779}, {118.762, 24.781}, {118.758, 24.781}});
        assertThat(edit.state()).contains("个错误");
        assertThat(edit.besideFields()).anyMatch(said -> said.contains("养殖区编码"));
        edit.type("code", "YZ90");
        edit.type("name", "新养殖区");
        assertThat(edit.save("新增")).contains("新增 1");
        assertThat(areaM2("aquaculture", "YZ90")).isBetween(88_000.0, 92_000.0);
        edit.chooseLayer("outfalls");
        edit.drawNew(new double[][] {{118.7601, 24.7802}});
        edit.type("outfall_code", "FJ-350581-9999-NY-00");
        edit.choose("kind", "sea");
        assertThat(edit.save("新增")).contains("新增 1");
        JsonNode place = feature("outfalls", "FJ-350581-9999-NY-00").at("/geometry/coordinates");
        assertThat(place.path(0).asDouble()).isCloseTo(118.7601, within(2e-5));
        assertThat(place.path(1).asDouble()).isCloseTo(24.7802, within(2e-5));
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
