package org.anlan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.anlan.access.Role;
import org.anlan.casework.FieldDay;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.Store;
import org.anlan.support.Photo;
import org.anlan.support.Revised;
import org.anlan.support.Rows;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The outfalls in a real browser, against the real service with the demonstration. */
class OutfallPageIT {

    /** Above a limit twice; the map is there at zoom 15. */
    private static final String DYEWORKS = "FJ-350581-0033-GY-00";

    private static final double DYEWORKS_LON = 118.7002375;
    private static final double DYEWORKS_LAT = 24.7963223;

    /** Its plan is decided since 2025-06-30. */
    private static final String FISH_FARM = "FJ-350581-0001-NY-00";

    /** Has a limit of phosphorus and was never above it; its readings are one test's own. */
    private static final String SEWER = "FJ-350581-0014-SH-00";

    private static final String RED_LINE = "350581-HYHX-02";
    private final LocalDate today = LocalDate.now(FieldDay.ZONE);

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @RegisterExtension
    static final RunningServer SERVICE = RunningServer.withDemonstration();

    private Reader reader;
    private MapPage page;

    @BeforeEach
    void somebodyComes() {
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
    void strangersSeeFiguresAndAreToldToSignInAndWhoMayOnlyReadIsOfferedNoForm() {
        page.openPage("?year=2020");
        OutfallPage outfalls = page.openOutfalls();
        assertThat(outfalls.head()).contains("292", "276", "114", "41.30");
        assertThat(outfalls.figures("kind", "river")).contains("入河", "80", "50", "62.50 %");
        assertThat(page.view()).contains("outfalls", "grouped=kind");
        page.picture("outfalls-stranger-zh");
        assertThat(page.overflowOfPanel()).isZero();
        outfalls.openList();
        assertThat(outfalls.toldToStrangers()).contains("登录");
        page.openPage("?task=outfalls&outfall=" + DYEWORKS);
        assertThat(outfalls.toldToStrangers()).contains("一口一档", "登录");
        page.signIn("viewer", SERVICE.passwordOf(Role.VIEWER));
        assertThat(outfalls.archive()).contains("没有登记台账的权限", "超标 1 次");
        assertThat(outfalls.forms()).isZero();
    }

    @Test
    void anOfficerFindsAnOutfallAndEntersItsNextStep() {
        page.openPage("?year=2020&task=outfalls&part=list");
        page.signIn("officer", SERVICE.passwordOf(Role.OFFICER));
        OutfallPage outfalls = page.outfalls();
        assertThat(outfalls.list(292)).hasSize(20);
        page.picture("outfalls-list-zh");
        outfalls.chooseExceeding();
        assertThat(outfalls.list(1)).singleElement().asString().contains("某染整企业03入海排口", "已销号", "2");
        page.goBack();
        outfalls.chooseState("planned");
        outfalls.list(30);
        outfalls.search(FISH_FARM);
        assertThat(outfalls.list(1)).singleElement().asString().contains("某水产养殖场01入海排口", "方案已定");
        outfalls.openFirst();
        assertThat(outfalls.state()).contains("方案已定", "2025-06-30");
        assertThat(outfalls.offers("remediating")).isTrue();
        assertThat(outfalls.forms()).isPositive();
        assertThat(outfalls.offers("written-off")).isFalse();
        reader.expectRefusal(409);
        assertThat(outfalls.enterInVain("remediating", "2025-06-01", "进场施工")).contains("早于", "step-before-another");
        outfalls.enterOn("2025-08-01");
        assertThat(outfalls.state()).contains("整治中", "2025-08-01");
        assertThat(outfalls.steps()).last().asString().contains("整治中", "2025-08-01", "officer", "进场施工");
        assertThat(outfalls.correctDay("2025-08-11", "日期登记有误"))
                .last()
                .asString()
                .contains("2025-08-01", "2025-08-11", "日期登记有误");
        assertThat(outfalls.state()).contains("整治中", "2025-08-11");
        page.picture("step-corrected-zh");
        outfalls.backToList();
        outfalls.list(0);
        outfalls.clearFilter();
        outfalls.list(292);
    }

    @Test
    void manyOutfallsLieInClustersAndAreFetchedAsFarAsTheListIsScrolled() {
        Store store = SERVICE.services().store();
        LayerDefinition layer = SERVICE.services().catalog().layer("outfalls");
        long before = Revised.moreOutfalls(SERVICE.services().catalog(), store, 400);
        try {
            page.openPage("?year=2020&task=outfalls&part=list&at=118.70,24.74,11");
            page.signIn("viewer", SERVICE.passwordOf(Role.VIEWER));
            OutfallPage outfalls = page.outfalls();
            assertThat(outfalls.list(692)).hasSizeBetween(10, 100);
            outfalls.sortBy("exceedances");
            assertThat(outfalls.first("某染整企业03入海排口")).contains("2");
            page.picture("outfalls-many-zh");
            assertThat(page.overflowOfPanel()).isZero();
            assertThat(page.accessibility()).isEmpty();
            assertThat(outfalls.lastOfAll("新查排口399")).contains("新查排口399");
            double zoom = page.where().zoom();
            List<Double> cluster = outfalls.clusterNear(118.70, 24.74);
            page.clickPlace(cluster.get(0), cluster.get(1));
            page.waitForMap(view -> view.zoom() > zoom);
            page.switchLanguage();
            page.picture("outfalls-many-en");
            assertThat(page.overflowOfPanel()).isZero();
        } finally {
            store.revisions().rollback(layer, before, Rows.BY_HAND.actor(), "");
        }
    }

    @Test
    void aReadingAboveItsLimitBecomesAProblemSiteThatIsWrittenOffWithAPhoto(@TempDir Path folder) throws IOException {
        page.openPage("?year=2020&task=outfalls&parameter=tp&outfall=" + SEWER);
        page.signIn("officer", SERVICE.passwordOf(Role.OFFICER));
        OutfallPage outfalls = page.outfalls();
        outfalls.archive();
        reader.expectRefusal(400);
        assertThat(outfalls.enterReadingInVain("2026-01-15", "tp", "9000")).contains("总磷", "不可能", "bad-reading");
        assertThat(page.accessibility()).isEmpty();
        assertThat(outfalls.enterReading("tp", "7.5")).contains("2026-01-15", "超标", "总磷");
        assertThat(outfalls.values()).first().asString().contains("2026-01-15", "7.5", "超标");
        assertThat(outfalls.state()).contains("最近一次监测超标");
        page.picture("reading-entered-zh");
        ProblemSitePage site =
                outfalls.openProblemSite("市生态环境局", today.plusDays(30).toString());
        assertThat(page.view()).contains("part=cases", "case=" + today.getYear() + "-");
        assertThat(site.told()).contains("监测超标", "总磷 7.5 mg/L", "市生态环境局", SEWER);
        page.waitForMap(view -> view.zoom() > 14);
        site.step("handed-over", "函告");
        assertThat(site.backWithoutReason("found")).contains("请填写", "原因");
        site.step("rectifying", "限期整改");
        page.picture("problem-site-zh");
        assertThat(page.overflowOfPanel()).isZero();
        site.step("reported", "报送");
        site.step("closed", "复测达标", Files.write(folder.resolve("复测.jpg"), Photo.plain("jpeg", 60, 40)));
        assertThat(site.stage()).contains("销号");
        assertThat(site.history()).hasSize(5).last().asString().contains("销号", "officer", "复测达标", "复测.jpg");
        assertThat(site.photos()).isEqualTo(1);
        page.switchLanguage();
        assertThat(page.accessibility()).isEmpty();
        page.picture("problem-site-en");
        assertThat(page.overflowOfPanel()).isZero();
        page.switchLanguage();
        site.openOutfall();
        outfalls.archive();
        reader.expectRefusal(400);
        outfalls.enterReadingInVain("2026-01-15", "tp", "-1");
        outfalls.mendReading("tp", "0.01");
        assertThat(outfalls.state()).doesNotContain("最近一次监测超标");
        page.goBack();
        site.back();
        assertThat(site.list("closed")).singleElement().asString().contains("监测超标", "市生态环境局");
    }

    @Test
    void problemSitesComeFromTwoRevisionsOfALayerFromAPlaceOnTheMapAndFromReadingsAboveLimits() {
        Revised.Made cut = Revised.redLineIsCut(
                SERVICE.services().catalog(), SERVICE.services().store(), RED_LINE, false);
        page.openPage("?year=2020&task=outfalls&part=cases");
        page.signIn("planner", SERVICE.passwordOf(Role.PLANNER));
        ProblemSitePage sites = page.outfalls().problemSites();
        assertThat(sites.proposals("red-lines", cut.before(), cut.after()))
                .singleElement()
                .asString()
                .contains("范围减少", RED_LINE);
        assertThat(page.view()).contains("proposals=red-lines." + cut.before() + ".." + cut.after());
        page.clickPlace(page.where().lon(), page.where().lat());
        page.picture("proposals-zh");
        assertThat(page.overflowOfPanel()).isZero();
        assertThat(page.accessibility()).isEmpty();
        assertThat(sites.openChosen("市自然资源局")).contains("范围减少", "r" + cut.before() + " → r" + cut.after(), RED_LINE);
        page.goBack();
        assertThat(sites.proposals()).singleElement().asString().contains("已登记 " + today.getYear());
        page.openPage("?year=2020&task=outfalls&part=cases&at=118.70,24.74,14");
        assertThat(sites.openByHand(118.70, 24.74, "违规堆放")).contains("违规堆放", "监控发现", "人工登记", "planner");
        sites.back();
        assertThat(sites.readings("2024-08-01", "2024-08-31", "cod"))
                .hasSize(2)
                .first()
                .asString()
                .contains("某染整企业03入海排口", "2024-08-18", "136.2 mg/L（限值 80）");
        assertThat(page.view()).contains("proposals=exceedances.2024-08-01..2024-08-31.cod");
        sites.chooseFirst();
        page.picture("proposals-readings-zh");
        assertThat(page.overflowOfPanel()).isZero();
        assertThat(page.accessibility()).isEmpty();
        page.switchLanguage();
        page.picture("proposals-readings-en");
        assertThat(page.overflowOfPanel()).isZero();
        page.switchLanguage();
        assertThat(sites.openChosen("市生态环境局")).contains("监测超标", DYEWORKS);
        page.goBack();
        assertThat(sites.proposals()).singleElement().asString().contains("某港口经营单位06入海排口");
        sites.backFromProposals();
        assertThat(sites.list("open")).hasSize(3);
    }

    @Test
    void theSeriesOfAnOutfallThatIsClickedOnTheMapTellsWhatIsAboveItsLimit() {
        page.openPage("?year=2020&at=118.70024,24.79632,15");
        page.signIn("admin", SERVICE.password());
        OutfallPage outfalls = page.openOutfalls();
        outfalls.openList();
        outfalls.list(292);
        page.clickPlace(DYEWORKS_LON, DYEWORKS_LAT);
        assertThat(outfalls.archive()).contains("某染整企业03入海排口", "最近一次监测超标", "蚶江东", "规范整治");
        assertThat(page.view()).contains("outfall=" + DYEWORKS);
        assertThat(outfalls.readings()).contains("限值 80 mg/L", "GB 4287-2012", "超标 1 次");
        assertThat(outfalls.values())
                .hasSize(28)
                .filteredOn(row -> row.contains("超标"))
                .singleElement()
                .asString()
                .contains("2024-08-18", "136.2");
        page.picture("outfall-page-zh");
        assertThat(outfalls.readings("tp")).contains("总磷", "限值 0.5 mg/L");
        assertThat(outfalls.values()).first().asString().contains("2025-11-21", "0.906", "超标");
        assertThat(page.overflowOfPanel()).isZero();
        page.switchLanguage();
        assertThat(outfalls.readings()).contains("Total phosphorus", "Limit 0.5 mg/L", "1 above the limit");
        assertThat(page.overflowOfPanel()).isZero();
        page.picture("outfall-page-en");
    }
}
