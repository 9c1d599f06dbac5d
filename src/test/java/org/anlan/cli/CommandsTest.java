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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anlan.catalog.CatalogReader;
import org.anlan.format.OutFormat;
import org.anlan.format.OutFormats;
import org.anlan.store.Revision;
import org.anlan.store.Store;
import org.anlan.store.sqlite.SqliteStore;
import org.anlan.support.FilledStore;
import org.anlan.support.Shishi;
import org.anlan.support.Zips;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the commands say and answer, run in this process; {@link ProgramTest} runs them as people do. */
class CommandsTest {

    @TempDir
    Path folder;

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--year 1999                 | unknown-year     | 2015, 2020",
                "--by village                | unknown-grouping | city, town, bay, protection, space",
                "--rules mine                | unknown-rule-set | national-2017, strict-natural, estuary-excluded",
                "--revision 999              | unknown-revision | 4, 3"
            })
    void aWordThatDoesNotExistIsToldWithThoseThatDo(String options, String code, String known) throws IOException {
        assertThat(run(coast(), "retention", options.split(" ", -1))).isEqualTo(2);
        assertThat(errors()).contains(code + ": ", known).doesNotContain("Exception");
        assertThat(printed.size()).isZero();
    }

    @Test
    void anUnknownLayerOptionOrFormatIsToldWithThoseThatExist() throws IOException {
        Path data = coast();
        assertThat(run(
                        data,
                        "import",
                        "--layer",
                        "nix",
                        Shishi.handIn("AX2025.zip").toString()))
                .isEqualTo(2);
        assertThat(errors()).contains("unknown-layer: ", "coastline");
        complained.reset();
        assertThat(run(data, "retention", "--format", "pdf")).isEqualTo(2);
        assertThat(errors()).contains("table, json, csv");
        complained.reset();
        assertThat(run(data, "retention", "--yaer", "2020")).isEqualTo(2);
        assertThat(errors()).contains("--yaer");
        assertThat(run(data, "retention", "--year", "soon")).isEqualTo(2);
        assertThat(errors()).doesNotContain("Exception", "\tat ");
    }

    @Test
    void aMissingFileIsTold() throws IOException {
        assertThat(run(folder.resolve("data"), "import", "nowhere.zip")).isEqualTo(2);
        assertThat(errors()).contains("no-such-file: ", "nowhere.zip");
    }

    @Test
    void aStoreWithoutCoastSaysWhatToDo() throws IOException {
        assertThat(run(folder.resolve("data"), "retention")).isEqualTo(2);
        assertThat(errors()).contains("no-coastline: ").contains("hand one in first");
    }

    @Test
    void aDataFolderThatCannotBeWrittenIsTold() throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));
        assertThat(run(file.resolve("data"), "retention")).isEqualTo(2);
        assertThat(errors()).contains("data-not-writable: ", "a-file", "--data").doesNotContain("\tat ");
        complained.reset();
        assertThat(run(file.resolve("data"), "serve", "--port", "0")).isEqualTo(2);
        assertThat(errors()).contains("data-not-writable: ");
    }

    @Test
    void aCheckChangesNothing() throws IOException {
        Path data = coast();
        List<Optional<Revision>> before = newest(data);
        String file = Shishi.handIn("AX2015.zip").toString();
        assertThat(run(data, "check", file)).isZero();
        assertThat(output())
                .contains("declared.length", "350581A014", "350581A047", "350581A091", "unchanged 147")
                .contains("errors 0, 警告 warnings 3");
        assertThat(newest(data)).isEqualTo(before);
    }

    @Test
    void aCheckIsPrintedAsJsonAndLeavesItsFindingsInAFileOfAKnownFormat() throws IOException {
        Path data = coast();
        String file = Shishi.handIn("AX2015.zip").toString();
        assertThat(run(data, "check", "--format", "json", file)).isZero();
        JsonNode report = new ObjectMapper().readTree(output());
        assertThat(report.path("warnings").asInt()).isEqualTo(3);
        assertThat(report.path("findings")).hasSize(3);
        assertThat(report.path("parts").get(0).path("unchanged").asInt()).isEqualTo(147);
        assertThat(report.path("parts").get(0).path("unmatched")).isEmpty();

        assertThat(run(data, "check", "--findings", folder.resolve("x.pdf").toString(), file))
                .isEqualTo(2);
        assertThat(errors()).contains("unknown-format", "x.pdf");
        for (OutFormat format : OutFormats.all()) {
            if (List.of("geojson", "csv", "xlsx").contains(format.word())) {
                Path kept = folder.resolve("found." + format.word());
                assertThat(run(data, "check", "--findings", kept.toString(), file))
                        .isZero();
                assertThat(kept).isNotEmptyFile();
            }
        }
    }

    @Test
    void aFeatureIsEditedFromAFileAndALaterOneOnTheSameBaseIsToldSo() throws IOException {
        Path data = coast();
        Path edit = folder.resolve("edit.json");
        String put =
                "{\"base\":%d,\"note\":\"更正\",\"put\":[{\"id\":\"350581A001@2020\",\"properties\":{\"place\":\"%s\"}}]}";
        Files.writeString(edit, String.format(put, 4, "石湖"));
        assertThat(run(data, "edit", "coastline", edit.toString(), "--check")).isZero();
        assertThat(output()).contains("修改 changed 1");
        assertThat(run(data, "edit", "coastline", edit.toString())).isZero();
        assertThat(newest(data).toString()).contains("EDIT", "更正");
        Files.writeString(edit, String.format(put, 1, "蚶江"));
        assertThat(run(data, "edit", "coastline", edit.toString())).isEqualTo(2);
        assertThat(errors()).contains("base-moved");
        Files.writeString(edit, String.format(put, 5, "蚶江").replace("place", "type1"));
        assertThat(run(data, "edit", "coastline", edit.toString())).isEqualTo(3);
    }

    @Test
    void aHandInIsTakenInWithItsNote() throws IOException {
        Path data = coast();
        String file = Shishi.handIn("AX2025.zip").toString();
        assertThat(run(data, "import", "--note", "2025年修测", file)).isZero();
        assertThat(output()).contains("added 153").contains("coastline 修订 revision 5: 451");
        Revision revision = newest(data).get(1).orElseThrow();
        assertThat(revision.origin().note()).isEqualTo("2025年修测");
        assertThat(revision.state().surveyYears()).containsOnlyKeys(2015, 2020, 2025);
    }

    @Test
    void errorsBlockAHandInWithAnExitCodeOfTheirOwn() throws IOException {
        Path data = coast();
        List<Optional<Revision>> before = newest(data);
        String file = Shishi.handIn("AX2025.zip").toString();
        assertThat(run(data, "import", "--map", "岸线编码=", file)).isEqualTo(3);
        assertThat(output()).contains("ERROR").contains("not committed, nothing changed");
        assertThat(newest(data)).isEqualTo(before);
    }

    @Test
    void aBrokenFileIsRefusedWithItsReason() throws IOException {
        Path file = Files.write(folder.resolve("empty.zip"), Zips.of(Map.of()));
        assertThat(run(folder.resolve("data"), "import", file.toString())).isEqualTo(2);
        assertThat(errors()).contains("empty-zip: ");
    }

    @Test
    void aNewPasswordIsPrintedAlone() throws IOException {
        assertThat(run(folder.resolve("data"), "password")).isZero();
        assertThat(output().strip()).matches("(\\w{4}-){3}\\w{4}");
    }

    @Test
    void withoutACommandTheCommandsAreListed() {
        assertThat(Commands.run()).isZero();
        assertThat(output()).contains("serve", "inspect", "check", "import", "retention", "password");
        assertThat(Commands.run("--version")).isZero();
        assertThat(Commands.run("nix")).isEqualTo(2);
        assertThat(errors()).contains("nix");
    }

    @Test
    void coverageIsPrintedInHectaresAndMuAndRefusedWhereThereIsNone() throws IOException {
        Path data = FilledStore.make(
                folder.resolve("data"),
                List.of(Shishi.handIn("XZQH.zip"), Shishi.handIn("ZRBHD.zip"), Shishi.handIn("STBHHX.zip")));
        assertThat(run(data, "coverage", "--by", "town")).isZero();
        assertThat(output()).contains("蚶江镇", "亩 mu", "重叠 overlap 405.077 ha  BHD-QZ@general × 350581-HYHX-01");
        assertThat(run(data, "coverage", "--by", "bay")).isEqualTo(2);
        assertThat(errors()).contains("no-regions: ");
        assertThat(Commands.run("coverage", "adjustment", "--data", data.toString(), "--from", "1", "--to", "99"))
                .isEqualTo(2);
        assertThat(errors()).contains("unknown-revision: ");
    }

    @Test
    void indicatorsArePrintedAndEntered() throws IOException {
        Path data = FilledStore.make(folder.resolve("data"), List.of(Shishi.handIn("indicators.csv")));
        assertThat(run(data, "indicators", "--state", "no-data")).isZero();
        assertThat(output()).contains("12 生态保护红线占国土面积比例", "无数据 / no data");
        String[] enter = {"indicators", "enter", "9", "--data", data.toString(), "--date", "2024-12-31", "--value", "70"
        };
        assertThat(Commands.run(enter)).isEqualTo(2);
        assertThat(errors()).contains("--source");
        String[] whole = Arrays.copyOf(enter, enter.length + 2);
        whole[enter.length] = "--source";
        whole[enter.length + 1] = "统计公报";
        assertThat(Commands.run(whole)).isZero();
        assertThat(output()).contains("indicator-values 修订 revision 2: 1");
        printed.reset();
        assertThat(run(data, "indicators", "--no", "9", "--format", "csv")).isZero();
        assertThat(output()).contains("70.0,,2024-12-31,entered,统计公报,on-the-way");
    }

    private Path coast() throws IOException {
        return FilledStore.make(folder.resolve("data"), FilledStore.COAST);
    }

    private static int run(Path data, String command, String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = command;
        arguments[1] = "--data";
        arguments[2] = data.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return Commands.run(arguments);
    }

    private static List<Optional<Revision>> newest(Path data) {
        try (Store store = SqliteStore.open(data, CatalogReader.load(Optional.empty()))) {
            return List.of(
                    store.revisions().newest("regions"), store.revisions().newest("coastline"));
        }
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return complained.toString(StandardCharsets.UTF_8);
    }
}
