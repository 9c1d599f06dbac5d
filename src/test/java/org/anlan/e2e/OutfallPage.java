package org.anlan.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/** The task of outfalls in the words of those who keep their ledger. */
final class OutfallPage {

    private final Page page;
    private final MapPage map;

    /** The task on a tab whose map is this one. */
    OutfallPage(Page page, MapPage map) {
        this.page = page;
        this.map = map;
    }

    // Figures

    /** How many there are, are to be remediated, are written off, and the rate. */
    String head() {
        hook("outfalls-head").waitFor();
        map.rest();
        return hook("outfalls-head").innerText();
    }

    /** A row of the figures by a grouping. */
    String figures(String by, String code) {
        hook("outfalls-by").selectOption(by);
        return hook("outfalls-row-" + code).innerText();
    }

    // List

    void openList() {
        hook("outfalls-list").check();
    }

    /** What strangers are told in the place of a list or an archive. */
    String toldToStrangers() {
        return hook("outfalls-sign-in").innerText();
    }

    /** Waits for a list of so many outfalls and gives those of its first page. */
    List<String> list(int count) {
        assertThat(hook("outfalls-count")).containsText(count + " 个排污口");
        return items().allInnerTexts();
    }

    void chooseState(String state) {
        hook("outfalls-state-" + state).click();
    }

    void chooseExceeding() {
        hook("outfalls-exceeding").check();
    }

    void search(String text) {
        hook("outfalls-text").fill(text);
        hook("outfalls-text").press("Enter");
    }

    void clearFilter() {
        hook("outfalls-clear").click();
    }

    void sortBy(String field) {
        hook("outfalls-sort-" + field).click();
    }

    /** Waits until this outfall stands first and gives its row. */
    String first(String name) {
        assertThat(items().first()).containsText(name);
        return items().first().innerText();
    }

    /** Scrolls a long list to its end, waits until this outfall is there and gives its row. */
    String lastOfAll(String name) {
        hook("outfalls-table").evaluate("table => table.parentElement.scrollTo(0, table.offsetHeight)");
        assertThat(items().last()).containsText(name);
        return items().last().innerText();
    }

    /** Where the cluster lies that is closest to a place, in degrees, as the page asked for it last. */
    List<Double> clusterNear(double lon, double lat) {
        map.rest();
        Object place = page.evaluate(
                """
                async ([lon, lat]) => {
                  const asked = performance.getEntriesByType('resource').map(one => one.name).filter(name => name.includes('/outfalls/map')).at(-1)
                  const { clusters } = await (await fetch(asked)).json()
                  const far = one => Math.hypot(one.lon - lon, one.lat - lat)
                  const nearest = clusters.sort((a, b) => far(a) - far(b))[0]
                  return [nearest.lon, nearest.lat]
                }""",
                List.of(lon, lat));
        return ((List<?>) place)
                .stream().map(one -> ((Number) one).doubleValue()).toList();
    }

    private Locator items() {
        return hook("outfalls-item");
    }

    /** Opens the archive of the outfall that stands first. */
    void openFirst() {
        items().first().getByRole(AriaRole.BUTTON).click();
        archive();
    }

    /** The problem sites, a part of the task. */
    ProblemSitePage problemSites() {
        return new ProblemSitePage(page, map);
    }

    // One outfall

    /** All that the page of an outfall says, once it is there. */
    String archive() {
        hook("outfall-state").waitFor();
        hook("readings-chart").locator("svg").waitFor();
        map.rest();
        return hook("outfall-page").innerText();
    }

    void backToList() {
        hook("outfall-back").click();
    }

    String state() {
        map.rest();
        return hook("outfall-state").innerText();
    }

    /** The steps, the oldest first. */
    List<String> steps() {
        return hook("outfall-steps").locator("li").allInnerTexts();
    }

    /** Whether a step is offered. */
    boolean offers(String step) {
        return hook("step-" + step).isVisible();
    }

    /** Enters a step and gives what the page says against it. */
    String enterInVain(String step, String day, String remark) {
        hook("step-" + step).click();
        fill(day, remark);
        return map.problem();
    }

    /** Mends the day of the step that was refused and enters it. */
    void enterOn(String day) {
        String remark = hook("step-remark").inputValue();
        fill(day, remark);
        hook("step-form").waitFor(MapPage.hidden());
        map.rest();
    }

    private void fill(String day, String remark) {
        hook("step-day").fill(day);
        hook("step-remark").fill(remark);
        hook("step-save").click();
    }

    /** Puts a step on another day, with the reason, and gives what the page then says of the steps. */
    List<String> correctDay(String day, String reason) {
        Locator opener = hook("outfall-steps").getByRole(AriaRole.BUTTON).last();
        opener.click();
        Locator form = hook("outfall-steps").locator("form");
        form.getByRole(AriaRole.TEXTBOX).first().fill(reason);
        form.locator("input[type=date]").fill(day);
        form.getByRole(AriaRole.BUTTON).first().click();
        form.waitFor(MapPage.hidden());
        map.rest();
        return steps();
    }

    /** How many things can be entered on the page of an outfall, but for steps. */
    int forms() {
        return page.locator("[data-testid=outfall-page] [data-testid$=-enter], [data-testid=attachment-input]")
                .count();
    }

    // Entering a reading

    /** Enters what was measured of a parameter on a day and gives what the page says against it. */
    String enterReadingInVain(String day, String parameter, String value) {
        hook("reading-enter").click();
        hook("reading-day").fill(day);
        typeReading(parameter, value);
        return map.problem();
    }

    /** Mends the value that was refused; the day stands as it was typed. Gives what is said of limits. */
    String enterReading(String parameter, String value) {
        mendReading(parameter, value);
        return hook("readings-told").innerText();
    }

    /** Mends the value that was refused by one that is within its limit. */
    void mendReading(String parameter, String value) {
        typeReading(parameter, value);
        hook("reading-form").waitFor(MapPage.hidden());
        map.rest();
    }

    private void typeReading(String parameter, String value) {
        hook("reading-" + parameter).fill(value);
        hook("reading-save").click();
    }

    /** Opens a problem site from the newest value above its limit. */
    ProblemSitePage openProblemSite(String unit, String deadline) {
        hook("reading-case-enter").click();
        ProblemSitePage site = problemSites();
        site.say(unit, deadline);
        hook("reading-case-save").click();
        site.told();
        return site;
    }

    /** What is said of a parameter: its limit, and how often it was above. */
    String readings(String parameter) {
        hook("readings-parameter").selectOption(parameter);
        return readings();
    }

    /** The same of the parameter that the page chooses itself. */
    String readings() {
        map.rest();
        return hook("outfall-readings").innerText();
    }

    /** The values that the chart draws, the newest first. */
    List<String> values() {
        if (!hook("readings-table").isVisible()) {
            hook("readings-table-open").click();
        }
        return hook("readings-table").locator("tbody tr").allInnerTexts();
    }

    private Locator hook(String name) {
        return page.getByTestId(name);
    }
}
