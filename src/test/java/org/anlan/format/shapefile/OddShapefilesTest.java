package org.anlan.format.shapefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.anlan.base.Severity;
import org.anlan.format.Layers;
import org.anlan.format.SourceField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Polygon;

/** Odd and broken shapefiles beside what GDAL reads from them; where GDAL gives up or complains, there must be a finding. */
class OddShapefilesTest {

    private static final Path FOLDER = Path.of("src/test/resources/fixtures/shapefiles");

    /** What is lost to each damage: the number of records that are a finding instead of a feature. */
    private static final Map<String, Integer> LOST = Map.of("trunc", 1, "hugeparts", 1);

    static Stream<String> names() throws IOException {
        JsonNode expected =
                new ObjectMapper().readTree(FOLDER.resolve("expected.json").toFile());
        List<String> names = new ArrayList<>();
        expected.fieldNames().forEachRemaining(names::add);
        assertThat(names).hasSizeGreaterThan(10);
        return names.stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theSameRecordsAsGdalReads(String name) throws IOException {
        JsonNode gdal = gdal(name);
        Layers.Content layer = read(name);
        if (gdal.get("features").isNull()) {
            assertThat(layer.findings()).isNotEmpty();
            return;
        }
        int lost = LOST.getOrDefault(name, 0);
        assertThat(layer.features()).hasSize(gdal.get("features").asInt() - lost);
        if (lost > 0) {
            assertThat(layer.findings())
                    .filteredOn(f -> f.severity() == Severity.ERROR)
                    .hasSize(lost);
            return;
        }
        Set<String> types = new TreeSet<>();
        gdal.get("geometry_types").forEach(type -> types.add(type.asText()));
        if (!name.equals("polyz")) {
            assertThat(new TreeSet<>(layer.types())).isEqualTo(types);
        }
        if (!layer.features().isEmpty()) {
            assertFirstRecord(layer, gdal.get("first_record"));
        }
    }

    private static void assertFirstRecord(Layers.Content layer, JsonNode record) {
        assertThat(layer.source().fields()).hasSize(record.size());
        for (Map.Entry<String, JsonNode> field : record.properties()) {
            Object value = layer.value(0, field.getKey());
            if (value instanceof Number number) {
                assertThat(number.doubleValue()).isEqualTo(field.getValue().asDouble());
            } else {
                assertThat(value).hasToString(field.getValue().asText());
            }
        }
    }

    @Test
    void aCutOffFileGivesItsWholeRecordsAndNamesTheOthers() throws IOException {
        Layers.Content layer = read("trunc");

        assertThat(layer.features()).singleElement().satisfies(f -> assertThat(f.record())
                .isEqualTo(1));
        assertThat(layer.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("shapefile.truncated");
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.layer()).isEqualTo("trunc");
            assertThat(finding.record()).isEqualTo(2);
            assertThat(finding.text().en()).contains("Record 2", "byte 876", "816 bytes");
            assertThat(finding.text().zh()).contains("记录 2", "876", "816");
        });
    }

    @Test
    void aWrongIndexIsRebuiltFromTheShapes() throws IOException {
        Layers.Content layer = read("badshx");

        assertThat(layer.types()).containsExactly("Polygon", "MultiPolygon");
        assertThat(layer.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("shapefile.shx-rebuilt");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        });
    }

    @Test
    void aRecordThatClaimsMorePartsThanItHoldsIsLeftOut() throws IOException {
        Layers.Content layer = read("hugeparts");

        assertThat(layer.features()).singleElement().satisfies(f -> assertThat(f.record())
                .isEqualTo(2));
        assertThat(layer.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("shapefile.bad-record");
            assertThat(finding.record()).isEqualTo(1);
            assertThat(finding.text().en()).contains("2147483632 parts");
        });
    }

    @Test
    void aMissingTableIsSaidAndTheShapesCome() throws IOException {
        Layers.Content layer = read("nodbf");

        assertThat(layer.source().fields()).isEmpty();
        assertThat(layer.features()).hasSize(2);
        assertThat(layer.codes()).containsExactly("shapefile.dbf-missing");
    }

    @Test
    void heightsAreDroppedAndHolesThatRunLikeShellsAreTurned() throws IOException {
        Layers.Content layer = read("polyz");

        // GDAL leaves the first record as three shells that overlap, which is not valid
        assertThat(layer.types()).containsExactly("Polygon", "MultiPolygon");
        Polygon first = (Polygon) layer.features().get(0).geometry().orElseThrow();
        assertThat(first.getNumInteriorRing()).isEqualTo(2);
        assertThat(first.isValid()).isTrue();

        assertThat(layer.features()).allSatisfy(f -> assertThat(
                        f.geometry().orElseThrow().getCoordinate().getZ())
                .isNaN());
        assertThat(layer.codes()).containsExactly("shapefile.z-dropped", "shapefile.ring-turned");
        assertThat(layer.findings()).allSatisfy(f -> assertThat(f.severity()).isEqualTo(Severity.NOTE));
    }

    @Test
    void aFieldOfWholeNumbersIsToldFromOneWithDecimals() throws IOException {
        Layers.Content layer = read("gbk_cpg");

        assertThat(layer.source().fields().stream().map(SourceField::type))
                .containsExactlyInAnyOrder(
                        SourceField.Type.TEXT,
                        SourceField.Type.TEXT,
                        SourceField.Type.NUMBER,
                        SourceField.Type.INTEGER,
                        SourceField.Type.DATE);
    }

    private static JsonNode gdal(String name) throws IOException {
        return new ObjectMapper()
                .readTree(FOLDER.resolve("expected.json").toFile())
                .get(name)
                .get("gdal");
    }

    private static Layers.Content read(String name) throws IOException {
        return Layers.one(FOLDER.resolve(name + ".zip"));
    }
}
