package org.anlan.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.awt.Point;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import javax.imageio.ImageIO;

/** The tools of the map in the words of planners. */
final class ToolsPage {

    private final Page page;
    private final MapPage map;

    /** The tools on a tab whose map is this one. */
    ToolsPage(Page page, MapPage map) {
        this.page = page;
        this.map = map;
    }

    /** Comes to the search field by its key, types, and gives what is offered. */
    List<String> search(String words) {
        page.locator("body").press("/");
        hook("search").fill(words);
        hook("search-hit").first().waitFor();
        map.rest();
        return hook("search-hit").allInnerTexts();
    }

    /** What stands there when nothing is found. */
    String searchInVain(String words) {
        hook("search").fill(words);
        Locator told = page.locator("[role=search] [role=status]");
        assertThat(told).containsText(words);
        return told.innerText();
    }

    /** Goes to what is offered first. */
    void goToFirst() {
        hook("search").press("Enter");
        map.rest();
    }

    /** Measures between places, longitude and latitude by turns, and gives the figures. */
    String measure(String kind, double... places) {
        if (!hook("measure").isVisible()) {
            hook("tool-measure").click();
        }
        hook("measure-" + kind).click();
        for (int i = 0; i < places.length; i += 2) {
            map.clickPlace(places[i], places[i + 1]);
        }
        page.locator("body").press("Enter");
        page.waitForCondition(() -> map.view().contains("measured=" + kind));
        return measured();
    }

    String measured() {
        return hook("measured").innerText();
    }

    void chooseCoordinates(String form) {
        hook("coordinate-form").selectOption(form);
    }

    /** Points at a place of the map and gives what the strip says of it. */
    String pointAt(double lon, double lat) {
        map.pointPlace(lon, lat);
        return hook("place").innerText();
    }

    void switchProjection() {
        hook("tool-projection").click();
        map.rest();
    }

    /** Leaves a class out of the map, or brings it back. */
    void toggleClass(String layer, String code) {
        hook("class-" + layer + "-" + code).click();
        map.rest();
    }

    void setOpacity(String layer, int percent) {
        hook("layer-settings-" + layer).click();
        hook("opacity-" + layer).fill(String.valueOf(percent));
        map.rest();
    }

    /** How many features the layer list counts. */
    String openTable(String layer) {
        hook("tool-table").click();
        hook("table-layer").selectOption(layer);
        return countOfTable();
    }

    String countOfTable() {
        rows().first().waitFor();
        map.rest();
        return hook("table-count").innerText();
    }

    /** Waits until the table counts otherwise than before. */
    void awaitCountOtherThan(String before) {
        assertThat(hook("table-count")).not().hasText(before);
    }

    /** Who is named for the base map. */
    String baseMapSource() {
        return hook("base-map").locator("xpath=..").innerText();
    }

    /** The window as it looks once it looks so. */
    BufferedImage windowOnce(Predicate<BufferedImage> wanted) {
        page.waitForCondition(() -> wanted.test(window()));
        return window();
    }

    private BufferedImage window() {
        try {
            return ImageIO.read(new ByteArrayInputStream(page.screenshot()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The point of the window that lies so many pixels right of the middle of the map, and so many below it. */
    Point onScreen(int right, int below) {
        BoundingBox box = hook("map").boundingBox();
        MapView view = map.where();
        return new Point(
                (int) Math.round(box.x + view.xOf(view.lon(), box.width)) + right,
                (int) Math.round(box.y + view.yOf(view.lat(), box.height)) + below);
    }

    void awaitCount(String count) {
        assertThat(hook("table-count")).hasText(count);
    }

    void openColumnFilters() {
        hook("table-by-column").click();
    }

    void closeColumnFilters() {
        hook("table-by-column").click();
    }

    /** Types above a column, or chooses a class there. */
    void narrowColumn(String column, String text) {
        Locator field = hook("column-" + column);
        if (field.evaluate("field => field.tagName").equals("SELECT")) {
            field.selectOption(text);
        } else {
            field.fill(text);
        }
    }

    /** Whether what was typed above a column could be read. */
    boolean isReadable(String column) {
        return !"true".equals(hook("column-" + column).getAttribute("aria-invalid"));
    }

    /** Filters and waits until as many rows are left. */
    void filterTable(String words, String count) {
        hook("table-filter").fill(words);
        assertThat(hook("table-count")).hasText(count);
    }

    /** Sorts by a column and waits until this stands in the first row. */
    void sortTable(String column, String first) {
        hook("sort-" + column).click();
        assertThat(rows().first()).containsText(first);
    }

    /** How many rows are drawn, of however many there are. */
    int drawnRows() {
        return rows().count();
    }

    void goToRow(int index) {
        rows().nth(index).click();
        hook("feature-details").waitFor();
        map.rest();
    }

    /** The row of the feature that is chosen on the map. */
    String chosenRow() {
        Locator chosen = page.locator("[data-testid=table-row][aria-selected=true]");
        chosen.waitFor();
        return chosen.innerText();
    }

    Path exportTable() {
        Download download = page.waitForDownload(() -> hook("table-csv").click());
        return download.path();
    }

    void closeTable() {
        hook("table-close").click();
        hook("table").waitFor(MapPage.hidden());
    }

    /** Shows what lies in the same place next. */
    String nextHit() {
        hook("details-next").click();
        return map.featureDetails();
    }

    /** Opens the sheet to print and gives its words. */
    String openPrint() {
        hook("tool-print").click();
        return sheet();
    }

    /** Chooses paper and scale and gives the words of the sheet. */
    String print(String paper, String orientation, int scale) {
        hook("print-paper").selectOption(paper);
        hook("print-orientation").selectOption(orientation);
        hook("print-ratio").selectOption(String.valueOf(scale));
        return sheet();
    }

    /** The words of the sheet that is to be printed. */
    String sheet() {
        page.locator("[data-testid=print-sheet][aria-busy=false]").waitFor();
        return hook("print-sheet").innerText();
    }

    Path png() {
        Download download = page.waitForDownload(() -> hook("print-png").click());
        return download.path();
    }

    /** What the browser's own print makes of the page. */
    byte[] pdf() {
        return page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setPrintBackground(true));
    }

    void closePrint() {
        page.keyboard().press("Escape");
        hook("print-dialog").waitFor(MapPage.hidden());
    }

    private Locator rows() {
        return hook("table-row");
    }

    private Locator hook(String name) {
        return page.getByTestId(name);
    }
}
