package org.anlan.e2e;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;

/** The overview, the drill-down of the ratio and the comparison of two surveys in the words of planners. */
final class CoastPage {

    private final Page page;
    private final MapPage map;

    /** The tasks on a tab whose map is this one. */
    CoastPage(Page page, MapPage map) {
        this.page = page;
        this.map = map;
    }

    // Overview

    /** What a card of the overview says: "ratio", "outfalls", "red-lines", "cases", "indicators", "scenarios" or "hand-ins". */
    String card(String id) {
        hook("overview-" + id).waitFor();
        map.rest();
        return hook("overview-" + id).innerText();
    }

    /** What a figure of the overview answers to the question how it was computed. */
    String howComputed(String hook) {
        hook(hook).click();
        hook(hook + "-text").waitFor();
        String told = hook(hook + "-text").innerText();
        page.keyboard().press("Escape");
        hook(hook + "-text").waitFor(MapPage.hidden());
        return told;
    }

    /** Goes through the door of a card. */
    void enter(String id) {
        hook("door-" + id).click();
        hook("door-" + id).waitFor(MapPage.hidden());
        map.rest();
    }

    void openNewestHandIn() {
        hook("hand-in").first().click();
        page.locator("li[data-testid^=revision-]").first().waitFor();
        map.rest();
    }

    // Retention

    /** Presses a key on the slider of years and gives what it says then. */
    String slideYear(String key) {
        hook("year-slider").press(key);
        map.rest();
        return hook("year-slider").getAttribute("aria-valuetext");
    }

    String noSurvey() {
        return hook("no-survey").innerText();
    }

    /** How far the coast is from its target. */
    String margin() {
        map.rest();
        return hook("margin").last().innerText();
    }

    void chooseTarget(String id) {
        hook("target-select").selectOption(id);
        map.rest();
    }

    void lookInto(String code) {
        hook("retention-row-" + code).click();
        hook("segments").waitFor();
        map.rest();
    }

    void backToAll() {
        hook("trail-all").click();
        hook("retention-table").waitFor();
        map.rest();
    }

    String trail() {
        hook("retention-trail").waitFor();
        map.rest();
        return hook("retention-trail").innerText();
    }

    List<String> segments() {
        hook("segments").waitFor();
        map.rest();
        return hook("segment").allInnerTexts();
    }

    void chooseSegment(String code) {
        hook("segment").getByText(code).click();
        map.rest();
    }

    /** The row that what was clicked on the map lies in. */
    String pointedRow() {
        Locator row = page.locator("tr[aria-current=true] th");
        row.waitFor();
        return row.innerText();
    }

    /** Takes the coast apart by type, and gives the same as a table. */
    String types() {
        hook("bars-types").check();
        hook("types-table").locator("summary").click();
        map.rest();
        return hook("types-table").innerText();
    }

    /** The rows under other rules, or from a coarser survey. */
    List<String> sensitivity(String table) {
        if (!hook(table).isVisible()) {
            hook("sensitivity").locator("summary").click();
            hook(table).waitFor();
        }
        return hook(table).locator("tbody tr").allInnerTexts();
    }

    /** The name of the file that a figure comes as. */
    String file(String hook) {
        Download download = page.waitForDownload(() -> hook(hook).click());
        return download.suggestedFilename();
    }

    // Change

    boolean hasFlow() {
        page.locator("[data-testid=change-flow] svg").waitFor();
        return hook("change-flow").isVisible();
    }

    void compare() {
        hook("swipe-toggle").check();
        hook("swipe-line").waitFor();
        map.rest();
    }

    /** Moves the line between two surveys by a key and gives where it stands, in percent. */
    String moveLine(String key) {
        hook("swipe-line").press(key);
        return line();
    }

    /** Drags the line so many pixels to the right. */
    String dragLine(int pixels) {
        BoundingBox handle = hook("swipe-line").boundingBox();
        double y = handle.y + handle.height / 2;
        double x = handle.x + handle.width / 2;
        page.mouse().move(x, y);
        page.mouse().down();
        page.mouse().move(x + pixels, y);
        page.mouse().up();
        return line();
    }

    String line() {
        map.rest();
        return hook("swipe-line").getAttribute("aria-valuenow");
    }

    void stopComparing() {
        hook("swipe-toggle").uncheck();
        hook("swipe-line").waitFor(MapPage.hidden());
        map.rest();
    }

    private Locator hook(String name) {
        return page.getByTestId(name);
    }
}
