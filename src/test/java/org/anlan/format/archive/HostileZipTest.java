package org.anlan.format.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.anlan.base.Refusal;
import org.anlan.format.Layers;
import org.anlan.format.OpenOptions;
import org.anlan.format.OpenOptions.Limits;
import org.anlan.format.TemporaryFolder;
import org.anlan.format.Zips;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Zips as they should not be: each is turned down with a word for it, or read without harm, and leaves nothing behind. */
class HostileZipTest {

    private static final Path POINTS = Path.of("src/test/resources/fixtures/shapefiles/points.zip");

    @TempDir
    Path folder;

    private long unpackedBefore;

    @BeforeEach
    void countUnpacked() throws IOException {
        unpackedBefore = unpacked();
    }

    @AfterEach
    void nothingIsLeftUnpacked() throws IOException {
        assertThat(unpacked()).isEqualTo(unpackedBefore);
    }

    @Test
    void whatIsNoZipIsRefused() {
        assertRefused("Rar!\u001a something".getBytes(UTF_8), "not-a-zip");
    }

    @Test
    void anEmptyZipIsRefused() throws IOException {
        assertRefused(Zips.of(Map.of()), "empty-zip");
        assertRefused(Zips.of(Map.of("folder/", new byte[0])), "empty-zip");
    }

    @Test
    void aZipWithoutALayerIsRefusedAndSaysWhatItHolds() throws IOException {
        Refusal refusal = assertRefused(Zips.of(Map.of("readme.pdf", new byte[9])), "no-shapefile");
        assertThat(refusal.text().en()).contains("readme.pdf", ".shp, .shx, .dbf and .prj");
        assertRefused(Zips.of(Map.of("a.dbf", new byte[9], "a.shx", new byte[9])), "no-shapefile");
    }

