package org.anlan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.anlan.e2e.MapPage.Row;
import org.anlan.e2e.UploadPage.Recognised;
import org.anlan.store.Revision;
import org.anlan.support.RunningServer;
import org.anlan.support.ShapeZip;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The map page in a real browser, against the real service with the demonstration but its survey of 2025. */
class MapPageIT {

    private static final String NEW_SURVEY = "AX2025.zip";
    private static final Pattern CJK = Pattern.compile("[\\u3000-\\u303f\\u3400-\\u9fff\\uff00-\\uffef]");

    /** What is Chinese in English too: the service's own name, the switch, and names that places bear. */
    private static final List<String> NAMES =
            List.of("岸澜", "中文", "石狮市", "蚶江镇", "祥芝镇", "鸿山镇", "锦尚镇", "永宁镇", "泉州湾（石狮段）", "石狮东部沿岸（台湾海峡）", "深沪湾（石狮段）");

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @RegisterExtension
    static final RunningServer SERVICE = RunningServer.withAllBut(NEW_SURVEY);

    /** The one service whose data a test changes. */
    @RegisterExtension
    static final RunningServer CHANGING = RunningServer.withAllBut(NEW_SURVEY);

    private Reader reader;
    private MapPage page;

    @BeforeEach
    void aReaderComes() {
        reader = CHROMIUM.readerOf(SERVICE);
        page = reader.newTab();
    }

    @AfterEach
    void nothingElseWasAskedAndNothingFailed() {
        try (Reader leaving = reader) {
            leaving.assertNothingAmiss();
        }
    }

    @Test
    void opensInChineseAndShowsTheNewestSurvey() {
        page.openPage("");
        assertThat(page.language()).isEqualTo("zh-CN");
        assertThat(page.title()).isEqualTo("岸澜 · 海岸线与生态空间");
        assertThat(page.years()).containsExactly("2020", "2015");
        assertThat(page.chosenYear()).isEqualTo("2020");
        assertThat(page.readRatio()).isEqualTo("39.86 %");
    }

    @Test
    void theTownsOf2020HaveTheFiguresThatWereComputedElsewhere() {
        page.openPage("?task=retention&year=2020");
        page.picture("retention-2020-zh");
        assertThat(page.readRatio()).isEqualTo("39.86 %");
        Map<String, Row> towns = page.townRows();
        JsonNode expected = Shishi.checks().at("/coastline/2020/by_town");
        assertThat(towns).hasSize(expected.size());
        expected.properties().forEach(town -> {
            Row row = towns.get(town.getKey());
            assertThat(row.ratio()).isEqualTo(percent(town.getValue(), "ratio_percent"));
            assertThat(row.lengthKm()).isEqualTo(km(town.getValue(), "total_m"));
            assertThat(row.segments())
                    .isEqualTo(town.getValue().path("segments").asText());
        });
    }

    @Test
    void anotherYearHasAnotherRatio() {
        page.openPage("");
        page.chooseYear(2015);
        assertThat(page.readRatio()).isEqualTo("43.36 %");
    }

    @Test
    void theRatioIsTakenApartByBay() {
        page.openPage("?task=retention&year=2020");
        page.chooseGrouping("bay");
        JsonNode expected = Shishi.checks().at("/coastline/2020/by_bay");
        assertThat(page.rows())
                .extracting(Row::ratio)
                .containsExactlyInAnyOrderElementsOf(StreamSupport.stream(expected.spliterator(), false)
                        .map(bay -> percent(bay, "ratio_percent"))
                        .toList());
        page.picture("retention-bay-zh");
    }

    @Test
    void otherRulesCountOtherwise() {
        page.openPage("?task=retention&year=2020");
        page.chooseRules("strict-natural");
        assertThat(page.readRatio()).isEqualTo("37.04 %");
    }

    @Test
    void theFigureTellsItsRulesItsMethodAndItsRevisions() {
        page.openPage("?task=retention&year=2020");
        assertThat(page.howComputed()).contains("全国（2017） · v1", "CGCS2000 椭球面大地线长度", "岸线 r", "行政区与海湾单元 r", "39.86 %");
        page.picture("how-computed-zh");
    }

    @Test
    void inEnglishOnlyNamesStayChinese() {
        page.openPage("?task=retention&year=2020");
        page.switchLanguage();
        assertThat(page.language()).isEqualTo("en");
        page.picture("retention-2020-en");
        for (String grouping : List.of("town", "bay", "protection", "space", "city")) {
            page.chooseGrouping(grouping);
            assertEnglishButNames();
        }
        page.howComputed();
        assertEnglishButNames();
        page.history().historyOf("regions");
        assertEnglishButNames();
        page.openUpload();
        assertEnglishButNames();
    }

