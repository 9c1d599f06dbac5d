package org.anlan.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.KeyboardModifier;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The map page in the words of its readers. What is read is read once the page has come to rest. */
final class MapPage {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final Page page;
    private final String address;

    /** A tab for the service at this address. */
    MapPage(Page page, String address) {
        this.page = page;
        this.address = address;
    }

    /**
     * A row of the retention table as it stands there.
     *
     * @param name of the town, bay or class
     * @param ratio with its sign
     * @param naturalKm length counted as natural
     * @param lengthKm length
     * @param segments how many
     */
    record Row(String name, String ratio, String naturalKm, String lengthKm, String segments) {

        private static Row of(Locator row) {
            List<String> cells = row.locator("th, td").allInnerTexts();
            return new Row(cells.get(0).strip(), cells.get(1).strip(), cells.get(2), cells.get(3), cells.get(4));
        }
    }

    // Opening and going about

    void openPage(String query) {
        page.navigate(address + "/" + query);
        rest();
    }

    /** The part of the address that says what is shown. */
    String view() {
        return "?" + URI.create(page.url()).getRawQuery();
    }

    void goBack() {
        page.goBack();
        rest();
    }

    void goForward() {
        page.goForward();
        rest();
    }

    void switchLanguage() {
        hook("lang-switch").click();
        rest();
    }

    String language() {
        return page.locator("html").getAttribute("lang");
    }

    String title() {
        return page.title();
    }

    // Retention

    void chooseYear(int year) {
        hook("year-select").selectOption(String.valueOf(year));
        rest();
    }

    String chosenYear() {
        return hook("year-select").inputValue();
    }

    List<String> years() {
        return hook("year-select").locator("option").allInnerTexts();
    }

    void chooseGrouping(String grouping) {
        hook("by-" + grouping).check();
        rest();
    }

    void chooseRules(String rules) {
        hook("rules-select").selectOption(rules);
        rest();
    }

    String readRatio() {
        rest();
        return hook("ratio-total").innerText();
    }

    List<Row> rows() {
        hook("retention-table").waitFor();
        rest();
        return hook("retention-table").locator("tbody tr").all().stream()
                .map(Row::of)
                .toList();
    }

    Map<String, Row> townRows() {
        return rows().stream().collect(Collectors.toMap(Row::name, row -> row));
    }

    String howComputed() {
        hook("how-computed").click();
        Locator text = hook("how-computed-text");
        text.waitFor();
        return text.innerText();
    }

    /** How far the widest thing in the task panel sticks out of its column, in pixels; 0 when all is inside. */
    int overflowOfPanel() {
        Locator column = page.locator(".task > section");
        return ((Number) column.evaluate("column => column.scrollWidth - column.clientWidth")).intValue();
    }

    /** Visible words of the page and those that only screen readers and tooltips tell; without what charts draw. */
    List<String> words() {
        rest();
        Object words = page.locator("body")
                .evaluate(
                        """
                body => [...body.querySelectorAll(':not(svg *)')].filter(e => e.checkVisibility() || e.tagName === 'OPTION').flatMap(e => [
                  ...[...e.childNodes].filter(n => n.nodeType === Node.TEXT_NODE).map(n => n.data.trim()),
                  ...['aria-label', 'title', 'placeholder'].map(a => e.getAttribute(a) ?? ''),
                ]).filter(word => word !== '')""");
        return ((List<?>) words).stream().map(String::valueOf).toList();
    }

    // Map

    /** Where the map is, as the address tells it. */
    MapView where() {
        return MapView.ofAddress(view());
    }

    /** Waits until the map is where it should be. */
    MapView waitForMap(Predicate<MapView> there) {
        page.waitForCondition(() -> there.test(where()));
        return where();
    }

    /** Clicks the map at a place in degrees, which must lie between the panels. */
    void clickPlace(double lon, double lat, KeyboardModifier... held) {
        Locator map = hook("map");
        double width = ((Number) map.evaluate("map => map.clientWidth")).doubleValue();
        double height = ((Number) map.evaluate("map => map.clientHeight")).doubleValue();
        MapView view = where();
        map.click(new Locator.ClickOptions()
                .setPosition(view.xOf(lon, width), view.yOf(lat, height))
                .setModifiers(List.of(held)));
    }

    /** Takes what lies at a place in degrees and carries it to another. */
    void dragPlace(double fromLon, double fromLat, double toLon, double toLat) {
        BoundingBox map = hook("map").boundingBox();
        MapView view = where();
        page.mouse().move(map.x + view.xOf(fromLon, map.width), map.y + view.yOf(fromLat, map.height));
        page.mouse().down();
        page.mouse()
                .move(
                        map.x + view.xOf(toLon, map.width),
                        map.y + view.yOf(toLat, map.height),
                        new Mouse.MoveOptions().setSteps(4));
        page.mouse().up();
    }

    /** Moves the mouse to a place in degrees. */
    void pointPlace(double lon, double lat) {
        BoundingBox map = hook("map").boundingBox();
        MapView view = where();
        page.mouse().move(map.x + view.xOf(lon, map.width), map.y + view.yOf(lat, map.height));
    }

    /** The tools of the map. */
    ToolsPage tools() {
        return new ToolsPage(page, this);
    }

