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
import org.anlan.support.Installed;
import org.anlan.support.Photo;
import org.anlan.support.Revised;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands for problem sites, boundary markers, units and attachments, run in this process. */
class FieldworkCommandsTest {

    @TempDir
    Path folder;

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();
    private Path data;

    @BeforeEach
    void listen() throws IOException {
        data = FilledStore.make(folder.resolve("data"), Shishi.handIns());
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setOut(out);
        System.setErr(err);
    }

    private int run(String... arguments) {
        printed.reset();
        complained.reset();
        List<String> all = Stream.concat(Stream.of(arguments), Stream.of("--data", data.toString()))
                .toList();
        return Commands.run(Map.of(), folder, all.toArray(String[]::new));
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return complained.toString(StandardCharsets.UTF_8);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(printed.toByteArray());
    }

    @Test
    void aProblemSiteIsOpenedTakenOnAndCounted() throws IOException {
        Path place = Files.writeString(
                folder.resolve("place.geojson"), "{\"type\":\"Point\",\"coordinates\":[118.6779,24.6713]}");
        assertThat(run("cases", "open", place.toString(), "--title", "违规堆放", "--deadline", "2999-12-31"))
                .as(errors())
                .isZero();
        String number = output().split("  ", 2)[0];
        assertThat(run("cases", "step", number, "--to", "closed")).isEqualTo(2);
        assertThat(errors()).contains("illegal-step: ", "移交查处");
        assertThat(run("cases", "step", number, "--to", "handed-over", "--unit", "市海洋局"))
                .isZero();
        assertThat(run("cases", "show", number)).isZero();
        assertThat(output()).contains(number, "市海洋局", "移交查处", "command-line");
        assertThat(run("cases", "list", "--state", "handed-over", "--format", "json"))
                .isZero();
        assertThat(json().path("numberMatched").asInt()).isEqualTo(1);
        assertThat(run("cases", "statistics", "--by", "bay")).isZero();
        assertThat(output()).contains("深沪湾");
        assertThat(run("cases", "reminders", "--days", "30")).isZero();
        assertThat(output()).doesNotContain(number);

        Path photo = Files.write(folder.resolve("现场.jpg"), Photo.withNotes(1, 40, 30));
        assertThat(run("attachments", "add", "case", number, photo.toString()))
                .as(errors())
                .isZero();
        String id = output().split("  ", 2)[0];
        Path copy = folder.resolve("copy.jpg");
        assertThat(run("attachments", "get", id, "--public", "--out", copy.toString()))
                .isZero();
        assertThat(Files.readString(copy, StandardCharsets.ISO_8859_1)).doesNotContain(Photo.OWNER);
        assertThat(run("attachments", "list", "case", number)).isZero();
        assertThat(json().at("/0/name").asText()).isEqualTo("现场.jpg");
    }

    @Test
    void lostNaturalCoastBecomesProblemSites() throws IOException {
        assertThat(run("cases", "proposals", "--from", "2015", "--to", "2020")).isZero();
        String place = json().at("/proposals/0/id").asText();
        assertThat(run("cases", "open", "--from", "2015", "--to", "2020", "--place", place))
                .as(errors())
                .isZero();
        assertThat(output()).contains("自然岸线减少");
        assertThat(run("cases", "open", "--from", "2015", "--to", "2020", "--place", place))
                .isEqualTo(2);
        assertThat(errors()).contains("case-exists: ");
        assertThat(run("cases", "open")).isEqualTo(2);
        assertThat(errors()).contains("missing-value: ");
    }

    @Test
    void readingsAboveTheirLimitsBecomeProblemSites() throws IOException {
        String[] asked = {"cases", "proposals", "--exceedances", "--since", "2024-01-01", "--measured", "cod"};
        assertThat(run(asked)).as(errors()).isZero();
        int all = json().path("matching").asInt();
        String reading = json().at("/proposals/0/id").asText();
        assertThat(reading).endsWith("/cod");
        assertThat(run("cases", "open", "--exceedances", "--place", reading))
                .as(errors())
                .isZero();
        assertThat(output()).contains("监测超标");
        assertThat(run(asked)).isZero();
        assertThat(json().path("matching").asInt()).isEqualTo(all - 1);
    }

    @Test
    void coastThatAnotherRevisionHasAsArtificialBecomesAProblemSite() throws IOException {
        Revised.Made made;
        try (Installed installed = Installed.open(data)) {
            made = Revised.sandBecomesADyke(installed.catalog(), installed.store(), 2020);
        }
        String[] compared = {
            "--compared-layer",
            "coastline",
            "--from-revision",
            "" + made.before(),
            "--to-revision",
            "" + made.after(),
            "--year",
            "2020"
        };
        assertThat(run(joined(List.of("cases", "proposals"), compared)))
                .as(errors())
                .isZero();
        assertThat(json().at("/proposals/0/feature").asText())
                .isEqualTo(made.feature().id());
        String place = json().at("/proposals/0/id").asText();
        List<String> open = List.of("cases", "open", "--place", place);
        assertThat(run(joined(open, compared))).as(errors()).isZero();
        assertThat(output()).contains("自然岸线减少", "修订 " + made.before() + "→" + made.after());
        assertThat(run(joined(open, compared))).isEqualTo(2);
        assertThat(errors()).contains("case-exists: ");
        assertThat(run("cases", "proposals", "--compared-layer", "red-lines")).isEqualTo(2);
        assertThat(errors()).contains("missing-value: ");
    }

    private static String[] joined(List<String> command, String... more) {
        return Stream.concat(command.stream(), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void markersAreInspectedAndUnitsHaveOffices() {
        assertThat(run("markers", "inspect", "BHD-SH-001", "--state", "损坏"))
                .as(errors())
                .isZero();
        assertThat(output()).contains("BHD-SH-001", "Damaged");
        assertThat(run("markers", "list", "--state", "damaged")).isZero();
        assertThat(output()).contains("BHD-SH-001");
        assertThat(run("markers", "statistics")).isZero();
        assertThat(run("markers", "show", "NIX")).isEqualTo(2);
        assertThat(run("units", "office", "river", "WAX", "--office", "河长"))
                .as(errors())
                .isZero();
        assertThat(run("units", "list", "--kind", "river")).isZero();
        assertThat(output()).contains("梧垵溪", "河长");
        assertThat(run("units", "show", "river", "WAX", "--format", "json")).isZero();
        assertThat(output()).contains("\"offices\"");
    }
}
