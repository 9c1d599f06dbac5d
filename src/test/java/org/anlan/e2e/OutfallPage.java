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

    private Locator items() {
        return hook("outfalls-item");
    }

    /** Opens the archive of the outfall that stands first. */
    void openFirst() {
        items().first().getByRole(AriaRole.BUTTON).click();
        archive();
    }

    // Problem sites

    /** The problem sites that are open, once they are there. */
    List<String> problemSites() {
        hook("outfalls-cases").check();
        hook("cases-count").waitFor();
        return hook("case-item").allInnerTexts();
    }

    /** Opens the first problem site and gives what is told of it. */
    String openProblemSite() {
        hook("case-item").first().getByRole(AriaRole.BUTTON).click();
        hook("case-item").first().locator("dl").waitFor();
        return hook("case-item").first().innerText();
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
