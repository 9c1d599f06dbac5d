package org.anlan.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.options.KeyboardModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.anlan.support.RunningServer;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The impact check of a site in a real browser, against the real service with the demonstration. */
class SitePageIT {

    private static final Pattern CJK = Pattern.compile("[\\u3000-\\u303f\\u3400-\\u9fff\\uff00-\\uffef]");

    /** The middle of the city, away from coast and red lines; the map is there at zoom 14. */
    private static final String INLAND = "?year=2020&at=118.6600,24.7400,14";

    private static final double[] FIELD = {118.655, 24.742, 118.665, 24.742, 118.665, 24.736, 118.655, 24.736};

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @RegisterExtension
    static final RunningServer SERVICE = RunningServer.withAllBut("AX2025.zip");

    private Reader reader;
    private MapPage page;

    @BeforeEach
    void aPlannerComes() {
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
    void aDrawnSiteHasAVerdictThatFollowsWhereItIsMovedAndStaysInItsLink() {
        page.openPage(INLAND);
        SitePage site = page.openImpact();
        assertThat(site.drawAndThinkBetterOfIt(118.66, 24.74)).contains("在地图上逐点点击");
        site.drawArea(FIELD);
        assertThat(site.site()).contains("面，4 个点", "ha");
        String there = page.view();
        String verdict = site.verdict();
        page.picture("impact-drawn-zh");
        site.drag(118.66, 24.739, 118.667, 24.745);
        assertThat(page.view()).isNotEqualTo(there);
        assertThat(site.site()).contains("面，4 个点");
        site.undoMove();
        assertThat(page.view()).isEqualTo(there);
        site.reload();
        assertThat(page.view()).isEqualTo(there);
        assertThat(site.verdict()).isEqualTo(verdict);
        MapPage other = reader.newTab();
        other.openPage(there);
        assertThat(other.site().verdict()).isEqualTo(verdict);
    }

    /** A corner of the red line 350581-LYHX-02 with no other within 130 m, and its neighbour; a pixel is 4.3e-5 degrees here. */
    @Test
    void placesSnapToCornersOnTheMapWhenDrawnAndWhenMovedUnlessAltIsHeld() {
        double[] corner = {118.6816875, 24.7250332};
        double[] next = {118.682858, 24.7256709};
        double[] near = {corner[0] + 0.00018, corner[1] - 0.00006, 118.6870, 24.7300, 118.6780, 24.7310};
        page.openPage("?year=2020&layers=coastline,red-lines&at=118.6817,24.7260,15");
        SitePage site = page.openImpact();
        site.drawAreaHolding(List.of(KeyboardModifier.ALT), near);
        assertThat(Math.abs(site.corners()[0] - corner[0])).isGreaterThan(1e-4);
        site.drawArea(near);
        assertThat(site.corners()[0]).isCloseTo(corner[0], within(1e-7));
        assertThat(site.corners()[1]).isCloseTo(corner[1], within(1e-7));
        page.picture("impact-snapped-zh");
        double east = next[0] - corner[0] - 0.00015;
        double north = next[1] - corner[1] + 0.0001;
        site.drag(118.6820, 24.7290, 118.6820 + east, 24.7290 + north);
        assertThat(site.corners()[0]).isCloseTo(next[0], within(1e-7));
        assertThat(site.corners()[1]).isCloseTo(next[1], within(1e-7));
    }

    @Test
    void aSiteInAFileIsJudgedLikeADrawnOneAndItsFeaturesAndSystemCanBeChosen(@TempDir Path folder) throws IOException {
        JsonNode expected = Shishi.checks().at("/candidates/0");
        page.openPage("?year=2020");
        SitePage site = page.openImpact();
        assertThat(site.dropFile(Shishi.handIn("JSXM.zip"))).contains("JSXM.zip", "EPSG:4528", "全部 3 个");
        assertThat(site.site()).contains("文件 JSXM.zip", "不能在这里移动");
        page.picture("impact-file-zh");
        site.reload();
        assertThat(site.site()).contains("文件 JSXM.zip");
        reader.expectRefusal(422);
        assertThat(site.giveFiles(partsWithoutSystem(folder))).contains("文件没有说明坐标系");
        assertThat(page.overflowOfPanel()).isZero();
        page.picture("impact-file-asks-zh");
        site.answerFirst();
        site.takeFeature(1);
        assertThat(site.verdict()).startsWith("禁止");
        assertThat(site.site()).contains(hectares(expected.path("area_ha")));
        assertThat(site.hits("red-lines"))
                .hasSize(expected.path("red_lines").size())
                .anySatisfy(hit -> assertThat(hit).contains(hectares(expected.at("/red_lines/350581-HYHX-03"))));
        assertThat(site.coast()).contains("39.86 %", "39.35 %");
        site.chooseActivity("patrol-research");
        site.reload();
        assertThat(site.verdict()).contains("管护巡护");
        assertThat(site.site()).contains(hectares(expected.path("area_ha")));
        reader.expectRefusal(400);
        assertThat(site.giveFiles(Files.writeString(folder.resolve("notes.txt"), "no shape")))
                .contains("notes.txt")
                .matches(CJK.asPredicate());
        page.switchLanguage();
        assertThat(page.overflowOfPanel()).isZero();
        page.picture("impact-file-en");
    }

    /** The loose parts of the candidates' shapefile but the one that tells the coordinate system. */
    private static Path[] partsWithoutSystem(Path folder) throws IOException {
        List<Path> parts = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(Shishi.handIn("JSXM.zip")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path part = folder.resolve(entry.getName());
                if (!entry.getName().endsWith(".prj")) {
                    Files.copy(zip, part);
                    parts.add(part);
                }
            }
        }
        return parts.toArray(Path[]::new);
    }

