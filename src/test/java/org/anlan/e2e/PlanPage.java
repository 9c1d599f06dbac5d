package org.anlan.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;

/** Scenarios, zones and indicators in the words of planners. */
final class PlanPage {

    private final Page page;
    private final MapPage map;

    /** The tasks on a tab whose map is this one. */
    PlanPage(Page page, MapPage map) {
        this.page = page;
        this.map = map;
    }

    // Scenario

    /** Draws a measure ("artificial", "reclaim", "restoration") whose corners are at these places, longitude and latitude by turns. */
    void draw(String effect, double... corners) {
        hook("draw-" + effect).click();
        for (int i = 0; i < corners.length; i += 2) {
            map.clickPlace(corners[i], corners[i + 1]);
        }
        page.keyboard().press("Enter");
        hook("draw-hint").waitFor(MapPage.hidden());
        map.rest();
    }

    /** Draws a line as wide as this, in metres, through these places, longitude and latitude by turns. */
    void drawLine(String effect, int widthM, double... places) {
        hook("draw-" + effect).click();
        hook("scenario-way-line").click();
        hook("line-width").fill(Integer.toString(widthM));
        hook("line-width").blur();
        for (int i = 0; i < places.length; i += 2) {
            map.clickPlace(places[i], places[i + 1]);
        }
        page.keyboard().press("Enter");
        hook("draw-hint").waitFor(MapPage.hidden());
        map.rest();
    }

    /** Chooses segments of the coast for a measure: one by a click on this place, others by their codes; gives what stands beside the map then. */
    String pickSegments(String effect, double lon, double lat, String... codes) {
        hook("draw-" + effect).click();
        hook("scenario-way-segments").click();
        map.clickPlace(lon, lat);
        page.getByText("已选 1 段").waitFor();
        for (String code : codes) {
            hook("pick-code").fill(code);
            hook("pick-add").click();
        }
        String told = hook("pick-hint").innerText();
        hook("pick-finish").click();
        hook("pick-hint").waitFor(MapPage.hidden());
        map.rest();
        return told;
    }

    /** Says what the coast of the open measure becomes. */
    void becomes(String type2) {
        hook("measure-type").selectOption(type2);
        map.rest();
    }

    /** What the figure answers to the question how it was computed. */
    String howComputed() {
        hook("how-scenario").click();
        hook("how-scenario-text").waitFor();
        String told = hook("how-scenario-text").innerText();
        page.keyboard().press("Escape");
        hook("how-scenario-text").waitFor(MapPage.hidden());
        return told;
    }

    List<String> measures() {
        map.rest();
        return hook("measure").allInnerTexts();
    }

    /** Counts a measure in, or leaves it out. */
    void toggleMeasure(int index) {
        hook("measure-on").nth(index).click();
        map.rest();
    }

    /** Makes the open measure do something else. */
    void makeMeasure(String effect) {
        hook("measure-effect").selectOption(effect);
        map.rest();
    }

    void drag(double fromLon, double fromLat, double toLon, double toLat) {
        map.dragPlace(fromLon, fromLat, toLon, toLat);
        map.rest();
    }

    void undo() {
        hook("scenario-undo").click();
        map.rest();
    }

    /** Waits until this is the ratio that the scenario makes. */
    void awaitRatioAfter(String ratio) {
        assertThat(hook("ratio-after")).containsText(ratio);
    }

    String ratioAfter() {
        hook("ratio-after").waitFor();
        map.rest();
        return hook("ratio-after").innerText();
    }

    /** The figures below the ratio, target and balance too. */
    String result() {
        map.rest();
        return hook("scenario-result").innerText();
    }

    String balance() {
        map.rest();
        return hook("scenario-balance").innerText();
    }

    /** What stands beside the button that keeps a scenario, which cannot be pressed. */
    String whyNotKept() {
        assertThat(hook("scenario-save")).isDisabled();
        return page.locator("#scenario-save-hint").innerText();
    }

