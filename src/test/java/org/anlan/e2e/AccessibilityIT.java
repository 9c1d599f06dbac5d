package org.anlan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every task of the page, for who cannot see it, hear it or hold a mouse: nothing serious is found by axe-core. */
class AccessibilityIT {

    private static final List<String> TASKS = List.of(
            "overview",
            "retention",
            "change",
            "impact",
            "scenario",
            "outfalls",
            "zones",
            "indicators",
            "upload",
            "edit",
            "history");

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @RegisterExtension
    static final RunningServer SERVICE = RunningServer.withDemonstration();

    @Test
    void noTaskHasASeriousFindingForAStranger() {
        try (Reader reader = CHROMIUM.readerOf(SERVICE)) {
            MapPage page = reader.newTab();
            page.openPage("?lang=zh");
            assertThat(scanned(page, "zh")).isEmpty();
        }
    }

    @Test
    void noTaskHasASeriousFindingForAnAdministratorInEnglish() {
        try (Reader reader = CHROMIUM.readerOf(SERVICE)) {
            MapPage page = reader.newTab();
            page.openPage("?lang=en");
            page.signIn(SERVICE.password());
            assertThat(scanned(page, "en")).isEmpty();
        }
    }

    /** What is wrong, and in which tasks. */
    private static Map<String, List<String>> scanned(MapPage page, String language) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (String task : TASKS) {
            page.openPage("?task=" + task + "&lang=" + language);
            page.accessibility().forEach(one -> found.computeIfAbsent(one, first -> new ArrayList<>())
                    .add(task));
        }
        return found;
    }
}
