package org.anlan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Overview, retention and change in a real browser, against the real service with the demonstration. */
class CoastPageIT {

    private static final Pattern CJK = Pattern.compile("[\\u3000-\\u303f\\u3400-\\u9fff\\uff00-\\uffef]");
    private static final String HANJIANG = "350581102";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @RegisterExtension
    static final RunningServer SERVICE = RunningServer.withDemonstration();

    private Reader reader;
    private MapPage page;
    private CoastPage coast;

    @BeforeEach
    void aPlannerComes() {
        reader = CHROMIUM.readerOf(SERVICE);
        page = reader.newTab();
        coast = page.coast();
    }

    @AfterEach
    void nothingElseWasAskedAndNothingFailed() {
        try (Reader leaving = reader) {
            leaving.assertNothingAmiss();
        }
    }

    @Test
    void theFirstViewAnswersTheFirstQuestionsAndOpensTheirTasks() {
        page.openPage("?year=2020");
        assertThat(coast.card("ratio")).contains("39.86 %", "全国目标 35 %", "余量 2.728 km");
        assertThat(coast.card("outfalls")).contains("292", "入海 212", "入河 80", "已销号", "114");
        assertThat(coast.card("red-lines")).contains("12.10 km²", "陆域占 2.44 %");
        assertThat(coast.card("cases")).contains("0 个未销号");
        assertThat(coast.card("hand-ins")).contains("底图");
        assertThat(coast.card("indicators")).contains("0 / 24 项已达到", "无法判断");
        assertThat(coast.card("scenarios")).contains("还没有保存的情景");
        assertThat(coast.howComputed("how-indicators")).contains("年目标", "复现链接");
        assertThat(coast.howComputed("how-outfalls")).contains("排污口 r", "复现链接");
        assertThat(coast.howComputed("how-red-lines")).contains("生态保护红线 r", "CGCS2000");
        assertThat(page.overflowOfPanel()).isZero();
        page.picture("overview-zh");
        page.switchLanguage();
        assertThat(coast.card("outfalls")).doesNotContainPattern(CJK);
        assertThat(coast.card("hand-ins")).doesNotContainPattern(CJK);
        assertThat(coast.card("indicators")).doesNotContainPattern(CJK);
        assertThat(coast.card("scenarios")).doesNotContainPattern(CJK);
        assertThat(page.overflowOfPanel()).isZero();
        page.picture("overview-en");
        coast.enter("ratio");
        assertThat(page.view()).contains("task=retention");
        page.goBack();
        coast.enter("indicators");
        assertThat(page.view()).contains("task=indicators");
        page.goBack();
        coast.enter("scenarios");
        assertThat(page.view()).contains("task=scenario");
        page.goBack();
        coast.openNewestHandIn();
        assertThat(page.view()).contains("task=history", "of=basemap");
    }

    @Test
    void theYearSlidesFromSurveyToSurveyAndSaysWhereThereIsNone() {
        page.openPage("?task=retention&year=2020");
        assertThat(coast.slideYear("ArrowLeft")).isEqualTo("2019 年没有修测");
        assertThat(coast.noSurvey()).contains("2015、2020、2025");
        assertThat(coast.slideYear("PageUp")).isEqualTo("2020");
        assertThat(coast.slideYear("PageUp")).isEqualTo("2025");
        assertThat(page.readRatio()).isEqualTo("41.78 %");
    }

    @Test
    void theRatioIsHeldAgainstTheTargetThatIsChosen() {
        page.openPage("?task=retention&year=2020");
        assertThat(coast.margin()).contains("余量 2.728 km");
        coast.chooseTarget("fujian");
        assertThat(coast.margin()).contains("余量 1.605 km");
        assertThat(page.view()).contains("target=fujian");
        assertThat(coast.file("retention-xlsx")).endsWith(".xlsx");
    }

    @Test
    void aTownIsLookedIntoSegmentBySegmentAndTheAddressHoldsIt() {
        page.openPage("?task=retention&year=2020");
        MapView city = page.where();
        coast.lookInto(HANJIANG);
        page.waitForMap(view -> view.zoom() > city.zoom());
        assertThat(coast.trail()).contains("蚶江镇");
        assertThat(coast.margin()).contains("还差 597.3 m");
        assertThat(coast.segments()).contains("350581A004");
        MapView town = page.where();
        coast.chooseSegment("350581A004");
        page.waitForMap(view -> view.zoom() > town.zoom());
        page.featureDetails("350581A004", "防护堤");
        assertThat(coast.trail()).contains("350581A004");
        assertThat(page.overflowOfPanel()).isZero();
        page.picture("retention-segment-zh");
        MapPage other = reader.newTab();
        other.openPage(page.view());
        assertThat(other.coast().trail()).contains("蚶江镇", "350581A004");
        coast.backToAll();
        assertThat(page.rows()).hasSize(5);
    }

    @Test
    void aSegmentThatIsClickedOnTheMapPointsAtItsTown() {
        page.openPage("?task=retention&year=2020&at=118.70673,24.79965,15");
        page.clickPlace(118.7072, 24.8001);
        page.featureDetails("350581A020");
        assertThat(coast.pointedRow()).isEqualTo("蚶江镇");
        coast.lookInto(HANJIANG);
        page.openPage("?task=retention&year=2020&region=" + HANJIANG + "&at=118.70673,24.79965,15");
        page.clickPlace(118.7072, 24.8001);
        assertThat(coast.pointedRow()).isEqualTo("350581A020");
        assertThat(page.view()).contains("segment=350581A020");
    }

    @Test
    void theCoastOfEachTownIsTakenApartByTypeAndTheRatioByRulesAndScale() {
        page.openPage("?task=retention&year=2020");
        assertThat(coast.types()).contains("基岩", "养殖围堤", "蚶江镇", "永宁镇");
        assertThat(page.overflowOfPanel()).isZero();
        page.picture("retention-types-zh");
        assertThat(coast.sensitivity("sensitivity-rules")).hasSize(3).anySatisfy(row -> assertThat(row)
                .contains("仅原生自然岸线", "37.04 %", "−2.82"));
        assertThat(coast.sensitivity("sensitivity-scales")).hasSize(4).anySatisfy(row -> assertThat(row)
                .contains("50 m", "40.04 %"));
        assertThat(page.overflowOfPanel()).isZero();
    }

    @Test
    void twoSurveysAreComparedUnderALineThatIsDraggedOrMovedByKeys() {
        page.openPage("?task=change&year=2020");
        assertThat(page.changeSums()).containsExactly("3.168 km", "1.202 km", "4.370 km");
        assertThat(coast.hasFlow()).isTrue();
        coast.compare();
        assertThat(coast.line()).isEqualTo("50");
        assertThat(coast.moveLine("ArrowRight")).isEqualTo("52");
        assertThat(coast.moveLine("Home")).isEqualTo("0");
        assertThat(Integer.parseInt(coast.dragLine(200))).isBetween(25, 35);
        assertThat(page.overflowOfPanel()).isZero();
        page.picture("change-swipe-zh");
        coast.stopComparing();
        assertThat(page.view()).doesNotContain("swipe");
    }
}
