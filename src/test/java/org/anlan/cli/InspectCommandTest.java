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
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.anlan.support.FilledStore;
import org.anlan.support.Shishi;
import org.anlan.support.Zips;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code anlan inspect} on every odd shapefile, beside what GDAL reads of it, and on every hand-in of the demonstration. */
class InspectCommandTest {

    private static final Path FIXTURES = Path.of("src/test/resources/fixtures/shapefiles");

    /** Shapes that we put right and GDAL leaves as they are: holes that run like shells; records that cannot be read are a finding, not a null shape. */
    private static final Map<String, Set<String>> BETTER = Map.of(
            "polyz", Set.of("MultiPolygon", "Polygon"),
            "trunc", Set.of("Polygon"),
            "hugeparts", Set.of("MultiPolygon"));

    private static final Map<String, String> TOLD = Map.of(
            "trunc", "shapefile.truncated",
            "hugeparts", "shapefile.bad-record",
            "badshx", "shapefile.shx-rebuilt",
            "nodbf", "shapefile.dbf-missing",
            "polyz", "shapefile.z-dropped");

    @TempDir
    Path folder;

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setOut(out);
        System.setErr(err);
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private JsonNode inspect(int exit, String... arguments) throws IOException {
        printed.reset();
        String[] all = Stream.concat(Stream.of("inspect", "--format", "json"), Stream.of(arguments))
                .toArray(String[]::new);
        assertThat(Commands.run(all)).as(output()).isEqualTo(exit);
        return new ObjectMapper().readTree(output());
    }

    static Stream<String> fixtures() throws IOException {
        return StreamSupport.stream(((Iterable<String>) () -> expected().fieldNames()).spliterator(), false)
                .toList()
                .stream();
    }

