package org.anlan.intake.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.anlan.base.Finding;
import org.anlan.support.Installed;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every check, with what it has to find and what it has to leave in peace. */
class CheckCasesTest {

    private static final Path CASES = Path.of("src/test/resources/cases/checks");

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("cases")
    void aCheckFindsWhatIsWrongAndNothingElse(String name) throws IOException {
        CheckCase one = new CheckCase(CASES.resolve(name));
        List<Finding> findings = new ArrayList<>();
        try (Installed installed = Installed.fresh(folder.resolve("data"))) {
            one.keep(installed.catalog(), installed.store());
            LayerCheckList list = new LayerCheckList(installed.catalog(), installed.store());
            List<FeatureCheck> checks = list.of(one.layer());
            one.features().forEach(feature -> checks.forEach(check -> check.feature(feature, findings::add)));
            checks.forEach(check -> check.end(findings::add));
        }
        assertThat(findings)
                .extracting(CheckCase::told)
                .as("%s", findings)
                .containsExactlyInAnyOrderElementsOf(one.expected());
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.place()).isPresent();
            assertThat(finding.text().zh()).isNotBlank().doesNotContain("%");
            assertThat(finding.text().en()).isNotBlank().doesNotContain("%");
            assertThat(finding.shape().filter(s -> s.isEmpty() || !s.isValid())).isEmpty();
        });
    }

    static List<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
