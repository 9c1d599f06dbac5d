package org.anlan.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.KeyboardModifier;
import java.util.List;

/** Editing features by hand in the words of GIS editors. */
final class EditPage {

    private final Page page;
    private final MapPage map;

    /** The task on a tab whose map is this one. */
    EditPage(Page page, MapPage map) {
        this.page = page;
        this.map = map;
    }

    /** Goes on from the card of the chosen feature. */
    void editFromCard() {
        hook("details-edit").click();
        form();
    }

    /** Why somebody may not edit. */
    String gate() {
        hook("edit-gate").waitFor();
        return hook("edit-gate").innerText();
    }

    /** The id of the feature in the form. */
    String id() {
        form();
        return hook("edit-id").innerText();
    }

    void type(String field, String value) {
        form();
        hook("edit-field-" + field).fill(value);
        map.rest();
    }

    void choose(String field, String code) {
        form();
        hook("edit-field-" + field).selectOption(code);
        map.rest();
    }

    String value(String field) {
        form();
        return hook("edit-field-" + field).inputValue();
    }

    /** What stands beside the fields of the form. */
    List<String> besideFields() {
        map.rest();
        return hook("edit-field-finding").allInnerTexts();
    }

    /** What the check says in short. */
    String state() {
        map.rest();
        return hook("edit-state").innerText();
    }

    /** What the edit does to the ratio. */
    String effects() {
        map.rest();
        return hook("upload-effects").innerText();
    }

    /** The features that are changed and not saved. */
    List<String> drafts() {
        map.rest();
        return hook("edit-draft").allInnerTexts();
    }

    /** Carries a vertex of the chosen feature from one place to another. */
    void dragVertex(double fromLon, double fromLat, double toLon, double toLat) {
        form();
        map.dragPlace(fromLon, fromLat, toLon, toLat);
        hook("edit-drafts").waitFor();
        map.rest();
    }

    void press(String keys) {
        page.keyboard().press(keys);
        map.rest();
    }

    void undo() {
        hook("edit-undo").click();
        map.rest();
    }

    /** Splits the chosen line where the map is clicked, and gives what is said of it. */
    String splitAt(double lon, double lat) {
        form();
        hook("edit-splitAt").click();
        map.clickPlace(lon, lat);
        hook("edit-told").waitFor();
        map.rest();
        return hook("edit-told").innerText();
    }

    /** Begins to cut by a line, thinks better of it, and leaves the drawing with Escape. */
    String cutAndThinkBetterOfIt() {
        hook("edit-cut").click();
        String hint = hook("edit-hint").innerText();
        page.keyboard().press("Escape");
        hook("edit-hint").waitFor(MapPage.hidden());
        return hint;
    }

    /** Cuts the chosen feature by a line through these places, and gives what is said of it. */
    String cut(double[][] places) {
        form();
        hook("edit-cut").click();
        set(places);
        page.keyboard().press("Enter");
        hook("edit-told").waitFor();
        map.rest();
        return hook("edit-told").innerText();
    }

    /** Draws a new feature of the layer through these places; a point has one. */
    void drawNew(double[][] places) {
        hook("edit-new").click();
        set(places);
        if (places.length > 1) {
            page.keyboard().press("Enter");
        }
        hook("edit-hint").waitFor(MapPage.hidden());
        form();
    }

    private void set(double[][] places) {
        hook("edit-hint").waitFor();
        for (double[] place : places) {
            map.clickPlace(place[0], place[1]);
        }
    }

    void chooseLayer(String layer) {
        hook("edit-layer").selectOption(layer);
        map.rest();
    }

    /** Clicks a vertex of the chosen feature with Alt held. */
    void removeVertexWithAlt(double lon, double lat) {
        form();
        map.clickPlace(lon, lat, KeyboardModifier.ALT);
        hook("edit-drafts").waitFor();
        map.rest();
    }

    /** Points at a vertex of the chosen feature and presses Delete. */
    void removeVertexWithDelete(double lon, double lat) {
        form();
        map.pointPlace(lon, lat);
        page.keyboard().press("Delete");
        hook("edit-drafts").waitFor();
        map.rest();
    }

    /** Takes the chosen feature by a place on it, carries it as a whole to another, and goes back to its vertices. */
    void move(double fromLon, double fromLat, double toLon, double toLat) {
        form();
        hook("edit-move").click();
        map.dragPlace(fromLon, fromLat, toLon, toLat);
        hook("edit-drafts").waitFor();
        page.keyboard().press("Escape");
        hook("edit-hint").waitFor(MapPage.hidden());
        map.rest();
    }

    /** Takes a neighbour into the chosen feature. */
    void mergeWith(String neighbour) {
        form();
        hook("edit-merge").click();
        hook("edit-mate")
                .filter(new Locator.FilterOptions().setHasText(neighbour))
                .click();
        hook("edit-told").waitFor();
        map.rest();
    }

    /** Saves, and gives what was kept. */
    String save(String note) {
        hook("edit-note").fill(note);
        hook("edit-save").click();
        hook("edit-saved").waitFor();
        map.rest();
        return hook("edit-saved").innerText();
    }

    /** Tries to save what somebody else has overtaken, and gives what is said of it. */
    String saveInVain() {
        hook("edit-save").click();
        hook("edit-conflict").waitFor();
        map.rest();
        return hook("edit-bar").innerText();
    }

    /** Loads what the features are now, and gives what somebody else made of a field that was changed here too. */
    String rebase() {
        hook("edit-rebase").click();
        hook("edit-overtaken").waitFor();
        map.rest();
        return hook("edit-overtaken").innerText();
    }

    void reload() {
        page.reload();
        form();
        map.rest();
    }

    /** Throws all away that is not saved. */
    void discard() {
        hook("edit-discard").click();
        hook("edit-discard").click();
        assertThat(hook("edit-draft")).hasCount(0);
        map.rest();
    }

    private void form() {
        hook("edit-form").waitFor();
        map.rest();
    }

    private Locator hook(String name) {
        return page.getByTestId(name);
    }
}
