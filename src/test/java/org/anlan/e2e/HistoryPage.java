package org.anlan.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** The revisions of layers in the words of those who keep them. */
final class HistoryPage {

    private final Page page;
    private final MapPage map;

    /** The task on a tab whose map is this one. */
    HistoryPage(Page page, MapPage map) {
        this.page = page;
        this.map = map;
    }

    /** The revisions of a layer, newest first, as they stand there. */
    List<String> historyOf(String layer) {
        map.openTask("history");
        hook("history-layer").selectOption(layer);
        revisions().first().waitFor();
        map.rest();
        return revisions().allInnerTexts();
    }

    void rollback(String revision) {
        int before = revisions().count();
        hook("rollback-" + revision).click();
        hook("rollback-confirm").click();
        hook("rollback-confirm").waitFor(MapPage.hidden());
        assertThat(revisions()).hasCount(before + 1);
        map.rest();
    }

    /** Compares a revision with the current one and gives how many features were added, changed and removed. */
    List<String> compareWithCurrent(String revision) {
        hook("compare-" + revision).click();
        hook("compare-counts").waitFor();
        map.rest();
        return hook("compare-counts").locator("button").allInnerTexts();
    }

    /** The features that differ between the compared revisions, as they stand in the list. */
    List<String> differences() {
        return hook("change-row").allInnerTexts();
    }

    private Locator revisions() {
        return page.locator("li[data-testid^=revision-]");
    }

    private Locator hook(String name) {
        return page.getByTestId(name);
    }
}
