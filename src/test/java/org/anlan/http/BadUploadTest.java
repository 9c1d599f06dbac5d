package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.anlan.store.Revision;
import org.anlan.support.Client;
import org.anlan.support.Problem;
import org.anlan.support.RunningServer;
import org.anlan.support.Shishi;
import org.anlan.support.Zips;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that cannot be taken in are refused with what is wrong and what to do, and leave nothing behind that counts. */
class BadUploadTest {

    private static final int LIMIT = 2 << 20;

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withCoast().takingAtMost(LIMIT);

    private List<Optional<Revision>> before;

    @BeforeEach
    void remember() {
        before = SERVER.newest();
    }

    @AfterEach
    void nothingHasChanged() throws IOException {
        assertThat(SERVER.newest()).isEqualTo(before);
        try (Stream<Path> arriving = Files.list(SERVER.data().resolve("arriving"))) {
            assertThat(arriving).as("files that were arriving").isEmpty();
        }
        assertThat(SERVER.reader().get("/healthz").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void aFileThatCannotBeTakenInIsRefused(String fileName, byte[] bytes, int status, String code) {
        Problem.assertIs(SERVER.admin().upload(fileName, bytes), status, code);
    }

    static Stream<Arguments> badFiles() throws IOException {
        byte[] good = Files.readAllBytes(Shishi.handIn("AX2025.zip"));
        byte[] text = "岸线不是压缩包".getBytes(StandardCharsets.UTF_8);
        Map<String, byte[]> noShp = Zips.entries(Shishi.handIn("AX2025.zip"));
        noShp.keySet().removeIf(name -> name.endsWith(".shp"));
        Map<String, byte[]> inAZip = new LinkedHashMap<>(Map.of("AX2025.zip", good));
        byte[] broken = good.clone();
        Arrays.fill(broken, 100, 400, (byte) 0x55);
        return Stream.of(
                Arguments.of("AX2025.zip", text, 422, "not-a-zip"),
                Arguments.of(
                        "AX2025.rar", "Rar!\u001a\u0007".getBytes(StandardCharsets.ISO_8859_1), 422, "unknown-format"),
                Arguments.of("empty.zip", new byte[0], 422, "empty-file"),
                Arguments.of("empty.zip", Zips.of(Map.of()), 422, "empty-zip"),
                Arguments.of("bomb.zip", bomb(), 413, "zip-too-large"),
                Arguments.of("up.zip", Zips.of(Map.of("../../up.shp", text)), 422, "zip-bad-path"),
                Arguments.of("root.zip", Zips.of(Map.of("/etc/up.shp", text)), 422, "zip-bad-path"),
                Arguments.of("noshp.zip", Zips.of(noShp), 422, "no-shapefile"),
                Arguments.of("readme.zip", Zips.of(Map.of("readme.txt.bak", text)), 422, "no-shapefile"),
                Arguments.of("nested.zip", Zips.of(inAZip), 422, "no-shapefile"),
                Arguments.of("half.zip", Arrays.copyOf(good, good.length / 2), 422, "zip-broken"),
                Arguments.of("broken.zip", broken, 422, "zip-broken"),
                Arguments.of("loose.shx", new byte[200], 422, "loose-shapefile"));
    }

    /** A shape of nothing but zeros: a thousandth of its size when packed. */
    private static byte[] bomb() {
        return Zips.of(Map.of("bomb.shp", new byte[64 << 20]));
    }

    @Test
    void aTraversingEntryWritesNothingBesideTheStore() throws IOException {
        Problem.assertIs(
                SERVER.admin().upload("up.zip", Zips.of(Map.of("../../../anlan-was-here.shp", new byte[10]))),
                422,
                "zip-bad-path");
        Path tmp = Path.of(System.getProperty("java.io.tmpdir"));
        assertThat(tmp.resolve("anlan-was-here.shp")).doesNotExist();
        assertThat(SERVER.data().getParent().resolve("anlan-was-here.shp")).doesNotExist();
        assertThat(SERVER.data().resolve("anlan-was-here.shp")).doesNotExist();
    }

    @Test
    void aRefusedFileCannotBeFoundAsAnUpload() {
        Client.Answer answer = SERVER.admin().upload("empty.zip", Zips.of(Map.of()));
        assertThat(answer.json().has("id")).isFalse();
    }

    @Test
    void aFormWithoutAFileIsToldTheField() {
        assertThat(Problem.assertIs(SERVER.admin().multipart("other", "a.zip", new byte[10]), 400, "no-file"))
                .contains("\"file\"");
        Problem.assertIs(SERVER.admin().send("POST", "/api/v1/uploads"), 400, "no-file");
        Problem.assertIs(SERVER.admin().send("POST", "/api/v1/uploads", "{}"), 400, "no-file");
    }

    @Test
    void aFormThatIsBrokenIsRefused() {
        byte[] garbage = "garbage".getBytes(StandardCharsets.US_ASCII);
        for (String type : List.of("multipart/form-data", "multipart/form-data; boundary=abc")) {
            Problem.assertIs(SERVER.admin().post("/api/v1/uploads", type, garbage), 400, "bad-multipart");
        }
        byte[] cut = "--abc\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.zip\"\r\n\r\nPK"
                .getBytes(StandardCharsets.US_ASCII);
        Problem.assertIs(
                SERVER.admin().post("/api/v1/uploads", "multipart/form-data; boundary=abc", cut), 400, "bad-multipart");
    }

    @Test
    void aFileOverTheLimitIsRefusedWithTheLimit() {
        assertThat(Problem.assertIs(SERVER.admin().upload("large.zip", new byte[LIMIT + 1]), 413, "upload-too-large"))
                .contains("2 MB");
        assertThat(Problem.assertIs(SERVER.admin().upload("larger.zip", new byte[5 * LIMIT]), 413, "upload-too-large"))
                .contains("2 MB");
    }

    @Test
    void aFileNameCannotLeaveTheStoreOrBecomeAPage() {
        byte[] zip = Zips.of(Zips.entries(Shishi.handIn("JSXM.zip")));
        for (String name : List.of("../../../etc/JSXM.zip", "C:\\data\\JSXM.zip", "/JSXM.zip")) {
            Client.Answer answer = SERVER.admin().upload(name.replace("\\", "\\\\"), zip);
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.json().path("fileName").asText()).isEqualTo("JSXM.zip");
        }
    }

    @Test
    void aShapefileThatEndsTooSoonIsToldInItsFindings() throws IOException {
        Map<String, byte[]> entries = Zips.entries(Shishi.handIn("AX2025.zip"));
        entries.replaceAll((name, bytes) -> name.endsWith(".shp") ? Arrays.copyOf(bytes, bytes.length / 2) : bytes);
        Client admin = SERVER.admin();
        Client.Answer upload = admin.upload("AX2025.zip", Zips.of(entries));
        assertThat(upload.status()).as(upload.text()).isEqualTo(201);
        String address = "/api/v1/uploads/" + upload.json().path("id").asText();
        assertThat(admin.send("POST", address + "/check")
                        .json()
                        .path("check")
                        .path("errors")
                        .asInt())
                .isPositive();
        assertThat(admin.get(address + "/findings").text()).contains("\"shapefile.");
        Problem.assertIs(admin.send("POST", address + "/commit"), 409, "has-errors");
    }

    @Test
    void whatWasRefusedIsNotServed() {
        byte[] page = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        Problem.assertIs(SERVER.admin().upload("index.html", page), 422, "unknown-format");
        Problem.assertIs(SERVER.reader().get("/uploads/index.html"), 404, "not-found");
    }
}
