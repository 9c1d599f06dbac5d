package org.anlan.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Handing in, in the words of GIS staff. */
final class UploadPage {

    private final Page page;
    private final MapPage map;

    /** The task on a tab whose map is this one. */
    UploadPage(Page page, MapPage map) {
        this.page = page;
        this.map = map;
    }

    /**
     * What a layer of a file was taken for.
     *
     * @param name in the file
     * @param layer of the catalogue
     * @param year of the survey; blank where the layer knows none
     * @param crs EPSG code
     */
    record Recognised(String name, String layer, String year, String crs) {}

    /** Hands a file in and gives what each of its layers was taken for. */
    List<Recognised> uploadFile(Path file) {
        hook("upload-input").setInputFiles(file);
        return parts();
    }

    private List<Recognised> parts() {
        page.locator("article.part").first().waitFor();
        map.rest();
        return page.locator("article.part").all().stream()
                .map(UploadPage::recognised)
                .toList();
    }

    private static Recognised recognised(Locator part) {
        Locator year = part.getByTestId("part-year");
        return new Recognised(
                part.getAttribute("aria-label"),
                part.getByTestId("part-layer").inputValue(),
                year.count() == 0 ? "" : year.inputValue(),
                part.getByTestId("part-crs").inputValue());
    }

    /** Where the data would lie under each coordinate system that could be meant, as the list says it. */
    List<String> crsCandidates() {
        return hook("crs-candidates").locator("li").allInnerTexts();
    }

    void chooseCrs(int index) {
        hook("crs-candidates").locator("li button").nth(index).click();
        map.rest();
    }

    /** The encodings that could be meant, and the first texts of the file under each of them. */
    List<String> encodings() {
        return hook("encoding-candidates").locator("th, tr:first-child td").allInnerTexts();
    }

    /** Says how features that the file lacks are dealt with, thinks better of it, and gives what is then chosen. */
    String chooseModeAndTakeItBack(String mode) {
        hook("part-mode").first().selectOption(mode);
        map.rest();
        hook("upload-undo").click();
        map.rest();
        return hook("part-mode").first().inputValue();
    }

    /** Hands in a file that cannot be read and gives what stands beside the drop zone. */
    String uploadInVain(Path file) {
        hook("upload-input").setInputFiles(file);
        Locator alert = page.locator(".zone ~ .problem");
        alert.waitFor();
        map.rest();
        return alert.innerText();
    }

    /** Checks the hand-in and gives the counts of errors, warnings and notes as they stand there. */
    List<String> check() {
        hook("upload-check").click();
        hook("upload-summary").waitFor();
        map.rest();
        return hook("upload-summary").locator(".counts > span").allInnerTexts();
    }

    /** Says of which year the first layer of the hand-in is. */
    void chooseYearOfHandIn(int year) {
        hook("part-year").first().fill(String.valueOf(year));
        hook("part-year").first().blur();
        map.rest();
    }

    /** Checks while the service refuses to tell how far it has come, as it does when too many are listening. */
    List<String> checkWithoutEvents() {
        page.route("**/events", route -> route.fulfill(new Route.FulfillOptions().setStatus(429)));
        return check();
    }

    /** What the hand-in does to the ratio, year by year. */
    String effects() {
        return hook("upload-effects").innerText();
    }

    /** The changes of one kind ("added", "changed", "removed") as they stand in the list. */
    List<String> changes(String kind) {
        hook("show-changes").click();
        hook("changes-" + kind).click();
        map.rest();
        return hook("change-row").allInnerTexts();
    }

    void goToChange(int index) {
        hook("change-row").nth(index).click();
    }

    /** The file name in the address of a download of all findings as they are filtered. */
    String findingsFile(String format) {
        Download download =
                page.waitForDownload(() -> hook("findings-" + format).click());
        return download.suggestedFilename();
    }

    /** Id of the hand-in that is worked on. */
    String handIn() {
        return URI.create(page.url())
                .getRawQuery()
                .replaceFirst(".*[?&]?upload=", "")
                .replaceFirst("&.*", "");
    }

    /** Loads the page anew while a check or commit is under way and gives how far that is. */
    String progressAfterReload() {
        page.reload();
        assertThat(hook("job-amount")).not().isEmpty();
        return hook("job-progress").innerText();
    }

    /** Presses the button that stops the check or commit; the service has heard it when this returns. */
    void cancel() {
        page.waitForResponse(answer -> answer.url().endsWith("/cancel"), hook("job-cancel")::click);
    }

    /** What stands beside the button after a check or commit that was not brought to its end. */
    String endOfJob() {
        hook("job-ended").waitFor();
        map.rest();
        return hook("job-ended").innerText();
    }

    /** Leaves the hand-in as it is, and gives what waits to be gone on with. */
    List<String> leaveHandIn() {
        hook("upload-leave").click();
        map.rest();
        Locator open = hook("open-uploads").locator("li");
        open.first().waitFor();
        return open.allInnerTexts();
    }

    /** Goes on with the newest of the open hand-ins. */
    List<Recognised> resumeNewest() {
        hook("open-uploads").locator("li button").first().click();
        return parts();
    }

    List<String> findings() {
        if (hook("show-findings").getAttribute("aria-pressed").equals("false")) {
            hook("show-findings").click();
        }
        return hook("finding-row").allInnerTexts();
    }

    /** Shows only findings of one code. */
    void filterFindings(String code) {
        hook("finding-code").selectOption(code);
        map.rest();
    }

    void goToFinding(int index) {
        hook("finding-row").nth(index).click();
    }

    /** Commits and gives what was done. */
    String commit() {
        hook("upload-commit").click();
        hook("upload-done").waitFor();
        map.rest();
        return hook("upload-done").innerText();
    }

    /** Tries to commit and gives what stands beside the button; the comparison is there again. */
    String commitInVain() {
        hook("upload-commit").click();
        String told = map.problem();
        hook("upload-summary").waitFor();
        return told;
    }

    private Locator hook(String name) {
        return page.getByTestId(name);
    }
}