    private void assertEnglishButNames() {
        assertThat(page.words()).isNotEmpty().allSatisfy(word -> {
            String rest = word;
            for (String name : NAMES) {
                rest = rest.replace(name, "");
            }
            assertThat(CJK.matcher(rest).find()).as(word).isFalse();
        });
    }

    @Test
    void everyGroupingFitsIntoThePanelInBothLanguages() {
        page.openPage("?task=retention&year=2020");
        assertEveryGroupingFits("zh");
        page.switchLanguage();
        assertEveryGroupingFits("en");
        page.picture("retention-protection-en");
    }

    private void assertEveryGroupingFits(String language) {
        for (String grouping : List.of("city", "town", "bay", "space", "protection")) {
            page.chooseGrouping(grouping);
            assertThat(page.overflowOfPanel()).as(grouping + " in " + language).isZero();
        }
    }

    @Test
    void whatBecameOfTheCoastBetweenTwoSurveysIsToldReachByReach() {
        page.openPage("?task=change&year=2020");
        assertThat(page.changeSums()).containsExactly("3.168 km", "1.202 km", "4.370 km");
        assertThat(page.reaches()).hasSize(9).first().asString().contains("基岩 → 建设围堤", "679.9 m");
        assertThat(page.overflowOfPanel()).isZero();
        MapView before = page.where();
        page.goToReach(0);
        page.waitForMap(view -> view.zoom() > before.zoom() + 1);
        page.picture("change-zh");
        page.switchLanguage();
        assertThat(page.overflowOfPanel()).isZero();
        assertEnglishButNames();
    }

    @Test
    void aClickOnTheCoastShowsWhatIsKnownOfTheSegment() {
        page.openPage("?year=2020&at=118.70673,24.79965,15");
        page.clickPlace(118.7072, 24.8001);
        assertThat(page.featureDetails()).contains("岸线", "350581A020", "人工岸线", "防护堤", "计算长度");
        page.picture("feature-details-zh");
    }

    @Test
    void goingBackAndForwardInTheBrowserRestoresTheYear() {
        page.openPage("");
        page.chooseYear(2015);
        page.chooseYear(2020);
        page.goBack();
        assertThat(page.chosenYear()).isEqualTo("2015");
        assertThat(page.readRatio()).isEqualTo("43.36 %");
        page.goForward();
        assertThat(page.chosenYear()).isEqualTo("2020");
        assertThat(page.readRatio()).isEqualTo("39.86 %");
    }

    @Test
    void theAddressShowsTheSameInANewPage() {
        page.openPage("?task=retention");
        page.chooseYear(2015);
        page.chooseGrouping("bay");
        page.chooseRules("estuary-excluded");
        page.switchLanguage();
        String view = page.view();
        MapPage other = reader.newTab();
        other.openPage(view);
        assertThat(other.view()).isEqualTo(view);
        assertThat(other.language()).isEqualTo("en");
        assertThat(other.readRatio()).isEqualTo("42.69 %").isEqualTo(page.readRatio());
        assertThat(other.rows()).isEqualTo(page.rows());
    }

    @Test
    void aWrongPasswordIsToldAndTheRightOneLetsIn() {
        page.openPage("");
        reader.expectRefusal(401);
        assertThat(page.signInInVain("not-the-password")).contains("密码不正确");
        page.picture("wrong-password-zh");
        page.signIn(SERVICE.password());
        assertThat(page.account()).contains("管理员");
    }

    @Test
    void aFileThatIsNoZipIsRefusedBesideTheDropZoneAndTheNextOneIsTaken(@TempDir Path folder) throws IOException {
        Path notAZip = Files.writeString(folder.resolve("survey.zip"), "seg_code,type1\nA001,natural\n");
        page.openPage("");
        page.openUpload();
        page.signIn(SERVICE.password());
        reader.expectRefusal(422);
        assertThat(page.upload().uploadInVain(notAZip)).matches(CJK.asPredicate());
        page.picture("upload-refused-zh");
        page.switchLanguage();
        reader.expectRefusal(422);
        assertThat(page.upload().uploadInVain(notAZip)).doesNotContainPattern(CJK);
        page.picture("upload-refused-en");
        assertThat(page.upload().uploadFile(Shishi.handIn("HWGLDY.zip")))
                .extracting(Recognised::layer)
                .containsExactly("regions");
    }