    /** Keeps the scenario and gives its address. */
    String keep(String name) {
        String before = map.view();
        hook("scenario-name").fill(name);
        hook("scenario-save").click();
        page.waitForCondition(() -> !map.view().equals(before) && map.view().contains("scenario="));
        map.rest();
        return map.view();
    }

    void startAnew() {
        hook("scenario-select").selectOption("");
        hook("scenario-empty").waitFor();
        map.rest();
    }

    void reload() {
        page.reload();
        map.rest();
    }

    /** Compares two kept scenarios, by the numbers of their places in the list, and gives the table. */
    List<String> compare(int first, int second) {
        hook("scenario-compare").click();
        choose("compare-1", first);
        choose("compare-2", second);
        return comparison();
    }

    List<String> comparison() {
        hook("compare-table").waitFor();
        map.rest();
        return hook("compare-table").locator("tr").allInnerTexts();
    }

    private void choose(String list, int index) {
        hook(list).locator("option").nth(index).waitFor(attached());
        hook(list).selectOption(new SelectOption().setIndex(index));
        map.rest();
    }

    /** The words of the page to print. */
    String printed() {
        Page paper = page.context().waitForPage(() -> hook("scenario-print").click());
        paper.waitForURL("blob:**");
        String words = paper.locator("body").innerText();
        paper.close();
        return words;
    }

    /** The name of the file that a download brings. */
    String file(String hook) {
        Download download = page.waitForDownload(() -> hook(hook).click());
        return download.suggestedFilename();
    }

    // Zones

    void chooseZones(String layer) {
        hook("zones-" + layer).click();
        map.rest();
    }

    String cover() {
        hook("zones-cover").waitFor();
        map.rest();
        return hook("zones-cover").innerText();
    }

    List<String> zones() {
        hook("zones-cover").waitFor();
        map.rest();
        return hook("zone").allInnerTexts();
    }

    List<String> overlaps() {
        return hook("zone-overlap").allInnerTexts();
    }

    void goToZone(int index) {
        hook("zone").nth(index).click();
        map.rest();
    }

    /** The zone that is chosen on the map. */
    String chosenZone() {
        Locator chosen = page.locator("[data-testid=zone][aria-pressed=true]");
        chosen.waitFor();
        return chosen.innerText();
    }

    String coverTable() {
        map.rest();
        return hook("zones-table").innerText();
    }

    String adjustment() {
        return hook("zones-adjustment").innerText();
    }

    /** Zones whose ground an adjustment changed, as they stand in the list. */
    List<String> adjusted() {
        hook("zone-adjusted").first().waitFor();
        return hook("zone-adjusted").allInnerTexts();
    }

    void goToAdjusted(int index) {
        hook("zone-adjusted").nth(index).click();
        map.rest();
    }

    // Indicators

    List<String> indicators() {
        hook("indicator").first().waitFor();
        map.rest();
        return hook("indicator").allInnerTexts();
    }

    void chooseKind(String kind) {
        hook("indicator-kind").selectOption(kind);
        map.rest();
    }

    void chooseState(String state) {
        hook("state-" + state).click();
        map.rest();
    }

    /** Opens an indicator and gives all that is said of it. */
    String openIndicator(int number) {
        hook("indicator-" + number).click();
        hook("indicator-more").waitFor();
        map.rest();
        return hook("indicator-more").innerText();
    }

    /** What the open indicator says to who would enter a value. */
    String enterInVain() {
        hook("enter-open").click();
        return hook("indicator-more").innerText();
    }

    void enterValue(String date, String value, String source) {
        hook("enter-open").click();
        hook("enter-date").fill(date);
        hook("enter-value").fill(value);
        hook("enter-source").fill(source);
        hook("enter-submit").click();
        hook("enter-done").waitFor();
        map.rest();
    }

    private static Locator.WaitForOptions attached() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
    }

    private Locator hook(String name) {
        return page.getByTestId(name);
    }
}