    @Test
    void aKeptProjectIsJudgedByClauseWithWhatItTakesComputedElsewhere() {
        JsonNode expected = Shishi.checks().at("/candidates/0");
        page.openPage("?year=2020");
        SitePage site = page.openImpact();
        site.chooseProject("CAND-A");
        assertThat(site.verdict()).startsWith("禁止");
        assertThat(site.site()).contains(hectares(expected.path("area_ha")));
        assertThat(site.rules()).first().asString().contains("禁止", "生态保护红线", "自然资发〔2022〕142号");
        assertThat(site.hits("red-lines"))
                .hasSize(expected.path("red_lines").size())
                .anySatisfy(hit -> assertThat(hit).contains(hectares(expected.at("/red_lines/350581-HYHX-03"))))
                .anySatisfy(hit -> assertThat(hit).contains(hectares(expected.at("/red_lines/350581-LYHX-04"))));
        assertThat(site.coast()).contains("39.86 %", "39.35 %", "−0.51");
        page.picture("impact-project-zh");
        assertThat(page.overflowOfPanel()).isZero();
        MapView before = page.where();
        site.goToHit("coastline");
        page.waitForMap(view -> !view.equals(before));
        assertThat(site.printed()).contains("选址预检报告", "禁止");
        assertThat(site.file("xlsx")).endsWith(".xlsx");
        page.switchLanguage();
        assertThat(site.verdict()).startsWith("Prohibited").doesNotContainPattern(CJK);
        assertThat(site.coast()).doesNotContainPattern(CJK);
        assertThat(page.overflowOfPanel()).isZero();
        page.picture("impact-project-en");
    }

    @Test
    void typedCoordinatesAreCheckedAndALineThatCannotBeReadIsNamed() {
        page.openPage("?year=2020");
        SitePage site = page.openImpact();
        assertThat(site.typeInVain("118.73 24.70\nhere")).contains("第 2 行", "here");
        site.typeCoordinates("118°43′55″E 24°42′10″N\n118°44′20″E 24°42′10″N");
        assertThat(site.site()).contains("线，2 个点", "702.7 m");
        site.chooseActivity("patrol-research");
        assertThat(site.verdict()).contains("管护巡护");
        page.goBack();
        assertThat(site.verdict()).contains("一般建设");
        reader.expectRefusal(400);
        page.openPage("?task=impact&site=polygon,118.73,24.70,118.74,24.71,118.74,24.70,118.73,24.71");
        assertThat(page.problem()).contains("geometry-crosses-itself").matches(CJK.asPredicate());
    }

    private static String hectares(JsonNode figure) {
        return String.format(Locale.ROOT, "%.2f ha", figure.asDouble());
    }
}