    @Test
    void whatAFileDoesNotTellIsAskedWithWhatEachAnswerWouldMean(@TempDir Path folder) throws IOException {
        page.openPage("");
        page.openUpload();
        page.signIn(SERVICE.password());
        Path untold = ShapeZip.edited(Shishi.handIn("AX2020.zip"), ".prj", Optional.empty(), folder);
        page.upload().uploadFile(ShapeZip.edited(untold, ".cpg", Optional.empty(), folder));
        assertThat(page.upload().crsCandidates()).first().asString().contains("1", "EPSG:4528", "在本地");
        List<String> encodings = page.upload().encodings();
        assertThat(encodings.get(0)).contains("GB18030", "都能读出");
        assertThat(encodings.get(1)).contains("UTF-8", "有乱码");
        assertThat(encodings.get(2)).isEqualTo("是");
        page.picture("upload-asked-zh");
        page.upload().chooseCrs(0);
        assertThat(page.upload().chooseModeAndTakeItBack("append")).isEqualTo("replace-scope");
    }

    @Test
    void twoRevisionsAreComparedOnTheMapAndInAList() {
        page.openPage("");
        page.history().historyOf("coastline");
        assertThat(page.history().compareWithCurrent("3")).first().asString().contains("新增 151");
        assertThat(page.history().differences()).hasSize(151).first().asString().contains("新增", "350581A001@2020");
        assertThat(page.view()).contains("revisions=3..4");
        assertThat(page.overflowOfPanel()).isZero();
        page.picture("history-compare-zh");
    }

    @Test
    void wrongLengthsOfAHandInAreFoundAndShownOnTheMap() {
        page.openPage("");
        page.openUpload();
        page.signIn(SERVICE.password());
        page.upload().uploadFile(Shishi.handIn("AX2015.zip"));
        page.upload().check();
        List<String> lengths = page.upload().findings().stream()
                .filter(finding -> finding.contains("declared.length"))
                .toList();
        page.picture("findings-zh");
        assertThat(lengths).hasSize(3);
        page.upload().goToFinding(page.upload().findings().indexOf(lengths.get(0)));
        MapView first = page.waitForMap(view -> view.zoom() >= 15);
        page.picture("finding-chosen-zh");
        page.upload().goToFinding(page.upload().findings().indexOf(lengths.get(1)));
        page.waitForMap(view -> !view.equals(first));
        page.upload().filterFindings("declared.length");
        assertThat(page.upload().findings()).containsExactlyElementsOf(lengths);
        assertThat(page.upload().findingsFile("csv")).startsWith("findings-").endsWith(".csv");
    }

    @Test
    void aCheckShowsTheEffectOnTheRatioAndEveryChange() {
        page.openPage("");
        page.openUpload();
        page.signIn(SERVICE.password());
        page.upload().uploadFile(Shishi.handIn(NEW_SURVEY));
        page.upload().chooseYearOfHandIn(2020);
        page.upload().check();
        assertThat(page.upload().effects()).contains("2020 年大陆自然岸线保有率", "39.86 %", "41.78 %", "+1.92 个百分点");
        assertThat(page.overflowOfPanel()).isZero();
        assertThat(page.upload().changes("removed")).isNotEmpty().allSatisfy(row -> assertThat(row)
                .contains("删除", "@2020"));
        assertThat(page.upload().changes("added")).isNotEmpty().allSatisfy(row -> assertThat(row)
                .contains("新增", "@2020"));
        page.picture("changes-added-zh");
        MapView before = page.where();
        List<String> changed = page.upload().changes("changed");
        assertThat(changed).anySatisfy(row -> assertThat(row).contains("变更", "：", "→"));
        page.upload().goToChange(0);
        page.waitForMap(view -> view.zoom() > before.zoom());
        page.picture("change-chosen-zh");
        page.switchLanguage();
        assertThat(page.upload().effects())
                .contains("39.86 %", "percentage points")
                .doesNotContainPattern(CJK);
        assertThat(page.overflowOfPanel()).isZero();
        page.picture("changes-en");
    }

