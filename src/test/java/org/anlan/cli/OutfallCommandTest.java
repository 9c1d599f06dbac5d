package org.anlan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.anlan.support.FilledStore;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger of outfalls at the command line. */
class OutfallCommandTest {

    private static final String PLANT = "FJ-350581-0014-SH-00";

    @TempDir
    Path folder;

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

    @BeforeEach
    void fillAndListen() throws IOException {
        FilledStore.make(
                folder.resolve("data"), List.of(Shishi.handIn("PWK.zip"), Shishi.handIn("outfall-limits.csv")));
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setOut(out);
        System.setErr(err);
    }

    private int run(String... arguments) {
        return Commands.run(
                Map.of(),
                folder,
                Stream.concat(
                                Stream.of(arguments),
                                Stream.of("--data", folder.resolve("data").toString()))
                        .toArray(String[]::new));
    }

    private String output() {
        String text = printed.toString(StandardCharsets.UTF_8);
        printed.reset();
        return text;
    }

    @Test
    void statisticsAreListedCountedAndWrittenToAFile() {
        assertThat(run("outfall", "statistics", "--kind", "river", "--on", "2020-12-31"))
                .isZero();
        assertThat(output()).contains("85.00", "销号率");
        assertThat(run("outfall", "statistics", "--by", "state", "--format", "csv"))
                .isZero();
        assertThat(output()).contains("written-off,已销号,114");
        Path page = folder.resolve("page.html");
        assertThat(run("outfall", "list", "--state", "surveyed", "--format", "html", "--out", page.toString()))
                .isZero();
        assertThat(page).satisfies(file -> assertThat(Files.readString(file)).contains("排污口清单"));
        assertThat(run("outfall", "statistics", "--by", "colour")).isEqualTo(2);
        assertThat(complained.toString(StandardCharsets.UTF_8)).contains("bad-parameter", "receiving");
    }

    @Test
    void aStepAndAReadingAreEnteredAndShown() {
        assertThat(run("outfall", "list", "--kind", "sea", "--state", "surveyed", "--limit", "1", "--format", "csv"))
                .isZero();
        String code = output().lines().skip(1).findFirst().orElseThrow().split(",", 2)[0];
        assertThat(run("outfall", "step", code, "monitored", "--on", "2025-08-01", "--remark", "采样"))
                .isZero();
        assertThat(run("outfall", "step", code, "written-off", "--on", "2025-08-02"))
                .isEqualTo(2);
        assertThat(complained.toString(StandardCharsets.UTF_8)).contains("step-not-allowed", "traced");
        assertThat(run(
                        "outfall",
                        "read",
                        PLANT,
                        "--sampled",
                        "2025-08-01",
                        "--value",
                        "cod=61000",
                        "--unit",
                        "cod=ug/L"))
                .isZero();
        output();
        assertThat(run("outfall", "show", code)).isZero();
        assertThat(output()).contains("采样", "已监测");
        assertThat(run("outfall", "readings", PLANT)).isZero();
        assertThat(output()).contains("61.000", "50.000");
        assertThat(run("outfall", "readings", "--by", "year")).isZero();
        assertThat(output()).contains("2025", PLANT);
        assertThat(run("outfall", "checks", "--check", "duplicate")).isZero();
        assertThat(output()).contains("duplicate.shape");
    }
}
