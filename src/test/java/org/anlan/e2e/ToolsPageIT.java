package org.anlan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.Point;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tools of the map in a real browser: search, measuring, coordinates, projection, looks of layers, table, print. */
class ToolsPageIT {

    private static final Pattern CJK = Pattern.compile("[\\u3000-\\u303f\\u3400-\\u9fff\\uff00-\\uffef]");

    private static final String INLAND = "?year=2020&at=118.6600,24.7400,14";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @RegisterExtension
    static final PictureServer PICTURES = new PictureServer();

    @RegisterExtension
    static final RunningServer SERVICE = RunningServer.withAllBut("AX2025.zip").under(PICTURES.baseMaps());

    private Reader reader;
    private MapPage page;
    private ToolsPage tools;

    @BeforeEach
    void aPlannerComes() {
        reader = CHROMIUM.readerOf(SERVICE);
        page = reader.newTab();
        tools = page.tools();
    }

    @AfterEach
    void nothingElseWasAskedAndNothingFailed() {
        try (Reader leaving = reader) {
            leaving.assertNothingAmiss();
        }
    }

    @Test
    void whatIsSearchedIsGoneToWhetherItIsATownACodeOrAPlace() {
        page.openPage("?year=2020");
        assertThat(tools.search("蚶江镇")).first().asString().contains("蚶江镇", "行政区");
        tools.goToFirst();
        page.featureDetails("蚶江镇");
        assertThat(page.view()).contains("picked=regions");
        assertThat(tools.search("350581a001")).first().asString().contains("海岸线", "350581A001");
        tools.goToFirst();
        assertThat(page.featureDetails("350581A001")).contains("2020");
        for (String written : List.of("118°43′55.56″E 24°44′29.4″N", "X 2738013.919 Y 40371732.036")) {
            assertThat(tools.search(written)).singleElement().asString().startsWith("坐标 118.7321 E 24.7415 N");
            tools.goToFirst();
            page.waitForMap(view -> Math.abs(view.lon() - 118.7321) < 1e-4 && Math.abs(view.lat() - 24.7415) < 1e-4);
        }
        assertThat(tools.searchInVain("没有的地方")).contains("没有找到");
        page.picture("map-search-zh");
    }

    @Test
    void whatLiesInOnePlaceIsShownOneAfterAnother() {
        page.openPage("?year=2020&at=118.66300,24.78590,15");
        page.clickPlace(118.663, 24.7859);
        String first = page.featureDetails();
        assertThat(tools.nextHit()).isNotEqualTo(first);
        assertThat(tools.nextHit()).isEqualTo(first);
    }

    @Test
    void lengthsAndAreasAreThoseOfTheEllipsoidAndStayInTheAddress() {
        page.openPage(INLAND);
        assertThat(tools.measure("line", 118.655, 24.742, 118.665, 24.742)).contains("1.01");
        String area = tools.measure("polygon", 118.655, 24.742, 118.665, 24.742, 118.665, 24.736, 118.655, 24.736);
        assertThat(area).contains("67.", "ha", "3.35");
        MapPage other = reader.newTab();
        other.openPage(page.view());
        assertThat(other.tools().measured()).isEqualTo(area);
        page.picture("map-measure-zh");
    }

    @Test
    void coordinatesAreWrittenAsChosenInEitherProjection() {
        page.openPage(INLAND);
        assertThat(tools.pointAt(118.66, 24.74)).isEqualTo("118.6600 E  24.7400 N");
        tools.chooseCoordinates("dms");
        assertThat(tools.pointAt(118.66, 24.74)).startsWith("118°39′").contains("24°44′");
        tools.chooseCoordinates("plane");
        assertThat(tools.pointAt(118.66, 24.74)).startsWith("X 27379").contains("Y 3644", "EPSG:4549（120°E）");
        MapView before = page.where();
        tools.switchProjection();
        assertThat(page.view()).contains("proj=degrees", "coords=plane");
        assertThat(page.where().lon()).isEqualTo(before.lon());
        assertThat(page.where().lat()).isEqualTo(before.lat());
        page.picture("map-degrees-zh");
        page.goBack();
        assertThat(page.view()).doesNotContain("proj=");
    }

