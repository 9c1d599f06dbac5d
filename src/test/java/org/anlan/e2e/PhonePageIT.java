package org.anlan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page as it is read on a phone, and what of the bar gives way on narrow screens; in a real browser, against the real service with the demonstration. */
class PhonePageIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @RegisterExtension
    static final RunningServer SERVICE = RunningServer.withAllBut("AX2025.zip");

    private Reader reader;
    private MapPage page;
    private PhonePage phone;

    @BeforeEach
    void aReaderComes() {
        reader = CHROMIUM.readerOf(SERVICE);
        page = reader.newTab();
        page.openPage("?task=retention&year=2020");
        phone = page.phone();
        phone.resize(390, 844);
    }

    @AfterEach
    void nothingElseWasAskedAndNothingFailed() {
        try (Reader leaving = reader) {
            leaving.assertNothingAmiss();
        }
    }

    @Test
    void thePanelIsDrawnUpAndDownByButtonsKeysAndTheFinger() {
        assertThat(phone.sheet()).isEqualTo("半屏");
        double half = phone.sheetHeight();
        phone.drawUp();
        assertThat(phone.sheet()).isEqualTo("全屏");
        assertThat(phone.sheetHeight()).isGreaterThan(1.9 * half);
        phone.pressOnHandle("Home");
        assertThat(phone.sheet()).isEqualTo("只露标题");
        phone.pressOnHandle("ArrowUp");
        phone.dragHandle(0.8 * half);
        assertThat(phone.sheet()).isEqualTo("只露标题");
        phone.dragHandle(-2 * half);
        assertThat(phone.sheet()).isEqualTo("全屏");
        phone.drawDown();
        assertThat(phone.sheetHeight()).isEqualTo(half);
        page.picture("phone-retention-zh");
    }

    @Test
    void nothingIsCutInEitherLanguage() {
        for (String language : List.of("zh", "en")) {
            for (String task : List.of("overview", "retention", "change", "impact", "upload", "history")) {
                page.openPage("?task=" + task + "&year=2020&lang=" + language);
                assertThat(phone.isCut()).as(task + " in " + language).isFalse();
            }
            page.picture("phone-history-" + language);
        }
        page.openPage("?task=retention&table=coastline&lang=en");
        assertThat(phone.tableCanBeClosed()).isTrue();
    }

    @Test
    void tasksThatDoNotFitStandInAMenuThatKeysOpen() {
        page.switchLanguage();
        assertThat(phone.tasksInBar()).contains("Retention").doesNotContain("History");
        assertThat(phone.openMenu()).contains("History").doesNotContain("Retention");
        page.picture("phone-menu-en");
        phone.closeMenu();
        phone.openMenu();
        phone.takeLastOfMenu();
        assertThat(phone.task()).isEqualTo("History");
        assertThat(page.view()).contains("task=history");
        assertThat(phone.tasksInBar()).contains("History");
    }

    @Test
    void onAnOfficeScreenTheTasksStandInTheBar() {
        phone.resize(1366, 768);
        assertThat(phone.hasMenu()).isFalse();
        assertThat(phone.tasksInBar()).startsWith("总览", "保有率").endsWith("编辑", "历史");
        page.switchLanguage();
        assertThat(phone.isCut()).isFalse();
        phone.resize(800, 768);
        assertThat(phone.hasMenu()).isTrue();
        assertThat(phone.isCut()).isFalse();
        reader.losesParts();
        assertThat(page.openTaskThatIsLost("zones", "ZonesPanel")).contains("did not come", "unsaved work is kept");
        assertThat(page.view()).contains("task=zones");
        assertThat(phone.task()).isEqualTo("Zones");
    }
}