    @Test
    void aZipInsideAZipIsNotOpened() throws IOException {
        byte[] inner = Files.readAllBytes(POINTS);
        assertThat(assertRefused(Zips.of(Map.of("points.zip", inner)), "no-shapefile")
                        .text()
                        .zh())
                .contains("points.zip");

        Map<String, byte[]> both = points("");
        both.put("more.zip", inner);
        Layers.Content layer = read(Zips.of(both)).get(0);
        assertThat(layer.codes()).containsExactly("zip.left-unread");
        assertThat(layer.findings().get(0).text().en()).contains("more.zip");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../points.shp",
                "a/../../points.shp",
                "/etc/points.shp",
                "C:/points.shp",
                "..\\points.shp",
                "a\nb.shp"
            })
    void anEntryThatPointsOutsideIsRefused(String name) throws IOException {
        Map<String, byte[]> entries = points("");
        entries.put(name, new byte[1]);
        assertRefused(Zips.of(entries), "zip-bad-path");
    }

    @Test
    void anEntryThatUnpacksToFarTooMuchIsRefused() throws IOException {
        byte[] bomb = Zips.of(Map.of("a.shp", new byte[8 << 20]));

        assertThat(bomb.length).isLessThan(20_000);
        assertThat(assertRefused(bomb, "zip-too-large").kind()).isEqualTo(Refusal.Kind.TOO_LARGE);
    }

    @Test
    void theClaimOfTheDirectoryIsNotBelieved() throws IOException {
        byte[] bomb = Zips.of(Map.of("a.shp", new byte[8 << 20]));
        int size = new String(bomb, ISO_8859_1).lastIndexOf("PK\u0001\u0002") + 24;
        Arrays.fill(bomb, size, size + 4, (byte) 0);

        assertRefused(bomb, "zip-too-large");
    }

    @Test
    void anEntryWithoutContentIsNoDamage() throws IOException {
        Map<String, byte[]> entries = points("");
        entries.put("points.cpg", new byte[0]);

        assertThat(read(Zips.of(entries))).hasSize(1);
    }

    @Test
    void moreBytesOrEntriesThanAllowedAreRefused() throws IOException {
        byte[] zip = Files.readAllBytes(POINTS);

        assertRefused(zip, "zip-too-large", new Limits(2_000, 100, 200));
        assertRefused(zip, "zip-too-large", new Limits(2, 1L << 30, 200));
        assertThat(read(zip, new Limits(5, 1L << 20, 200))).hasSize(1);
    }

    @Test
    void whatIsNotWantedIsNotUnpackedAndCostsNothing() throws IOException {
        Map<String, byte[]> entries = points("");
        entries.put("bomb.tif", new byte[8 << 20]);

        assertThat(read(Zips.of(entries))).hasSize(1);
    }

    @Test
    void anEncryptedEntryIsRefused() throws IOException {
        byte[] zip = Zips.of(points(""));
        int at = new String(zip, ISO_8859_1).indexOf("PK\u0001\u0002");
        zip[at + 8] |= 1;
        assertRefused(zip, "zip-encrypted");
    }

    @Test
    void anUnusualMethodOfPackingIsNamed() throws IOException {
        byte[] zip = Zips.of(points(""));
        int at = new String(zip, ISO_8859_1).indexOf("PK\u0001\u0002");
        zip[at + 10] = 9;
        assertThat(assertRefused(zip, "zip-unsupported").text().en()).contains("method 9");
    }

    @Test
    void aZipThatWasNotSentWholeIsRefused() throws IOException {
        byte[] zip = Files.readAllBytes(POINTS);
        for (int length = 4; length < zip.length; length += 13) {
            assertRefused(Arrays.copyOf(zip, length), "zip-broken");
        }
    }

    @Test
    void contentThatDoesNotMatchItsChecksumIsRefused() throws IOException {
        byte[] zip = Files.readAllBytes(POINTS);
        zip[60] ^= 0x55;
        assertRefused(zip, "zip-broken");
    }

    @Test
    void theSameEntryTwiceIsTakenOnceAndTwoDifferentOnesAreRefused() throws IOException {
        Map<String, byte[]> entries = points("");
        entries.put("pointX.shp", entries.get("points.shp"));
        assertThat(read(Zips.replaced(Zips.of(entries), "pointX", "points")))
                .singleElement()
                .satisfies(layer -> assertThat(layer.features()).hasSize(2));

        entries.put("pointX.shp", new byte[200]);
        assertRefused(Zips.replaced(Zips.of(entries), "pointX", "points"), "zip-duplicate-entry");
        entries.remove("pointX.shp");
        entries.put("POINTS.SHP", new byte[200]);
        assertRefused(Zips.of(entries), "zip-duplicate-entry");
    }

    @Test
    void extensionsAreReadInAnyCaseAndFoldersInAnyDepth() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        points("成果/2024/数据/")
                .forEach((name, bytes) ->
                        entries.put(name.replace(".shp", ".SHP").replace(".dbf", ".Dbf"), bytes));
        entries.put("__MACOSX/._points.shp", new byte[10]);
        entries.put("成果/.DS_Store", new byte[10]);

        assertThat(read(Zips.of(entries))).singleElement().satisfies(layer -> {
            assertThat(layer.source().name()).isEqualTo("points");
            assertThat(layer.features()).hasSize(2);
            assertThat(layer.findings()).isEmpty();
        });
    }

    @Test
    void layersOfOneNameAreToldApartByTheirFolders() throws IOException {
        Map<String, byte[]> entries = points("2015/");
        entries.putAll(points("2020/"));

        assertThat(read(Zips.of(entries)).stream().map(layer -> layer.source().name()))
                .containsExactly("2015/points.shp", "2020/points.shp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "UTF-8"})
    void namesAreReadWithoutTheUtf8Flag(String charset) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        points("").forEach((name, bytes) -> entries.put(name.replace("points", "入海排污口"), bytes));
        byte[] zip = Zips.of(entries, Charset.forName(charset));
        if (charset.equals("UTF-8")) {
            String text = new String(zip, ISO_8859_1);
            for (int at = text.indexOf("PK\u0001\u0002"); at >= 0; at = text.indexOf("PK\u0001\u0002", at + 1)) {
                zip[at + 9] &= ~8;
            }
        }

        assertThat(read(zip))
                .singleElement()
                .satisfies(layer -> assertThat(layer.source().name()).isEqualTo("入海排污口"));
    }

    @Test
    void tablesAndGeoJsonInsideAreLayersToo() throws IOException {
        Map<String, byte[]> entries = points("");
        entries.put("表.csv", "名称,n\n一,1\n".getBytes(UTF_8));
        entries.put("面.geojson", "{\"type\":\"FeatureCollection\",\"features\":[]}".getBytes(UTF_8));
        entries.put("settings.json", "{\"a\":1}".getBytes(UTF_8));

        List<Layers.Content> layers = read(Zips.of(entries));
        assertThat(layers.stream().map(l -> l.source().name() + " " + l.source().format()))
                .containsExactly("points shapefile", "表 csv", "面 geojson");
        assertThat(layers.get(0).codes()).containsExactly("zip.left-unread");
    }

    @Test
    void aZipBehindOtherBytesIsRead() throws IOException {
        byte[] zip = Files.readAllBytes(POINTS);
        byte[] prefixed = new byte[zip.length + 4];
        System.arraycopy(zip, 0, prefixed, 4, zip.length);
        System.arraycopy("PK\u0003\u0004".getBytes(UTF_8), 0, prefixed, 0, 4);
        assertThat(read(prefixed)).hasSize(1);
    }

    @Test
    void looseFilesAreToldToBeZipped() throws IOException {
        Map<String, byte[]> entries = points("");
        for (String name : entries.keySet()) {
            Path file = folder.resolve(name);
            Files.write(file, entries.get(name));
            assertThatThrownBy(() -> Layers.of(file, OpenOptions.defaults()))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> {
                        assertThat(refusal.code()).isEqualTo("loose-shapefile");
                        assertThat(refusal.text().en()).contains(".shp, .shx, .dbf and .prj");
                    });
        }
    }

    @Test
    void otherFilesAreToldWhatIsAccepted() throws IOException {
        for (String content : List.of("%PDF-1.7 \u0000", "Rar!\u001a\u0007", "<html/>", "word")) {
            Path file = folder.resolve("x.bin");
            Files.writeString(file, content);
            assertThatThrownBy(() -> Layers.of(file, OpenOptions.defaults()))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> {
                        assertThat(refusal.code()).isEqualTo("unknown-format");
                        assertThat(refusal.text().zh()).contains("ZIP", "GeoPackage", "GeoJSON", "CSV");
                    });
        }
    }

    private static Map<String, byte[]> points(String prefix) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        Zips.entries(POINTS).forEach((name, bytes) -> entries.put(prefix + name, bytes));
        return entries;
    }

    private List<Layers.Content> read(byte[] zip) throws IOException {
        return read(zip, Limits.DEFAULT);
    }

    private List<Layers.Content> read(byte[] zip, Limits limits) throws IOException {
        Path file = folder.resolve("in.zip");
        Files.write(file, zip);
        return Layers.of(file, new OpenOptions(Optional.empty(), limits));
    }

    private Refusal assertRefused(byte[] zip, String code) {
        return assertRefused(zip, code, Limits.DEFAULT);
    }

    private Refusal assertRefused(byte[] zip, String code, Limits limits) {
        Refusal[] refusal = new Refusal[1];
        assertThatThrownBy(() -> read(zip, limits))
                .isInstanceOfSatisfying(Refusal.class, thrown -> refusal[0] = thrown);
        assertThat(refusal[0].code()).isEqualTo(code);
        return refusal[0];
    }

    private static long unpacked() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith(TemporaryFolder.PREFIX))
                    .count();
        }
    }
}