    @Test
    void aCheckUnderWaySurvivesAReloadAndCanBeCancelledAndResumed() throws InterruptedException {
        page.openPage("");
        page.openUpload();
        page.signIn(SERVICE.password());
        page.upload().uploadFile(Shishi.handIn("AX2020.zip"));
        try (HeldCheck held = HeldCheck.on(SERVICE, page.upload().handIn())) {
            assertThat(page.upload().progressAfterReload()).contains("读取并检查", "40 / 151");
            page.pictureUnderWay("check-running-zh");
            page.upload().cancel();
            held.letGo();
            assertThat(page.upload().endOfJob()).contains("已取消", "没有任何改变");
        }
        page.picture("check-cancelled-zh");
        assertThat(page.upload().leaveHandIn()).first().asString().contains("AX2020.zip", "待检查", "继续处理");
        page.picture("open-uploads-zh");
        assertThat(page.upload().resumeNewest())
                .containsExactly(new Recognised("AX2020", "coastline", "2020", "EPSG:4528"));
        assertThat(page.upload().check()).first().isEqualTo("0 个错误");
    }

    @Test
    void aCheckIsFollowedByAskingWhereEventsAreRefused() {
        page.openPage("");
        page.openUpload();
        page.signIn(SERVICE.password());
        page.upload().uploadFile(Shishi.handIn("AX2020.zip"));
        reader.expectRefusal(429);
        assertThat(page.upload().checkWithoutEvents()).first().isEqualTo("0 个错误");
    }

    @Test
    void aLayerThatSomebodyElseChangedMeanwhileIsComparedAnewBeforeItIsCommitted() {
        try (Reader editor = CHROMIUM.readerOf(CHANGING)) {
            MapPage desk = editor.newTab();
            desk.openPage("");
            desk.openUpload();
            desk.signIn(CHANGING.password());
            desk.upload().uploadFile(Shishi.handIn("JSXM.zip"));
            desk.upload().check();
            Revision newest =
                    CHANGING.services().store().revisions().newest("projects").orElseThrow();
            CHANGING.admin()
                    .send(
                            "POST",
                            "/api/v1/layers/projects/rollback",
                            "{\"revision\":" + newest.id() + ",\"note\":\"重新核对\"}");
            assertThat(desk.upload().commitInVain()).contains("base-moved", "重新核对");
            desk.picture("base-moved-zh");
            assertThat(desk.upload().commit()).contains(" r");
            editor.assertNothingAmiss();
        }
    }

    @Test
    void aSurveyIsHandedInCheckedCommittedAndTakenBack() {
        try (Reader editor = CHROMIUM.readerOf(CHANGING)) {
            MapPage desk = editor.newTab();
            handIn(desk);
            takeBack(desk);
            editor.assertNothingAmiss();
        }
    }

    private static void handIn(MapPage desk) {
        desk.openPage("");
        desk.openUpload();
        desk.signIn(CHANGING.password());
        assertThat(desk.upload().uploadFile(Shishi.handIn(NEW_SURVEY)))
                .containsExactly(new Recognised("AX2025", "coastline", "2025", "EPSG:4528"));
        desk.picture("upload-recognised-zh");
        assertThat(desk.upload().check()).first().isEqualTo("0 个错误");
        desk.picture("upload-checked-zh");
        assertThat(desk.upload().commit()).contains("海岸线 r", "+153");
        desk.picture("upload-committed-zh");
        assertThat(desk.chosenYear()).isEqualTo("2025");
        desk.openRetention();
        assertThat(desk.readRatio()).isEqualTo("41.78 %");
        desk.picture("retention-2025-zh");
    }

    private static void takeBack(MapPage desk) {
        List<String> revisions = desk.history().historyOf("coastline");
        desk.picture("history-zh");
        assertThat(revisions).hasSize(3);
        assertThat(revisions.get(0)).contains("当前版本", NEW_SURVEY, "EPSG:4528");
        desk.history().rollback(revisionOf(revisions.get(1)));
        desk.picture("history-rolled-back-zh");
        assertThat(desk.years()).containsExactly("2020", "2015");
        assertThat(desk.chosenYear()).isEqualTo("2020");
        desk.openRetention();
        assertThat(desk.readRatio()).isEqualTo("39.86 %");
    }

    private static String revisionOf(String item) {
        return item.strip().substring(1).split("\\s", 2)[0];
    }

    private static String percent(JsonNode figures, String field) {
        return String.format(Locale.ROOT, "%.2f %%", figures.path(field).asDouble());
    }

    private static String km(JsonNode figures, String field) {
        return String.format(Locale.ROOT, "%.2f", figures.path(field).asDouble() / 1000);
    }
}
