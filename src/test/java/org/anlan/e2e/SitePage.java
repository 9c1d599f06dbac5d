package org.anlan.e2e;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.KeyboardModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The impact check of a site in the words of planners. */
final class SitePage {

    private final Page page;
    private final MapPage map;

    /** The task on a tab whose map is this one. */
    SitePage(Page page, MapPage map) {
        this.page = page;
        this.map = map;
    }

    /** Draws an area whose corners are at these places, longitude and latitude by turns, and ends it with Enter. */
    void drawArea(double... corners) {
        drawAreaHolding(List.of(), corners);
    }

    /** The same with these keys held at every click. */
    void drawAreaHolding(List<KeyboardModifier> held, double... corners) {
        hook("way-polygon").click();
        for (int i = 0; i < corners.length; i += 2) {
            map.clickPlace(corners[i], corners[i + 1], held.toArray(KeyboardModifier[]::new));
        }
        page.keyboard().press("Enter");
        hook("draw-hint").waitFor(MapPage.hidden());
        report();
    }

    /** Sets one corner too many, takes it back, and gives what stands beside the tools; the drawing is left with Escape. */
    String drawAndThinkBetterOfIt(double lon, double lat) {
        hook("way-line").click();
        map.clickPlace(lon, lat);
        page.keyboard().press("Backspace");
        String hint = hook("draw-hint").innerText();
        page.keyboard().press("Escape");
        hook("draw-hint").waitFor(MapPage.hidden());
        return hint;
    }

    /** The corners of the area that is checked, longitude and latitude by turns, as the address has them. */
    double[] corners() {
        map.rest();
        String site = map.view().replaceFirst(".*[?&]site=polygon,", "").replaceFirst("&.*", "");
        return Stream.of(site.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
    }

    /** Drops a file on the page, and gives what that then says of it. */
    String dropFile(Path file) throws IOException {
        hook("way-file").click();
        JSHandle carried = page.evaluateHandle(
                """
                ([name, bytes]) => {
                  const carried = new DataTransfer()
                  carried.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], name))
                  return carried
                }""",
                List.of(file.getFileName().toString(), Base64.getEncoder().encodeToString(Files.readAllBytes(file))));
        page.locator("label", new Page.LocatorOptions().setHas(hook("site-file")))
                .dispatchEvent("drop", Map.of("dataTransfer", carried));
        hook("site-file-name").waitFor();
        map.rest();
        return page.locator(".file").innerText();
    }

    /** Gives files that belong together, and what the page then says of them. */
    String giveFiles(Path... files) {
        if (!hook("site-file").isVisible()) {
            hook("way-file").click();
        }
        hook("site-file").setInputFiles(files);
        hook("site-file-name").waitFor();
        map.rest();
        return page.locator(".file").innerText();
    }

    /** Answers what the page asks about a file with the first of its choices. */
    void answerFirst() {
        hook("site-file-choice").first().click();
        hook("site-file-choice").first().waitFor(MapPage.hidden());
        report();
    }

    /** Takes one feature of the file alone, counted from 1. */
    void takeFeature(int number) {
        hook("site-file-feature").selectOption(Integer.toString(number));
        report();
    }

    /** Types coordinates in, one position a line. */
    void typeCoordinates(String lines) {
        fillCoordinates(lines);
        hook("typed-submit").click();
        report();
    }

    /** Types coordinates that cannot be used and gives what is said of them. */
    String typeInVain(String lines) {
        fillCoordinates(lines);
        String told = page.locator("#typed-hint").innerText();
        hook("way-coordinates").click();
        return told;
    }

    private void fillCoordinates(String lines) {
        hook("way-coordinates").click();
        hook("typed-coordinates").fill(lines);
    }

    void chooseProject(String number) {
        hook("way-project").click();
        hook("project-" + number).click();
        report();
    }

    void chooseActivity(String code) {
        hook("activity-select").selectOption(code);
        map.rest();
    }

    /** Takes the site by a place in it and carries it to another. */
    void drag(double fromLon, double fromLat, double toLon, double toLat) {
        map.dragPlace(fromLon, fromLat, toLon, toLat);
        map.rest();
    }

    void undoMove() {
        page.keyboard().press("Control+z");
        map.rest();
    }

    /** The verdict and what stands below it. */
    String verdict() {
        report();
        return hook("impact-verdict").innerText();
    }

    /** Each rule that speaks. */
    List<String> rules() {
        report();
        return hook("impact-rule").allInnerTexts();
    }

    /** What is met of a layer. */
    List<String> hits(String layer) {
        report();
        return hook("hits-" + layer).getByTestId("impact-hit").allInnerTexts();
    }

    /** Goes to what is met first of a layer. */
    void goToHit(String layer) {
        hook("hits-" + layer).getByTestId("impact-hit").first().click();
    }

    String coast() {
        report();
        return hook("impact-coast").innerText();
    }

    /** What the site is and how large. */
    String site() {
        report();
        return hook("site-summary").innerText();
    }

    /** The words of the page to print. */
    String printed() {
        Page paper = page.context().waitForPage(() -> hook("impact-print").click());
        paper.waitForURL("blob:**");
        String words = paper.locator("body").innerText();
        paper.close();
        return words;
    }

    /** The name of the file that a download brings. */
    String file(String format) {
        Download download = page.waitForDownload(() -> hook("impact-" + format).click());
        return download.suggestedFilename();
    }

    void reload() {
        page.reload();
        report();
    }

    private void report() {
        hook("impact-verdict").waitFor();
        map.rest();
    }

    private Locator hook(String name) {
        return page.getByTestId(name);
    }
}
