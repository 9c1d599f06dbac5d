package org.anlan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Locale;
import java.util.regex.Pattern;
import org.anlan.support.Client;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Scenarios, zones and indicators in a real browser, against the real service with the demonstration. */
class PlanPageIT {

    private static final Pattern CJK = Pattern.compile("[\\u3000-\\u303f\\u3400-\\u9fff\\uff00-\\uffef]");

    /** The coast of 蚶江镇; the map is there at zoom 14. */
    private static final String COAST = "?task=scenario&year=2020&at=118.7075,24.7975,14";

    /** Around 758.7 m of restored coast that counts as natural. */
    private static final double[] SITE = {118.700, 24.790, 118.715, 24.790, 118.715, 24.805, 118.700, 24.805};

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @RegisterExtension
    static final RunningServer SERVICE = RunningServer.withDemonstration();

    private Reader reader;
    private MapPage page;
    private PlanPage plan;

    @BeforeEach
    void aPlannerComes() {
        reader = CHROMIUM.readerOf(SERVICE);
        page = reader.newTab();
        plan = page.plan();
    }

    @AfterEach
    void nothingElseWasAskedAndNothingFailed() {
        try (Reader leaving = reader) {
            leaving.assertNothingAmiss();
        }
    }

    @Test
    void lossesAndRestorationsMoveTheRatioAndSurviveAReload() {
        page.openPage(COAST);
        assertThat(plan.ratioAfter()).isEqualTo("39.86");
        plan.draw("artificial", SITE);
        assertThat(plan.ratioAfter()).isEqualTo("38.51");
        assertThat(plan.result()).contains("−1.35", "余量 1.969 km", "蚶江镇");
        assertThat(plan.balance()).contains("占用 758.7 m", "还缺 758.7 m");
        assertThat(plan.measures()).singleElement().asString().contains("措施 1", "建设占用", "−758.7 m");
        page.picture("scenario-zh");
        plan.toggleMeasure(0);
        assertThat(plan.ratioAfter()).isEqualTo("39.86");
        plan.undo();
        assertThat(plan.ratioAfter()).isEqualTo("38.51");
        plan.makeMeasure("restoration");
        assertThat(Double.parseDouble(plan.ratioAfter())).isGreaterThan(39.86);
        plan.undo();
        plan.drag(118.7075, 24.7985, 118.6950, 24.7900);
        assertThat(plan.ratioAfter()).isNotEqualTo("38.51");
        plan.undo();
        assertThat(plan.ratioAfter()).isEqualTo("38.51");
        plan.reload();
        assertThat(plan.ratioAfter()).isEqualTo("38.51");
        assertThat(plan.whyNotKept()).contains("需要先登录");
        assertThat(plan.printed()).contains("措施 1");
        assertThat(plan.file("scenario-xlsx")).endsWith(".xlsx");
        page.switchLanguage();
        assertThat(plan.balance()).doesNotContainPattern(CJK);
        assertThat(page.overflowOfPanel()).isZero();
        page.picture("scenario-en");
    }

    @Test
    void aLineWithAWidthAndChosenSegmentsMoveTheRatioAsTheServiceSaysAndAreKept() {
        double[] road = {118.7135, 24.7974, 118.7195, 24.7974};
        page.openPage(COAST);
        plan.drawLine("artificial", 200, road);
        assertThat(plan.measures()).singleElement().asString().contains("线，宽 200 m", "自然岸线 −");
        String built = plan.ratioAfter();
        assertThat(Double.parseDouble(built)).isLessThan(39.86);
        assertThat(plan.pickSegments("restoration", 118.69747, 24.79539, "350581A020", "nowhere"))
                .contains("已选 2 段", "没有岸段 nowhere");
        plan.becomes("reserve");
        assertThat(plan.measures()).last().asString().contains("2 个岸段", "350581A017", "350581A020", "自然岸线 +");
        page.picture("scenario-places-zh");
        assertThat(plan.ratioAfter()).isEqualTo(answered(road));
        assertThat(plan.howComputed()).contains("计入自然", "各半个宽度", "保存之后");
        plan.undo();
        plan.undo();
        assertThat(plan.ratioAfter()).isEqualTo(built);
        page.signIn(SERVICE.password());
        plan.pickSegments("restoration", 118.69747, 24.79539, "350581A020");
        String kept = plan.keep("走线与岸段");
        String ratio = plan.ratioAfter();
        assertThat(plan.howComputed()).contains("复现链接");
        assertThat(page.overflowOfPanel()).isZero();
        MapPage other = reader.newTab();
        other.openPage(kept);
        assertThat(other.plan().ratioAfter()).isEqualTo(ratio);
        assertThat(other.plan().measures())
                .hasSize(2)
                .anySatisfy(one -> assertThat(one).contains("线，宽 200 m"))
                .anySatisfy(one -> assertThat(one).contains("2 个岸段"));
        other.switchLanguage();
        assertThat(other.overflowOfPanel()).isZero();
        other.picture("scenario-places-en");
        other.openPage("?task=overview");
        assertThat(other.coast().card("scenarios")).contains("走线与岸段");
    }