    @ParameterizedTest
    @CsvSource({"pictures-w, mercator, 13, 13", "pictures-c, degrees, 11, 11", "pictures-c, degrees, 14, 12"})
    void thePicturesOfAnotherServiceLieWhereTheyBelong(String base, String projection, int zoom, int deepest)
            throws IOException {
        reader.mayAsk(PICTURES.address());
        page.openPage("?layers=&base=" + base + "&proj=" + projection + "&at=118.70123,24.74321," + zoom);
        assertThat(tools.baseMapSource()).contains("示例图源");
        MapView view = page.where();
        // Pictures come after the map is at rest, and fade in.
        BufferedImage picture =
                tools.windowOnce(window -> IntStream.iterate(-200, aside -> aside <= 220, aside -> aside + 60)
                        .mapToObj(aside -> tools.onScreen(aside, 0))
                        .allMatch(at -> new Color(window.getRGB(at.x, at.y)).getRed() == deepest * 10));
        page.picture("base-" + base + "-" + zoom);
        double columns = Math.pow(2, deepest);
        for (int aside = -200; aside <= 220; aside += 60) {
            double lon = view.lon() + aside * 360.0 / 256 / Math.pow(2, view.zoom());
            double lat = Math.toRadians(view.lat());
            double south = base.endsWith("w")
                    ? (1 - Math.log(Math.tan(lat) + 1 / Math.cos(lat)) / Math.PI) / 2
                    : (90 - view.lat()) / 360;
            Point at = tools.onScreen(aside, 0);
            Color colour = new Color(picture.getRGB(at.x, at.y));
            assertThat(List.of(colour.getRed(), colour.getGreen(), colour.getBlue()))
                    .as("%d pixels from the middle", aside)
                    .containsExactly(
                            deepest * 10, (int) ((lon + 180) / 360 * columns) & 0xff, (int) (south * columns) & 0xff);
        }
    }

    /** As many segments of 2020 as the server counts. */
    private static int counted(String filter) {
        JsonNode page = SERVICE.reader()
                .get("/ogc/collections/coastline/items?limit=1&filter="
                        + URLEncoder.encode("survey_year = 2020 AND " + filter, StandardCharsets.UTF_8))
                .json();
        assertThat(page.path("numberMatched").asInt()).as(filter).isBetween(1, 150);
        return page.path("numberMatched").asInt();
    }

    @Test
    void theTableFollowsTheMapAndTheMapTheTable() throws IOException {
        page.openPage("?year=2020");
        assertThat(tools.openTable("coastline")).isEqualTo("151 行");
        assertThat(tools.drawnRows()).isLessThan(60);
        tools.toggleClass("coastline", "port");
        tools.setOpacity("red-lines", 40);
        assertThat(page.view()).contains("without=coastline.port", "opacity=red-lines.40");
        tools.awaitCountOtherThan("151 行");
        tools.toggleClass("coastline", "port");
        tools.openColumnFilters();
        tools.narrowColumn("length_m", "viel");
        assertThat(tools.isReadable("length_m")).isFalse();
        tools.narrowColumn("length_m", ">=250");
        tools.narrowColumn("type2", "sandy");
        tools.awaitCount(counted("type2 = 'sandy' AND length_m >= 250") + " 行");
        assertThat(page.view()).contains("columns=");
        page.picture("map-table-columns-zh");
        tools.closeColumnFilters();
        tools.awaitCount("151 行");
        tools.filterTable("祥芝角", "3 行");
        tools.sortTable("length_m", "祥芝角");
        tools.goToRow(1);
        page.featureDetails("祥芝角");
        assertThat(tools.chosenRow()).contains("祥芝角");
        assertThat(page.view()).contains("table=coastline", "sort=length_m", "filter=", "picked=coastline");
        String csv = Files.readString(tools.exportTable(), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\ufeff编号,").contains("岸段编码", "祥芝角").hasLineCount(4);
        page.picture("map-table-zh");
        page.switchLanguage();
        assertThat(tools.countOfTable()).isEqualTo("3 rows").doesNotContainPattern(CJK);
        tools.closeTable();
    }

    @Test
    void theSheetIsPrintedToScaleWithLegendSourcesAndChineseWords() throws IOException {
        page.openPage("?year=2020");
        assertThat(tools.openPrint()).contains("图例", "港口码头", "数据来源与版本", "AX2020.zip", "CGCS2000 (EPSG:4490)", "约 1:");
        page.pictureUnderWay("map-print-zh");
        assertThat(tools.print("A3", "portrait", 100_000)).contains("1:100,000", "2 km");
        var picture = ImageIO.read(tools.png().toFile());
        assertThat((double) picture.getHeight() / picture.getWidth()).isBetween(1.41, 1.42);
        assertThat(picture.getWidth()).isGreaterThan(2700);
        String pdf = new String(tools.pdf(), StandardCharsets.ISO_8859_1);
        assertThat(pdf).containsOnlyOnce("/MediaBox [0 0 841").startsWith("%PDF");
        String address = page.view();
        assertThat(address).contains("print=A3.portrait.100000");
        tools.closePrint();
        assertThat(page.view()).doesNotContain("print=");
        page.openPage(address);
        assertThat(tools.sheet()).contains("1:100,000", "港口码头", "AX2020.zip");
        tools.closePrint();
    }
}
