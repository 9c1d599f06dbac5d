package org.anlan.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;

/** Problem sites in the words of those who work on them: the list, one of them, and what comparisons propose. */
final class ProblemSitePage {

    private final Page page;
    private final MapPage map;

    /** The part of the task on a tab whose map is this one. */
    ProblemSitePage(Page page, MapPage map) {
        this.page = page;
        this.map = map;
    }

    // List

    /** The list, where another part of the task is shown. */
    void openList() {
        hook("outfalls-cases").check();
    }

    /** Those that are listed under a choice ("open", "closed"). */
    List<String> list(String choice) {
        hook("cases-choice").selectOption(choice);
        hook("cases-count").waitFor();
        map.rest();
        return hook("case-item").allInnerTexts();
    }

    // Opening

    /** Says who is in charge, and until when. */
    void say(String unit, String deadline) {
        hook("case-unit").fill(unit);
        hook("case-deadline").fill(deadline);
    }

    /** Opens one at a place that is clicked on the map, and gives what its page says. */
    String openByHand(double lon, double lat, String title) {
        hook("case-enter").click();
        hook("case-draw-point").click();
        map.clickPlace(lon, lat);
        hook("case-title").fill(title);
        hook("case-save").click();
        return told();
    }

    /** What two revisions of a layer propose, as they stand in the list. */
    List<String> proposals(String layer, long from, long to) {
        hook("cases-propose").click();
        hook("compare-what").selectOption(layer);
        hook("propose-from").selectOption(String.valueOf(from));
        hook("propose-to").selectOption(String.valueOf(to));
        hook("propose-run").click();
        return proposals();
    }

    /** Readings of a parameter between two days that are above their limits and have no problem site, as they stand in the list. */
    List<String> readings(String from, String to, String parameter) {
        hook("cases-propose").click();
        hook("compare-what").selectOption("exceedances");
        hook("readings-from").fill(from);
        hook("readings-to").fill(to);
        hook("readings-parameter").selectOption(parameter);
        hook("readings-look").click();
        return proposals();
    }

    /** Chooses the first of what is proposed. */
    void chooseFirst() {
        hook("proposal").first().getByRole(AriaRole.CHECKBOX).check();
    }

    /** What the comparison of the address proposes. */
    List<String> proposals() {
        hook("proposals-count").waitFor();
        map.rest();
        return hook("proposal").allInnerTexts();
    }

    /** From what is proposed to the list of problem sites. */
    void backFromProposals() {
        hook("proposals-back").click();
    }

    /** Opens what is chosen in the list or on the map, one place, and gives what its page says. */
    String openChosen(String unit) {
        hook("proposals-form").waitFor();
        hook("case-unit").fill(unit);
        hook("proposals-save").click();
        return told();
    }

    // One of them

    /** All that its page says, once it is there. */
    String told() {
        hook("case-loop").waitFor();
        map.rest();
        return hook("case-page").innerText();
    }

    /** How far it has come. */
    String stage() {
        return hook("case-loop").locator("[aria-current=step]").innerText();
    }

    /** Takes it on. */
    void step(String to, String remark) {
        hook("case-step-" + to).click();
        hook("case-step-remark").fill(remark);
        save();
    }

    /** Takes it on with a photo. */
    void step(String to, String remark, Path photo) {
        hook("case-step-" + to).click();
        hook("case-step-remark").fill(remark);
        hook("case-step-files").setInputFiles(photo);
        save();
    }

    private void save() {
        hook("case-step-save").click();
        hook("case-step-form").waitFor(MapPage.hidden());
        map.rest();
    }

    /** Tries to take it back without a reason and gives what the form says. */
    String backWithoutReason(String to) {
        hook("case-step-" + to).click();
        hook("case-step-save").click();
        String said = page.getByRole(AriaRole.ALERT).innerText();
        hook("case-step-" + to).click();
        return said;
    }

    /** Its history, the oldest entry first. */
    List<String> history() {
        return hook("case-history").locator("li").allInnerTexts();
    }

    /** How many photos are shown. */
    int photos() {
        return hook("attachments").locator("img").count();
    }

    /** Goes back to the list. */
    void back() {
        hook("case-back").click();
    }

    /** Goes to the outfall that it is about. */
    void openOutfall() {
        hook("case-outfall").click();
    }

    private Locator hook(String name) {
        return page.getByTestId(name);
    }
}
