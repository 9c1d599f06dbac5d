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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.anlan.support.FilledStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands for figures of the coast, run in this process. */
class CoastCommandsTest {

    @TempDir
    Path folder;

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();
    private Path data;

    @BeforeEach
    void listen() throws IOException {
        data = FilledStore.make(folder.resolve("data"), FilledStore.COAST);
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void theRatioComesByTwoGroupingsForIslandsAndAgainstATarget() throws IOException {
        assertThat(run("retention", "--by", "town", "--across", "protection")).isZero();
        assertThat(output()).contains("严格保护", "56129.505 (39.86)");
        assertThat(run("retention", "--coast", "island", "--format", "json")).isZero();
        assertThat(json().at("/total/segments").asInt()).isEqualTo(38);
        assertThat(run("retention", "--target", "45")).isZero();
        assertThat(output()).contains("尚需增加 must be gained 2885.05");
        assertThat(run("retention", "--target", "nix")).isEqualTo(2);
        assertThat(errors()).contains("unknown-target: ");
    }

    @Test
    void sensitivityAndDeclaredLengthsAreOptionsOfTheRatio() throws IOException {
        assertThat(run("retention", "--sensitivity", "--year", "2020", "--format", "json"))
                .isZero();
        JsonNode figure = json();
        assertThat(figure.path("ruleSets")).hasSize(3);
        assertThat(figure.path("scales")).hasSize(4);
        assertThat(run("retention", "--declared", "--year", "2015", "--by", "town"))
                .isZero();
        assertThat(output()).contains("350581A014", "350581A047", "350581A091", "合计 / Total");
    }

    @Test
    void aFigureIsFrozenListedAndChecked() {
        assertThat(run("retention", "--by", "town", "--freeze", "年报 2020")).isZero();
        String id = errors().split("  ", 2)[0];
        output();
        assertThat(run("frozen", "list")).isZero();
        assertThat(output()).startsWith(id).contains("年报 2020");
        assertThat(run("frozen", "check", id)).isZero();
        assertThat(output()).contains("一致 / the same");
        assertThat(run("frozen", "show", id)).isZero();
        assertThat(output()).contains("\"sha256\"", "\"ruleSet\"");
        assertThat(run("frozen", "check", "nix")).isEqualTo(2);
        assertThat(errors()).contains("unknown-document: ");
    }

    @Test
    void theRulesAreListedAndABrokenOneIsToldWithItsPlace() throws IOException {
        assertThat(Commands.run(Map.of(), folder, "rules")).isZero();
        assertThat(output())
                .contains("national-2017@1", "（缺省 default）", "nature-like", "≥ 35.0 %  national@1", "fujian@1");
        Path rules = Files.createDirectories(folder.resolve("own/rules/coast"));
        Files.writeString(
                rules.resolve("mine.json"),
                "{\"id\":\"mine\",\"version\":1,\"title\":{\"zh\":\"甲\",\"en\":\"a\"},\"about\":{\"zh\":\"甲\",\"en\":\"a\"},\"table\":[]}");
        assertThat(Commands.run(
                        Map.of(),
                        folder,
                        "rules",
                        "--catalog",
                        folder.resolve("own").toString()))
                .isEqualTo(2);
        assertThat(errors())
                .contains("rules-broken: ", "mine.json", "/table must end with a row that asks for no type");
    }

    @Test
    void aScenarioIsReadFromAFileAndKeptWhenAsked() throws IOException {
        Path file = folder.resolve("scenario.json");
        Files.writeString(
                file,
                """
                {"name":"甲","restorations":[{"name":"湿地","geometry":{"type":"Polygon","coordinates":
                [[[118.7204845,24.8108864],[118.7205359,24.8132341],[118.7167797,24.8133028],[118.7167283,24.8109551],[118.7204845,24.8108864]]]}}]}""");
        assertThat(run("scenario", file.toString(), "--save")).isZero();
        assertThat(output()).contains("增加 gained 402.47", "满足 met");
        assertThat(errors()).contains("  甲");
        Files.writeString(file, "{\"footprints\":[{}]}");
        assertThat(run("scenario", file.toString())).isEqualTo(2);
        assertThat(errors()).contains("scenario-broken: ", "scenario.json", "/footprints/0/geometry is missing");
        assertThat(run("scenario", folder.resolve("none.json").toString())).isEqualTo(2);
        assertThat(errors()).contains("no-such-file: ");
    }

    private int run(String... arguments) {
        return Commands.run(
                Map.of(),
                folder,
                Stream.concat(Stream.of(arguments), List.of("--data", data.toString()).stream())
                        .toArray(String[]::new));
    }

    private String output() {
        return taken(printed);
    }

    private String errors() {
        return taken(complained);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(output());
    }

    private static String taken(ByteArrayOutputStream stream) {
        String text = stream.toString(StandardCharsets.UTF_8);
        stream.reset();
        return text;
    }
}
