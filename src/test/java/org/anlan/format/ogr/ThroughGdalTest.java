package org.anlan.format.ogr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import org.anlan.base.Refusal;
import org.anlan.format.Formats;
import org.anlan.format.Gdal;
import org.anlan.format.HandInFile;
import org.anlan.format.Layers;
import org.anlan.format.OpenOptions;
import org.anlan.format.SourceField;
import org.anlan.format.TemporaryFolder;
import org.anlan.format.Zips;
import org.anlan.geo.Crs;
import org.anlan.geo.PrjMatcher;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;

/** What GDAL writes in the formats that only it reads, handed in. */
class ThroughGdalTest {

    @TempDir
    Path folder;

    @Test
    void aZippedGeodatabaseGivesItsLayersAsTheyWere() throws Exception {
        Layers.Content shape = Layers.one(Shishi.handIn("AX2020.zip"));
        Gdal.ogr2ogr("-f", "OpenFileGDB", at("岸线.gdb"), demonstration());
        Gdal.ogr2ogr("-f", "OpenFileGDB", "-update", "-nln", "second", at("岸线.gdb"), demonstration());

        List<Layers.Content> layers = Layers.of(zip("成果/岸线.gdb/", folder.resolve("岸线.gdb")), OpenOptions.defaults());

        assertThat(layers).hasSize(2);
        Layers.Content layer = layers.get(0);
        assertThat(layer.source().name()).isEqualTo("AX2020");
        assertThat(layer.source().format()).isEqualTo("gdb");
        assertThat(layer.source().declaredCrs()).contains("EPSG:4528");
        assertThat(layer.findings()).isEmpty();
        assertThat(names(layer)).containsExactlyElementsOf(names(shape));
        assertThat(layer.features()).hasSameSizeAs(shape.features());
        for (int i = 0; i < shape.features().size(); i++) {
            assertThat(layer.features().get(i).values())
                    .containsExactly(shape.features().get(i).values());
            assertClose(layer, shape, i, 0.001);
        }
    }

    @Test
    void dxfIsOneLayerOfEntitiesWithoutSystem() throws Exception {
        Layers.Content shape = Layers.one(Shishi.handIn("AX2020.zip"));
        Gdal.run("ogr2ogr", "-f", "DXF", "-select", "", at("岸线.dxf"), demonstration());

        Layers.Content layer = Layers.one(folder.resolve("岸线.dxf"));

        assertThat(layer.source().name()).isEqualTo("岸线");
        assertThat(layer.source().format()).isEqualTo("dxf");
        assertThat(layer.source().declaredCrs()).isEmpty();
        assertThat(names(layer)).contains("Layer", "Linetype", "Text").doesNotContain("ogr_row");
        assertThat(layer.features()).hasSameSizeAs(shape.features());
        assertClose(layer, shape, 7, 1e-6);
    }

    @Test
    void mapInfoTablesAndInterchangeFilesAreRead() throws Exception {
        Layers.Content shape = Layers.one(Shishi.handIn("AX2020.zip"));
        Files.createDirectory(folder.resolve("tab"));
        Gdal.ogr2ogr("-f", "MapInfo File", "-lco", "ENCODING=CP936", at("tab/岸线.tab"), demonstration());
        Files.createDirectory(folder.resolve("mif"));
        Gdal.ogr2ogr(
                "-f",
                "MapInfo File",
                "-dsco",
                "FORMAT=MIF",
                "-lco",
                "ENCODING=CP936",
                at("mif/岸线.mif"),
                demonstration());

        for (String format : List.of("tab", "mif")) {
            Layers.Content layer = Layers.one(zip("", folder.resolve(format)));

            assertThat(layer.source().name()).isEqualTo("岸线");
            assertThat(layer.source().format()).isEqualTo(format);
            assertThat(layer.source().declaredCrs().flatMap(PrjMatcher::match).map(Crs::epsg))
                    .contains(4528);
            assertThat(names(layer)).containsExactlyElementsOf(names(shape));
            assertThat(layer.features()).hasSameSizeAs(shape.features());
            for (int i = 0; i < shape.features().size(); i++) {
                assertThat(layer.value(i, "YJLX")).isEqualTo(shape.value(i, "YJLX"));
                assertClose(layer, shape, i, 0.02);
            }
        }
    }

    @Test
    void severalFormatsLieInOneZip() throws Exception {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("点.csv", "lon,lat\n118.7,24.7\n".getBytes(StandardCharsets.UTF_8));
        Gdal.run("ogr2ogr", "-f", "DXF", "-select", "", at("图.dxf"), demonstration());
        entries.put("图.dxf", Files.readAllBytes(folder.resolve("图.dxf")));
        Path zip = Files.write(folder.resolve("all.zip"), Zips.of(entries));

        assertThat(Layers.of(zip, OpenOptions.defaults()).stream()
                        .map(layer -> layer.source().format()))
                .containsExactlyInAnyOrder("csv", "dxf");
    }