    private static JsonNode expected() {
        try {
            return new ObjectMapper().readTree(FIXTURES.resolve("expected.json").toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void anOddShapefileIsReadAsGdalReadsItOrTold(String name) throws IOException {
        JsonNode gdal = expected().path(name).path("gdal");
        JsonNode answer = inspect(0, FIXTURES.resolve(name + ".zip").toString());
        assertThat(answer.path("layers")).hasSize(1);
        JsonNode layer = answer.path("layers").get(0);
        assertThat(layer.path("name").asText()).isEqualTo(name);
        if (gdal.path("features").isInt()) {
            assertThat(layer.path("count").asInt())
                    .isEqualTo(gdal.path("features").asInt());
        }
        Set<String> types = new TreeSet<>();
        layer.path("geometryTypes").forEach(type -> types.add(type.asText()));
        if (BETTER.containsKey(name)) {
            assertThat(types).isEqualTo(BETTER.get(name));
        } else if (gdal.path("geometry_types").isArray()) {
            Set<String> read = new TreeSet<>();
            gdal.path("geometry_types").forEach(type -> read.add(type.asText()));
            assertThat(types).isEqualTo(read);
        }
        if (gdal.path("first_record").isObject()) {
            Set<String> fields = new TreeSet<>();
            layer.path("fields").forEach(field -> fields.add(field.path("name").asText()));
            Set<String> read = new TreeSet<>();
            gdal.path("first_record").fieldNames().forEachRemaining(read::add);
            assertThat(fields).isEqualTo(read);
        }
        if (!gdal.path("error").isNull() || TOLD.containsKey(name)) {
            assertThat(answer.path("findings").findValuesAsText("code")).contains(TOLD.get(name));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AX2015:147",
                "AX2020:151",
                "AX2025:153",
                "XZQH:1,9",
                "HWGLDY:3",
                "ZRBHD:56,5",
                "STBHHX:6,5",
                "HJGKDY:15",
                "PWK:80,212",
                "SDQHYZ:3,2,3,3",
                "JSXM:3"
            })
    void aHandInOfTheDemonstrationNeedsNoManualChoice(String line) throws IOException {
        String[] words = line.split(":", 2);
        JsonNode answer = inspect(0, Shishi.handIn(words[0] + ".zip").toString());
        StringBuilder counts = new StringBuilder();
        for (JsonNode layer : answer.path("layers")) {
            counts.append(counts.isEmpty() ? "" : ",")
                    .append(layer.path("count").asInt());
            assertThat(layer.path("layer").asText()).isNotBlank().isNotEqualTo("null");
            assertThat(layer.path("crs").path("settled").asBoolean()).isTrue();
            assertThat(layer.path("encoding").path("charset").asText()).isEqualTo("GB18030");
            assertThat(layer.path("unmatched")).isEmpty();
            assertThat(layer.path("fields").findValuesAsText("how")).doesNotContain("similar", "values");
        }
        assertThat(counts).hasToString(words[1]);
        assertThat(answer.path("findings")).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadIsToldInTheSameShape() throws IOException {
        Path text = Files.writeString(folder.resolve("handin.zip"), "This is no zip.");
        JsonNode answer = inspect(2, text.toString());
        assertThat(answer.path("layers")).isEmpty();
        JsonNode finding = answer.path("findings").get(0);
        assertThat(finding.path("code").asText()).isEqualTo("not-a-zip");
        assertThat(finding.path("severity").asText()).isEqualTo("error");
        assertThat(finding.path("message").path("zh").asText()).contains("ZIP");
        assertThat(finding.path("message").path("en").asText()).contains("zip");
        assertThat(inspect(2, folder.resolve("nowhere.zip").toString())
                        .path("findings")
                        .findValuesAsText("code"))
                .containsExactly("no-such-file");

        printed.reset();
        assertThat(Commands.run("inspect", text.toString())).isEqualTo(2);
        assertThat(output()).startsWith("ERROR").contains("not-a-zip", "handin.zip");

        Map<String, byte[]> hollow = Zips.entries(Shishi.handIn("AX2020.zip"));
        hollow.replaceAll((name, bytes) -> name.endsWith(".shp") ? new byte[20] : bytes);
        Path headless = Files.write(folder.resolve("hollow.zip"), Zips.of(hollow));
        assertThat(inspect(2, headless.toString()).path("findings").findValuesAsText("code"))
                .contains("shapefile.bad-header");
    }

    @Test
    void peopleReadTheSame() {
        assertThat(Commands.run("inspect", Shishi.handIn("AX2025.zip").toString()))
                .isZero();
        assertThat(output()).contains("AX2025", "153", "coastline", "EPSG:4528", "GB18030", "岸线编码", "seg_code");
    }

    @Test
    void withAnInstallationItTellsHowFarFromHomeTheDataLies() throws IOException {
        String data =
                FilledStore.make(folder.resolve("data"), FilledStore.COAST).toString();
        JsonNode crs = inspect(0, "--data", data, Shishi.handIn("AX2020.zip").toString())
                .path("layers")
                .get(0)
                .path("crs");
        assertThat(crs.path("distanceM").asDouble()).isZero();
        assertThat(crs.path("alternatives").findValuesAsText("code")).containsExactly("EPSG:4528");
        JsonNode without = inspect(0, Shishi.handIn("AX2020.zip").toString())
                .path("layers")
                .get(0)
                .path("crs");
        assertThat(without.path("distanceM").isNull()).isTrue();
    }

    @Test
    void aYearlyHandInIsOneCommandWithAMappingDocument() throws IOException {
        Path data = FilledStore.make(folder.resolve("data"), FilledStore.COAST);
        Path document = folder.resolve("coast.json");
        inspect(
                0,
                "--map",
                "地名=",
                "--save-mapping",
                document.toString(),
                Shishi.handIn("AX2025.zip").toString());
        JsonNode written = new ObjectMapper().readTree(document.toFile());
        JsonNode part = written.path("parts").get(0);
        assertThat(part.path("source").asText()).isEqualTo("AX*");
        assertThat(part.path("layer").asText()).isEqualTo("coastline");
        assertThat(part.path("mapping").path("岸线编码").asText()).isEqualTo("seg_code");
        assertThat(part.path("mapping").path("地名").asText()).isEmpty();
        assertThat(part.has("year")).isFalse();

        printed.reset();
        assertThat(Commands.run(
                        "import",
                        "--data",
                        data.toString(),
                        "--mapping",
                        document.toString(),
                        "--year",
                        "2025",
                        Shishi.handIn("AX2025.zip").toString()))
                .as(output())
                .isZero();
        assertThat(output()).contains("added 153");

        Files.writeString(document, Files.readString(document).replace("\"layer\"", "\"lyaer\""));
        JsonNode refused = inspect(
                2, "--mapping", document.toString(), Shishi.handIn("AX2025.zip").toString());
        assertThat(refused.path("findings").get(0).path("message").path("en").asText())
                .contains("coast.json", "/parts/0/lyaer", "unknown key");
    }

    @Test
    void aShpBringsTheFilesBesideItAlong() throws IOException {
        Map<String, byte[]> entries = Zips.entries(Shishi.handIn("AX2020.zip"));
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            String name = Path.of(entry.getKey()).getFileName().toString();
            boolean shouted = name.endsWith(".dbf");
            Files.write(folder.resolve(shouted ? "ax2020.DBF" : name), entry.getValue());
        }
        Files.writeString(folder.resolve("AX2020b.dbf"), "of another one");
        JsonNode layer = inspect(0, folder.resolve("AX2020.shp").toString())
                .path("layers")
                .get(0);
        assertThat(layer.path("name").asText()).isEqualTo("AX2020");
        assertThat(layer.path("count").asInt()).isEqualTo(151);
        assertThat(layer.path("layer").asText()).isEqualTo("coastline");
        assertThat(layer.path("crs").path("code").asText()).isEqualTo("EPSG:4528");

        Files.delete(folder.resolve("ax2020.DBF"));
        assertThat(inspect(0, folder.resolve("AX2020.shp").toString())
                        .path("findings")
                        .findValuesAsText("code"))
                .contains("shapefile.dbf-missing");
    }
}
