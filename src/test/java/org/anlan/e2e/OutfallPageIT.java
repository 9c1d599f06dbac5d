package org.anlan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.anlan.access.Role;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The outfalls in a real browser, against the real service with the demonstration. */
class OutfallPageIT {

    /** Above a limit twice; the map is there at zoom 15. */
    private static final String DYEWORKS = "FJ-350581-0033-GY-00";

    private static final double DYEWORKS_LON = 118.7002375;
    private static final double DYEWORKS_LAT = 24.7963223;

    /** Its plan is decided since 2025-06-30. */
    private static final String FISH_FARM = "FJ-350581-0001-NY-00";

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
    void strangersSeeFiguresAndPointsAndAreToldThatSigningInShowsTheArchives() {
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
        assertThat(outfalls.offers("written-off")).isFalse();
        reader.expectRefusal(409);
        assertThat(outfalls.enterInVain("remediating", "2025-06-01", "进场施工")).contains("早于", "step-before-another");
        outfalls.enterOn("2025-08-01");
        assertThat(outfalls.state()).contains("整治中", "2025-08-01");
        assertThat(outfalls.steps()).last().asString().contains("整治中", "2025-08-01", "officer", "进场施工");
        outfalls.backToList();
        outfalls.list(0);
        outfalls.clearFilter();
        outfalls.list(292);
    }

    @Test
    void aProblemSiteIsListedAndTheMapGoesThere() {
        SERVICE.admin()
                .send(
                        "POST",
                        "/api/v1/cases/exceedance",
                        """
                        {"site":{"unit":"市生态环境局"},"outfall":"%s","day":"2025-11-21","parameter":"tp"}"""
                                .formatted(DYEWORKS));
        page.openPage("?year=2020&task=outfalls");
        page.signIn("admin", SERVICE.password());
        OutfallPage outfalls = page.outfalls();
        assertThat(outfalls.problemSites()).singleElement().asString().contains("监测超标", "总磷", "监控发现");
        assertThat(outfalls.openProblemSite()).contains("市生态环境局", "蚶江镇");
        page.waitForMap(view -> Math.abs(view.lon() - DYEWORKS_LON) < 0.01 && view.zoom() > 14);
        assertThat(page.view()).contains("part=cases", "case=");
        page.picture("problem-sites-zh");
        assertThat(page.overflowOfPanel()).isZero();
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
