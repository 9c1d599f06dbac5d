package org.anlan.format.shapefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Severity;
import org.anlan.format.Layers;
import org.anlan.format.PackedGeometry;
import org.anlan.format.SourceField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shapes that are cut off, contradict themselves, or do not fit index or table. */
class DamagedShapefileTest {

    private static final int RECORD = 28;

    @TempDir
    Path folder;

    @BeforeEach
    void tenPoints() throws IOException {
        List<SourceField> fields = List.of(new SourceField("N", SourceField.Type.INTEGER, 4, 0));
        try (ShapefileWriter writer =
                new ShapefileWriter(folder, "p", ShapeKind.POINT, fields, StandardCharsets.UTF_8, Optional.empty())) {
            for (int i = 1; i <= 10; i++) {
                writer.write(
                        Optional.of(PackedGeometry.FACTORY.createPoint(PackedGeometry.sequence(new double[] {i, -i}))),
                        new Object[] {(long) i});
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCutOffFileGivesWhatIsThere(boolean withIndex) throws IOException {
        cut(".shp", 100 + 4 * RECORD + 20);
        if (!withIndex) {
            Files.delete(file(".shx"));
        }
        Layers.Content layer = read();

        assertThat(layer.features()).hasSize(4);
        assertThat(layer.findings()).anySatisfy(f -> {
            assertThat(f.code()).isEqualTo("shapefile.truncated");
            assertThat(f.severity()).isEqualTo(Severity.ERROR);
            assertThat(f.record()).isEqualTo(5);
        });
        assertThat(layer.codes().contains("shapefile.count-differs")).isEqualTo(!withIndex);
    }

    @Test
    void aMissingIndexIsRebuilt() throws IOException {
        Files.delete(file(".shx"));

        assertThat(values(read())).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(read().codes()).containsExactly("shapefile.shx-rebuilt");
    }

    @Test
    void anIndexOfFewerRecordsDoesNotHideTheOthers() throws IOException {
        cut(".shx", 100 + 8 * 6);

        assertThat(read().features()).hasSize(10);
        assertThat(read().codes()).containsExactly("shapefile.shx-rebuilt");
    }

    @Test
    void anIndexWhoseEntriesPointElsewhereIsRebuilt() throws IOException {
        change(".shx", 100 + 8 * 3, 7);

        assertThat(values(read())).hasSize(10);
        assertThat(read().codes()).containsExactly("shapefile.shx-rebuilt");
    }

    @Test
    void theIndexBridgesADamagedRecordHeader() throws IOException {
        change(".shp", 100 + 3 * RECORD + 4, 0x7FFFFFFF);

        assertThat(values(read())).hasSize(10);
        assertThat(read().findings()).isEmpty();
    }

    @Test
    void withoutIndexADamagedRecordHeaderEndsTheReadingAndIsSaid() throws IOException {
        Files.delete(file(".shx"));
        change(".shp", 100 + 3 * RECORD + 4, -5);

        assertThat(values(read())).containsExactly(1L, 2L, 3L);
        assertThat(read().codes())
                .containsExactly("shapefile.shx-rebuilt", "shapefile.bad-record", "shapefile.count-differs");
    }

    @Test
    void anIndexInAnotherOrderIsFollowed() throws IOException {
        byte[] shx = Files.readAllBytes(file(".shx"));
        byte[] turned = shx.clone();
        System.arraycopy(shx, 100, turned, 108, 8);
        System.arraycopy(shx, 108, turned, 100, 8);
        Files.write(file(".shx"), turned);

        Layers.Content layer = read();
        assertThat(layer.features().get(0).geometry().orElseThrow().getCoordinate().x)
                .isEqualTo(2);
        assertThat(layer.findings()).isEmpty();
    }

    @Test
    void fewerRowsThanShapesAreSaid() throws IOException {
        cut(".dbf", (int) Files.size(file(".dbf")) - 1 - 3 * 5);

        Layers.Content layer = read();
        assertThat(values(layer)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, null, null, null);
        assertThat(layer.codes()).containsExactly("shapefile.dbf-truncated", "shapefile.count-differs");
    }

    @Test
    void aTableThatIsNoneIsSaidAndTheShapesCome() throws IOException {
        cut(".dbf", 20);

        assertThat(read().features()).hasSize(10);
        assertThat(read().codes()).containsExactly("shapefile.dbf-broken");
    }

    @Test
    void aFileThatIsNoShapefileIsALayerWithoutFeaturesAndAnError() throws IOException {
        Files.writeString(file(".shp"), "not a shapefile");

        assertThat(read().features()).isEmpty();
        assertThat(read().source().count()).contains(0);
        assertThat(read().codes()).containsExactly("shapefile.bad-header");
    }

    @Test
    void bytesBehindTheLastRecordAreSaidAndDoNotDisturb() throws IOException {
        Files.delete(file(".shx"));
        byte[] shp = Files.readAllBytes(file(".shp"));
        Files.write(file(".shp"), Arrays.copyOf(shp, shp.length + 50));

        assertThat(read().features()).hasSize(10);
        assertThat(read().codes()).containsExactly("shapefile.shx-rebuilt", "shapefile.trailing-bytes");
    }

    @Test
    void multiPatchesAreSaidOnce() throws IOException {
        Files.delete(file(".shx"));
        Bytes.shp(file(".shp"), 31, List.of(Bytes.point(31, 1, 2), Bytes.point(31, 1, 2), Bytes.point(0)));

        Layers.Content layer = read();
        assertThat(layer.types()).containsExactly("null");
        assertThat(layer.findings())
                .filteredOn(f -> f.code().equals("shapefile.multipatch"))
                .singleElement()
                .satisfies(f -> assertThat(f.text().en()).startsWith("2 records"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 11, 21})
    void pointsOfAllThreeTypesAreRead(int type) throws IOException {
        Files.delete(file(".shx"));
        Files.delete(file(".dbf"));
        Bytes.shp(file(".shp"), type, List.of(Bytes.point(type, 1, 2, 3, 4)));

        assertThat(read().features().get(0).geometry().orElseThrow().toText()).isEqualTo("POINT (1 2)");
        assertThat(read().codes().contains("shapefile.z-dropped")).isEqualTo(type > 10);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 13, 23})
    void linesOfAllThreeTypesAreReadAndShortPartsLeftOut(int type) throws IOException {
        Files.delete(file(".shx"));
        Files.delete(file(".dbf"));
        Bytes.shp(
                file(".shp"),
                type,
                List.of(Bytes.parts(type, new double[] {0, 0, 1, 1}, new double[] {5, 5}), Bytes.parts(type)));

        Layers.Content layer = read();
        assertThat(layer.types()).containsExactly("LineString", "null");
        assertThat(layer.codes()).contains("shapefile.short-part", "shapefile.empty-shape");
    }

    @Test
    void coordinatesThatAreNoNumbersAreBadRecords() throws IOException {
        Files.delete(file(".shx"));
        List<byte[]> contents = new ArrayList<>();
        contents.add(Bytes.point(1, Double.NaN, 3));
        contents.add(Bytes.point(1, Double.NEGATIVE_INFINITY, 3));
        contents.add(Bytes.point(1, 3, 3));
        Bytes.shp(file(".shp"), 1, contents);

        assertThat(read().features()).singleElement().satisfies(f -> assertThat(f.record())
                .isEqualTo(3));
        assertThat(read().codes().stream().filter("shapefile.bad-record"::equals))
                .hasSize(2);
    }

    @Test
    void thousandsOfBadRecordsStayAShortList() throws IOException {
        Files.delete(file(".shx"));
        List<byte[]> contents = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            contents.add(Bytes.point(77, 1, 2));
        }
        Bytes.shp(file(".shp"), 1, contents);

        Layers.Content layer = read();
        assertThat(layer.findings()).hasSizeLessThan(300);
        assertThat(layer.findings().get(layer.findings().size() - 1).code()).isEqualTo("findings.more");
        assertThat(layer.findings().get(layer.findings().size() - 1).severity()).isEqualTo(Severity.ERROR);
    }

    private static List<Object> values(Layers.Content layer) {
        List<Object> values = new ArrayList<>();
        layer.features().forEach(f -> values.add(f.values()[0]));
        return values;
    }

    private Path file(String extension) {
        return folder.resolve("p" + extension);
    }

    private void cut(String extension, int length) throws IOException {
        Files.write(file(extension), Arrays.copyOf(Files.readAllBytes(file(extension)), length));
    }

    private void change(String extension, int at, int bigEndian) throws IOException {
        byte[] bytes = Files.readAllBytes(file(extension));
        ByteBuffer.wrap(bytes).putInt(at, bigEndian);
        Files.write(file(extension), bytes);
    }

    private Layers.Content read() throws IOException {
        return Layers.read(ShapefileWriterTest.open(folder.resolve("p")));
    }
}
