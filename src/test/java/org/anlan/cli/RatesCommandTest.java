package org.anlan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.anlan.support.FilledStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code anlan rates} prints. */
class RatesCommandTest {

    @TempDir
    static Path folder;

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

    @BeforeAll
    static void fill() throws IOException {
        FilledStore.make(folder.resolve("data"), FilledStore.COAST);
    }

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void theTableHasThePlacesAndTheWarnings() {
        assertThat(run("--by", "town", "--spacing", "400")).isZero();
        assertThat(output())
                .contains("dsas-5", "基线 baseline 2015", "合计 total: 断面 transects 140", "stable 140 (100.0 %)")
                .contains("! 只有两次修测");
    }

    @Test
    void aBaselineInAFileIsTaken() throws IOException {
        assertThat(run("--spacing", "400", "--format", "geojson", "--what", "baseline"))
                .isZero();
        JsonNode baseline = new ObjectMapper().readTree(output()).at("/features/0/geometry");
        Path file = Files.writeString(folder.resolve("baseline.geojson"), baseline.toString());
        printed.reset();
        assertThat(run("--spacing", "400", "--baseline", file.toString(), "--sea", "left", "--format", "json"))
                .isZero();
        JsonNode figure = new ObjectMapper().readTree(output());
        assertThat(figure.path("transects")).hasSize(140);
        assertThat(figure.at("/total/stable").asInt()).isEqualTo(140);
    }

    @Test
    void whatCannotBeAnsweredIsToldInAWord() throws IOException {
        assertThat(run("--years", "2020")).isEqualTo(2);
        assertThat(errors()).contains("too-few-surveys: ");
        assertThat(run("--baseline", "nowhere.geojson")).isEqualTo(2);
        assertThat(errors()).contains("no-such-file: ", "nowhere.geojson");
        Path file = Files.writeString(folder.resolve("broken.geojson"), "{");
        assertThat(run("--baseline", file.toString())).isEqualTo(2);
        assertThat(errors()).contains("bad-geometry: ", "broken.geojson").doesNotContain("Exception");
        assertThat(run("--sea", "left")).isEqualTo(2);
        assertThat(run("--spacing", "NaN")).isEqualTo(2);
        assertThat(printed.size()).isZero();
    }

    private static int run(String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "rates";
        arguments[1] = "--data";
        arguments[2] = folder.resolve("data").toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return Commands.run(arguments);
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return complained.toString(StandardCharsets.UTF_8);
    }
}