    /** The page at other widths. */
    PhonePage phone() {
        return new PhonePage(page, this);
    }

    /** The details of a feature, once these words are among them. */
    String featureDetails(String... words) {
        for (String word : words) {
            assertThat(hook("feature-details")).containsText(word);
        }
        hook("feature-details").waitFor();
        return hook("feature-details").innerText();
    }

    // Change between surveys

    /** Coast that counts as natural and was lost, that was gained, and coast that changed its type. */
    List<String> changeSums() {
        hook("change-sums").waitFor();
        rest();
        return hook("change-sums").locator("dd").allInnerTexts();
    }

    /** The reaches that changed, those that became artificial first. */
    List<String> reaches() {
        hook("change-sums").waitFor();
        rest();
        return hook("change-reach").allInnerTexts();
    }

    void goToReach(int index) {
        hook("change-reach").nth(index).click();
    }

    /** Overview, retention and change as they go on from here. */
    CoastPage coast() {
        return new CoastPage(page, this);
    }

    // Impact check of a site

    SitePage openImpact() {
        openTask("impact");
        page.locator("#impact-title").waitFor(); // the task comes when somebody opens it
        rest();
        return site();
    }

    /** The check of a site that an address opened. */
    EditPage openEdit() {
        openTask("edit");
        page.locator("#edit-title").waitFor(); // the task comes when somebody opens it
        rest();
        return edit();
    }

    EditPage edit() {
        return new EditPage(page, this);
    }

    SitePage site() {
        return new SitePage(page, this);
    }

    // Outfalls

    /** The task of outfalls, by its door on the overview. */
    OutfallPage openOutfalls() {
        hook("door-outfalls").click();
        page.locator("#outfalls-title").waitFor(); // the task comes when somebody opens it
        return outfalls();
    }

    /** The task of outfalls that an address opened. */
    OutfallPage outfalls() {
        return new OutfallPage(page, this);
    }

    /** Scenarios, zones and indicators as they go on from here. */
    PlanPage plan() {
        return new PlanPage(page, this);
    }

    // Session

    /** Signs in with an account of its own name. */
    void signIn(String name, String password) {
        hook("account").click();
        hook("sign-in-name").fill(name);
        signIn(password);
    }

    void signIn(String password) {
        tryPassword(password);
        hook("sign-in-password").waitFor(hidden());
        rest();
    }

    /** Shows a wrong password and gives what the page says to it. */
    String signInInVain(String password) {
        tryPassword(password);
        return problem();
    }

    private void tryPassword(String password) {
        if (!hook("sign-in-password").isVisible()) {
            hook("account").click();
        }
        hook("sign-in-password").fill(password);
        hook("sign-in-submit").click();
    }

    String account() {
        return hook("account").innerText();
    }

    /** What the page says went wrong. */
    String problem() {
        Locator alert = page.getByRole(AriaRole.ALERT);
        alert.waitFor();
        return alert.innerText();
    }

    // Upload and history

    void openUpload() {
        openTask("upload");
        page.locator("#upload-title").waitFor(); // the task comes when somebody opens it
        rest();
    }

    UploadPage upload() {
        return new UploadPage(page, this);
    }

    HistoryPage history() {
        return new HistoryPage(page, this);
    }

    /**
     * Opens a task whose code does not come, as when the service was renewed since, and tries again when it does.
     *
     * @return what stood in its place
     */
    String openTaskThatIsLost(String task, String code) {
        String lost = "**/assets/" + code + "*";
        page.route(lost, Route::abort);
        openTask(task);
        String said = hook("part-missing").innerText();
        page.unroute(lost);
        hook("part-missing").getByRole(AriaRole.BUTTON).click();
        assertThat(hook("part-missing")).hasCount(0);
        rest();
        return said;
    }

    void openRetention() {
        openTask("retention");
        page.locator("#retention-title").waitFor(); // the task comes when somebody opens it
        rest();
    }

    // Pictures

    /** What axe-core finds on the page as it is when it rests. */
    List<String> accessibility() {
        rest();
        return AxeScan.of(page);
    }

    /** Keeps a picture of the page. */
    void picture(String name) {
        picture(pictureFile(name));
    }

    /** Where the picture of this name is kept. */
    Path pictureFile(String name) {
        return SCREENSHOTS.resolve(name + ".png");
    }

    /** Keeps a picture of the page where it is wanted, charts and all. */
    void picture(Path file) {
        rest();
        if (hook("retention-table").isVisible()) {
            page.locator("figure svg").waitFor();
            page.locator(".head .series svg").waitFor();
        }
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    /** Keeps a picture of the page while something is under way. */
    void pictureUnderWay(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(pictureFile(name)));
    }

    // Below the words

    /** Opens a task by its tab; those that do not fit beside the others are in the menu behind them. */
    void openTask(String task) {
        if (!hook("tab-" + task).isVisible()) {
            hook("tabs-more").click();
        }
        hook("tab-" + task).click();
    }

    private Locator hook(String name) {
        return page.getByTestId(name);
    }

    /** Waits until nothing is on its way and everything switched on is drawn. */
    void rest() {
        page.locator("[data-testid=map][data-loaded=true]").waitFor();
        assertThat(page.locator("[aria-busy=true]")).hasCount(0);
    }

    static Locator.WaitForOptions hidden() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
    }
}