    /** The ratio that the service gives for the same measures, as the page writes it. */
    private static String answered(double... road) {
        String question = String.format(
                Locale.ROOT,
                """
                {"year":2020,"footprints":[{"geometry":{"type":"LineString","coordinates":[[%f,%f],[%f,%f]]},"widthM":200}],
                 "restorations":[{"type2":"reserve","segments":["350581A017@2020","350581A020@2020"]}]}""",
                road[0],
                road[1],
                road[2],
                road[3]);
        double ratio = SERVICE.reader()
                .send("POST", "/api/v1/coast/scenario", question)
                .json()
                .at("/after/ratioPercent")
                .asDouble();
        return String.format(Locale.ROOT, "%.2f", ratio);
    }

    @Test
    void keptScenariosAreOpenedByTheirAddressAndComparedSideBySide() {
        page.openPage(COAST);
        page.signIn(SERVICE.password());
        plan.draw("artificial", SITE);
        String first = plan.keep("方案一");
        plan.startAnew();
        assertThat(plan.ratioAfter()).isEqualTo("39.86");
        plan.draw("restoration", SITE);
        plan.keep("方案二");
        assertThat(plan.compare(2, 1)).anySatisfy(row -> assertThat(row).contains("保有率 · 推演后", "38.51 %"));
        assertThat(page.overflowOfPanel()).isZero();
        page.picture("scenario-compare-zh");
        MapPage other = reader.newTab();
        other.openPage(page.view());
        assertThat(other.plan().comparison()).first().asString().contains("方案一", "方案二");
        other.openPage(first);
        // What this tab worked on before is there until the scenario of the address has come.
        other.plan().awaitRatioAfter("38.51");
        assertThat(other.plan().ratioAfter()).isEqualTo("38.51");
        assertThat(other.plan().measures()).hasSize(1);
    }

    @Test
    void zonesAreListedByClassWithWhatTheyCoverAndLinkedWithTheMap() {
        page.openPage("?year=2020");
        page.coast().enter("red-lines");
        assertThat(page.view()).contains("task=zones", "zones=red-lines");
        assertThat(plan.cover()).contains("12.10 km²", "11 处", "2.44 %", "7.11 %");
        plan.chooseZones("protected-areas");
        assertThat(plan.cover()).contains("13.93 km²", "5 处");
        assertThat(plan.overlaps()).hasSize(4).anySatisfy(one -> assertThat(one).contains("405.08 ha"));
        assertThat(plan.coverTable()).contains("蚶江镇", "%");
        assertThat(plan.adjustment()).contains("只有一个版本");
        plan.goToZone(0);
        assertThat(page.featureDetails()).contains("核心保护区");
        assertThat(plan.chosenZone()).isEqualTo(plan.zones().get(0));
        assertThat(page.overflowOfPanel()).isZero();
        page.picture("zones-zh");
        plan.chooseZones("control-units");
        assertThat(plan.zones()).hasSize(15);
        assertThat(plan.file("zones-file-xlsx")).endsWith(".xlsx");
        page.openPage("?task=zones&picked=red-lines/350581-HYHX-03");
        assertThat(plan.chosenZone()).contains("ha");
        moveEast("control-units");
        page.openPage("?task=zones&zones=control-units");
        assertThat(plan.adjusted()).singleElement().asString().contains("变更", "调出", "调入");
        plan.goToAdjusted(0);
        page.picture("zones-adjusted-zh");
    }

    /** Moves the first zone of a layer by a two hundredth of a degree. */
    private static void moveEast(String layer) {
        JsonNode zone = SERVICE.reader()
                .get("/ogc/collections/" + layer + "/items?limit=1")
                .json()
                .at("/features/0");
        moveEast(zone.at("/geometry/coordinates"));
        long base = SERVICE.services()
                .store()
                .revisions()
                .newest(layer)
                .orElseThrow()
                .id();
        Client.Answer kept = SERVICE.admin()
                .send(
                        "POST",
                        "/api/v1/layers/" + layer + "/edits",
                        """
                        {"base":%d,"note":"评估调整","put":[{"id":%s,"geometry":%s}]}"""
                                .formatted(base, zone.path("id"), zone.path("geometry")));
        assertThat(kept.status()).as(kept.text()).isEqualTo(201);
    }

    private static void moveEast(JsonNode coordinates) {
        if (coordinates.path(0).isNumber()) {
            ((ArrayNode) coordinates).set(0, coordinates.path(0).asDouble() + 0.005);
        } else {
            coordinates.forEach(PlanPageIT::moveEast);
        }
    }

    @Test
    void indicatorsAreListedWithStateAndContradictionsAndAValueIsEntered() {
        page.openPage("?task=indicators");
        assertThat(plan.indicators()).hasSize(24);
        plan.chooseKind("binding");
        assertThat(plan.indicators()).allSatisfy(one -> assertThat(one).contains("约束性"));
        assertThat(plan.openIndicator(18)).contains("43.36", "39.86", "41.78", "表1 第17项", "口径");
        assertThat(plan.enterInVain()).contains("需要先登录");
        assertThat(page.overflowOfPanel()).isZero();
        page.picture("indicators-zh");
        assertThat(plan.file("indicators-xlsx")).endsWith(".xlsx");
        page.signIn(SERVICE.password());
        page.openPage("?task=indicators");
        plan.openIndicator(9);
        plan.enterValue("2024-12-31", "71.5", "年度评估");
        plan.chooseState("on-the-way");
        assertThat(plan.indicators()).singleElement().asString().contains("71.5", "推进中");
        page.switchLanguage();
        assertThat(page.overflowOfPanel()).isZero();
        page.picture("indicators-en");
    }
}