    @Test
    void nothingIsLeftBehindWhenTheHandInIsClosed() throws Exception {
        Gdal.run("ogr2ogr", "-f", "DXF", "-select", "", at("a.dxf"), demonstration());
        List<Path> before = temporary();
        try (HandInFile file = Formats.open(folder.resolve("a.dxf"), "a.dxf", OpenOptions.defaults())) {
            assertThat(file.layers()).hasSize(1);
            assertThat(temporary()).hasSize(before.size() + 1);
        }
        assertThat(temporary()).isEqualTo(before);
        Files.writeString(folder.resolve("a.dxf"), "no drawing");
        assertRefused(folder.resolve("a.dxf"), "gdal-failed");
        assertThat(temporary()).isEqualTo(before);
    }

    @Test
    void aTableThatNamesAnotherFileIsRefused() throws Exception {
        for (String line : List.of(
                "  File \"/etc/passwd\"\n  Type \"RASTER\"",
                "Open Table \"/data/secret\" Hide\nCreate View x As Select * From secret\nType NATIVE",
                "  Type DBF Charset \"WindowsSimpChinese\"",
                "  Type NATIVE Charset \"Neutral\"\n  File \"x.tab\"")) {
            Path zip = folder.resolve("t.zip");
            Files.write(
                    zip,
                    Zips.of(Map.of(
                            "t.tab",
                            ("!table\n!version 300\nDefinition Table\n" + line + "\n")
                                    .getBytes(StandardCharsets.UTF_8))));
            assertRefused(zip, "tab-not-native");
        }
    }

    @Test
    void aFileThatClaimsToBeADrawingIsReadByNoOtherDriver() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.csv"), "a,b\n1,2\n");
        Files.writeString(
                folder.resolve("a.dxf"),
                "<OGRVRTDataSource><OGRVRTLayer name=\"secret\"><SrcDataSource>" + secret
                        + "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>");
        assertRefused(folder.resolve("a.dxf"), "gdal-failed");
    }

    @Test
    void loosePartsAndBinaryDrawingsAreToldWhatToDo() throws Exception {
        Path tab = Files.writeString(folder.resolve("a.tab"), "!table\n");
        assertRefused(tab, "loose-mapinfo");
        Path dxf = Files.writeString(folder.resolve("a.dxf"), "AutoCAD Binary DXF\r\n\u001a\0");
        assertRefused(dxf, "dxf-binary");
    }

    @Test
    void damagedGeodatabasesAreRefusedOrTold() throws Exception {
        Gdal.ogr2ogr("-f", "OpenFileGDB", at("a.gdb"), demonstration());
        Path table = folder.resolve("a.gdb").resolve("a00000009.gdbtable");
        byte[] whole = Files.readAllBytes(table);
        Files.write(table, Arrays.copyOf(whole, whole.length / 2));

        try {
            Layers.Content layer = Layers.one(zip("a.gdb/", folder.resolve("a.gdb")));
            assertThat(layer.codes()).contains("gdal.message");
        } catch (Refusal refused) {
            assertThat(refused.code()).isIn("gdal-failed", "gdal-nothing");
        }
    }

    @Test
    void theListSaysWhatIsThere() {
        assertThat(Formats.list()).allMatch(format -> format.available());
        assertThat(SystemPath.find("ogr2ogr", folder.toString())).isEmpty();
        assertThat(SystemPath.find("ogr2ogr", ".")).isEmpty();
    }

    private String demonstration() {
        return "/vsizip/" + Shishi.handIn("AX2020.zip").toAbsolutePath();
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private Path zip(String prefix, Path content) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(content)) {
            for (Path file : files.toList()) {
                entries.put(prefix + file.getFileName(), Files.readAllBytes(file));
            }
        }
        return Files.write(folder.resolve(content.getFileName() + ".zip"), Zips.of(entries));
    }

    private static List<String> names(Layers.Content layer) {
        return layer.source().fields().stream().map(SourceField::name).toList();
    }

    private static void assertClose(Layers.Content layer, Layers.Content shape, int feature, double metres) {
        Coordinate[] ours =
                layer.features().get(feature).geometry().orElseThrow().getCoordinates();
        Coordinate[] theirs =
                shape.features().get(feature).geometry().orElseThrow().getCoordinates();
        assertThat(ours).hasSameSizeAs(theirs);
        for (int i = 0; i < ours.length; i++) {
            assertThat(ours[i].distance(theirs[i])).isLessThan(metres);
        }
    }

    private static void assertRefused(Path file, String code) {
        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> Formats.open(file, file.getFileName().toString(), OpenOptions.defaults()));
        assertThat(Optional.ofNullable(refusal).map(Refusal::code)).contains(code);
    }

    private static List<Path> temporary() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith(TemporaryFolder.PREFIX))
                    .sorted()
                    .toList();
        }
    }
}
