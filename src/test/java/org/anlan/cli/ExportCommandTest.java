package org.anlan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.anlan.format.Gdal;
import org.anlan.format.Zips;
import org.anlan.support.FilledStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

    @TempDir
    static Path folder;

    @BeforeAll
    static void fill() throws IOException {
        FilledStore.make(folder.resolve("data"), FilledStore.COAST);
    }

    @Test
    void aShapefileInTheSystemAndEncodingOfChoiceIsWrittenWhole() throws Exception {
        Path file = folder.resolve("coast.zip");
        assertThat(export("--year", "2020", "--format", "shp", "--crs", "EPSG:4528", "--encoding", "GBK", "-o", file))
                .isZero();
        assertThat(Zips.entries(file).keySet())
                .containsExactly(
                        "coastline-2020.shp",
                        "coastline-2020.shx",
                        "coastline-2020.dbf",
                        "coastline-2020.cpg",
                        "coastline-2020.prj",
                        "coastline-2020-fields.csv");
        assertThat(new String(Zips.entries(file).get("coastline-2020.cpg"), StandardCharsets.US_ASCII))
                .isEqualTo("GBK");
        String about = Gdal.run("ogrinfo", "-so", "-al", "/vsizip/" + file);
        assertThat(about).contains("Feature Count: 151", "CGCS2000 / 3-degree Gauss-Kruger zone 40", "(4036");
    }

    @Test
    void aFileThatIsThereIsNotOverwrittenUnlessForced() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.geojson"), "mine");
        assertThat(export("--format", "geojson", "-o", file)).isEqualTo(2);
        assertThat(file).hasContent("mine");
        assertThat(export("--format", "geojson", "-o", file, "--force")).isZero();
        assertThat(Files.readString(file)).startsWith("{\"type\":\"FeatureCollection\"");
        assertThat(export("--format", "geojson", "-o", folder.resolve("nowhere/x.geojson")))
                .isEqualTo(2);
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void whatCannotBeExportedLeavesNoFile() throws IOException {
        Path file = folder.resolve("none.kml");
        assertThat(export("--format", "kml", "--crs", "EPSG:4528", "-o", file)).isEqualTo(2);
        assertThat(export("--format", "pdf", "-o", file)).isEqualTo(2);
        assertThat(export("--format", "kml", "--year", "1999", "-o", file)).isEqualTo(2);
        assertThat(file).doesNotExist();
        assertThat(leftovers()).isEmpty();
    }

    private static int export(Object... options) {
        return Commands.run(Stream.concat(
                        Stream.of(
                                "export",
                                "--layer",
                                "coastline",
                                "--data",
                                folder.resolve("data").toString()),
                        Stream.of(options).map(Object::toString))
                .toArray(String[]::new));
    }

    private static List<Path> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".part")).toList();
        }
    }
}
