package org.anlan.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks at a page as axe-core does: the rules of WCAG 2.2 A and AA that a program can check (names, roles, contrast, order). */
final class AxeScan {

    /** Where `npm ci` has it; bin/test has the page's packages before it comes to browsers. */
    private static final Path AXE = Path.of("web", "node_modules", "axe-core", "axe.min.js");

    private static final Set<String> GRAVE = Set.of("serious", "critical");
    private static final String RUN =
            "() => axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})"
                    + ".then(result => JSON.stringify(result.violations))";

    private AxeScan() {}

    /** What is seriously or critically wrong on a page, as "rule: element (what is wrong)". */
    static List<String> of(Page page) {
        try {
            page.evaluate(Files.readString(AXE));
            JsonNode violations = new ObjectMapper().readTree((String) page.evaluate(RUN));
            List<String> found = new ArrayList<>();
            for (JsonNode violation : violations) {
                if (GRAVE.contains(violation.path("impact").asText())) {
                    for (JsonNode node : violation.path("nodes")) {
                        found.add(violation.path("id").asText() + ": "
                                + node.path("target").path(0).asText() + " ("
                                + node.path("failureSummary").asText().replace('\n', ' ') + ")");
                    }
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
