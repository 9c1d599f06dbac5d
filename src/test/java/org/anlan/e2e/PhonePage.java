package org.anlan.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;

/** What the page does at other widths, in the words of its readers. */
final class PhonePage {

    private final Page page;
    private final MapPage map;

    PhonePage(Page page, MapPage map) {
        this.page = page;
        this.map = map;
    }

    /** Gives the window another size. */
    void resize(int width, int height) {
        page.setViewportSize(width, height);
        map.rest();
    }

    /** Whether the page, its bar or its task panel is wider than what is seen of it. */
    boolean isCut() {
        map.rest();
        return (Boolean)
                page.locator("body")
                        .evaluate(
                                """
                body => [document.documentElement, ...document.querySelectorAll('.bar, .task, .task > section')]
                  .some(e => e.scrollWidth > e.clientWidth)""");
    }

    /** Whether the way out of the open table is seen without scrolling. */
    boolean tableCanBeClosed() {
        map.rest();
        BoundingBox close = hook("table-close").boundingBox();
        return close.x >= 0 && close.x + close.width <= page.viewportSize().width;
    }

    // The task panel as a sheet

    /** How far the panel is drawn up, as a screen reader says it. */
    String sheet() {
        return hook("sheet-handle").getAttribute("aria-valuetext");
    }

    /** Height of the panel in pixels. */
    double sheetHeight() {
        return page.locator(".task").boundingBox().height;
    }

    void drawUp() {
        hook("sheet-up").click();
    }

    void drawDown() {
        hook("sheet-down").click();
    }

    void pressOnHandle(String key) {
        hook("sheet-handle").press(key);
    }

    /** Takes the handle and lets it go so many pixels further down. */
    void dragHandle(double down) {
        BoundingBox handle = hook("sheet-handle").boundingBox();
        double x = handle.x + handle.width / 2;
        double y = handle.y + handle.height / 2;
        page.mouse().move(x, y);
        page.mouse().down();
        page.mouse().move(x, y + down, new Mouse.MoveOptions().setSteps(3));
        page.mouse().up();
    }

    // Tasks in the bar

    /** The tasks that stand in the bar. */
    List<String> tasksInBar() {
        return page.locator("nav > button").allInnerTexts();
    }

    boolean hasMenu() {
        return hook("tabs-more").isVisible();
    }

    /** Opens the menu of the other tasks by the keyboard and gives what stands there. */
    List<String> openMenu() {
        hook("tabs-more").focus();
        page.keyboard().press("ArrowDown");
        assertThat(page.getByRole(AriaRole.MENUITEM).first()).isFocused();
        return page.locator("#tabs-menu button").allInnerTexts();
    }

    /** Escape closes the menu and the focus is back at its button. */
    void closeMenu() {
        page.keyboard().press("Escape");
        assertThat(page.locator("#tabs-menu")).hasCount(0);
        assertThat(hook("tabs-more")).isFocused();
    }

    /** Goes to the last of the open menu and takes it. */
    void takeLastOfMenu() {
        page.keyboard().press("End");
        page.keyboard().press("Enter");
        assertThat(page.locator("#tabs-menu")).hasCount(0);
        map.rest();
    }

    /** The task whose tab is marked. */
    String task() {
        return page.locator("nav > button[aria-current=page]").innerText();
    }

    private Locator hook(String name) {
        return page.getByTestId(name);
    }
}
