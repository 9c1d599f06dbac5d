package org.anlan.format.geopackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anlan.catalog.LayerDefinition;
import org.anlan.format.FeatureSource;
import org.anlan.format.Formats;
import org.anlan.format.Gdal;
import org.anlan.format.HandInFile;
import org.anlan.format.Layers;
import org.anlan.format.OpenOptions;
import org.anlan.format.SourceField;
import org.anlan.format.Zips;
import org.anlan.support.Installed;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;

/** What GDAL writes, read by us. */
class GeoPackageReadTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"AX2015", "AX2020", "AX2025", "XZQH", "STBHHX", "ZRBHD", "HJGKDY", "PWK", "SDQHYZ", "JSXM"})
    void aDemonstrationLayerIsTheSameAsFromItsShapefile(String name) throws Exception {
        Path zip = Shishi.handIn(name + ".zip");
        for (Layers.Content shape : Layers.of(zip, OpenOptions.defaults())) {
            Path file = folder.resolve(shape.source().name() + ".gpkg");
            unzipped(zip, shape.source());
            Gdal.ogr2ogr(
                    "-f",
                    "GPKG",
                    "-oo",
                    "ENCODING=" + shape.source().encoding().charset().name(),
                    file.toString(),
                    folder.resolve("in.shp").toString());

            Layers.Content ours = Layers.one(file);

            assertThat(ours.source().name()).isEqualTo("in");
            assertThat(ours.source().fields().stream().map(SourceField::name))
                    .containsExactlyElementsOf(shape.source().fields().stream()
                            .map(SourceField::name)
                            .toList());
            assertThat(ours.source().count()).contains(shape.features().size());
            assertThat(ours.features()).hasSameSizeAs(shape.features());
            for (int i = 0; i < ours.features().size(); i++) {
                assertThat(ours.features().get(i).values())
                        .containsExactly(shape.features().get(i).values());
                assertSame(
                        shape.features().get(i).geometry().orElseThrow(),
                        ours.features().get(i).geometry().orElseThrow());
            }
        }
    }

    private void unzipped(Path zip, FeatureSource layer) throws IOException {
        for (Map.Entry<String, byte[]> entry : entries(zip).entrySet()) {
            Path path = Path.of(entry.getKey());
            String file = path.getFileName().toString();
            int dot = file.lastIndexOf('.');
            if (dot > 0 && file.substring(0, dot).equals(layer.name())) {
                Files.write(folder.resolve("in" + file.substring(dot)), entry.getValue());
            }
        }
    }

    private static Map<String, byte[]> entries(Path zip) throws IOException {
        return Zips.entries(zip, Charset.forName("GBK"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Point              | POINT (118.7 24.73)
            LineString         | LINESTRING (0 0, 1 1, 2 0)
            Polygon            | POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))
            MultiPoint         | MULTIPOINT ((1 2), (3 4))
            MultiLineString    | MULTILINESTRING ((0 0, 1 1), (5 5, 6 6, 7 5))
            MultiPolygon       | MULTIPOLYGON (((0 0, 0 9, 9 9, 9 0, 0 0)), ((20 0, 20 9, 29 9, 20 0)))
            GeometryCollection | GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1))
            """)
    void everyKindOfShapeIsReadWithAndWithoutHeights(String type, String wkt) throws Exception {
        for (String dimension : List.of("XY", "XYZ", "XYM", "XYZM")) {
            Layers.Content layer = Layers.one(written(dimension, "WKT,n\n\"" + wkt + "\",1\n", "-dim", dimension));

            assertThat(layer.types()).containsExactly(type);
            assertSame(
                    new WKTReader().read(wkt),
                    layer.features().get(0).geometry().orElseThrow());
            assertThat(layer.codes()).isEqualTo(dimension.equals("XY") ? List.of() : List.of("gpkg.z-dropped"));
        }
    }

    @Test
    void curvesAreToldAndLeftOutAndTheRestIsRead() throws Exception {
        Layers.Content layer = Layers.one(
                written(
                        "curves",
                        "WKT,n\n\"CIRCULARSTRING (0 0, 1 1, 2 0)\",1\nPOINT (1 2),2\n\"TIN (((0 0 0,0 0 1,0 1 0,0 0 0)))\",3\n"));

        assertThat(layer.codes()).containsExactly("gpkg.curve", "gpkg.geometry-kind");
        assertThat(layer.types()).containsExactly("Point");
        assertThat(layer.features().get(0).record()).isEqualTo(2);
    }

    @Test
    void emptyAndMissingShapesAreNone() throws Exception {
        Path file = written("empty", "WKT,n\nPOINT EMPTY,1\nLINESTRING EMPTY,2\nPOLYGON EMPTY,3\n,4\n");
        Layers.Content layer = Layers.one(file);

        assertThat(layer.types()).containsExactly("null", "null", "null", "null");
        assertThat(layer.codes()).containsExactly("gpkg.empty-shape");
    }

    @Test
    void fieldsHaveTheirTypesAndValues() throws Exception {
        Path csv = folder.resolve("values.csv");
        Files.writeString(csv, "名称,n,big,x,d,t,b\n深沪湾,-7,9000000000,1.5,2024/03/05,2024/03/05 06:07:08,1\n,,,,,,\n");
        Files.writeString(
                folder.resolve("values.csvt"), "String,Integer,Integer64,Real,Date,DateTime,Integer(Boolean)");
        Path file = folder.resolve("values.gpkg");
        Gdal.ogr2ogr("-f", "GPKG", "-oo", "EMPTY_STRING_AS_NULL=YES", file.toString(), csv.toString());

        Layers.Content layer = Layers.one(file);

        assertThat(layer.source().fields().stream().map(SourceField::type))
                .containsExactly(
                        SourceField.Type.TEXT,
                        SourceField.Type.INTEGER,
                        SourceField.Type.INTEGER,
                        SourceField.Type.NUMBER,
                        SourceField.Type.DATE,
                        SourceField.Type.TEXT,
                        SourceField.Type.BOOLEAN);
        assertThat(layer.features().get(0).values())
                .containsExactly(
                        "深沪湾", -7L, 9_000_000_000L, 1.5, LocalDate.of(2024, 3, 5), "2024-03-05T06:07:08.000", true);
        assertThat(layer.features().get(1).values()).containsOnlyNulls();
        assertThat(layer.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"EPSG:4528, EPSG:4528", "EPSG:4490, EPSG:4490", "EPSG:4326, EPSG:4326", "'', ''"})
    void theSystemIsThatOfTheRegister(String crs, String declared) throws Exception {
        Path file = crs.isEmpty()
                ? written("crs", "WKT,n\nPOINT (1 2),1\n")
                : written("crs", "WKT,n\nPOINT (1 2),1\n", "-a_srs", crs);

        assertThat(Layers.one(file).source().declaredCrs())
                .isEqualTo(declared.isEmpty() ? Optional.empty() : Optional.of(declared));
    }

    @Test
    void aSystemWithoutCodeIsToldByItsDefinition() throws Exception {
        Path file = written(
                "own", "WKT,n\nPOINT (1 2),1\n", "-a_srs", "+proj=tmerc +lon_0=120 +x_0=500000 +ellps=GRS80 +units=m");

        assertThat(Layers.one(file).source().declaredCrs().orElseThrow()).startsWith("PROJCS[");
    }

    @Test
    void ourOwnDataFileGivesItsLayers() throws Exception {
        Path data = folder.resolve("data");
        List<String> names;
        long revisions;
        try (Installed demo = Installed.demo(data)) {
            names = demo.catalog().layers().stream()
                    .map(LayerDefinition::id)
                    .sorted()
                    .toList();
            revisions = demo.store()
                    .revisions()
                    .newest("coastline")
                    .orElseThrow()
                    .state()
                    .count();
        }
        try (HandInFile file = Formats.open(data.resolve("data.gpkg"), "data.gpkg", OpenOptions.defaults())) {
            assertThat(file.layers()).hasSameSizeAs(names);
            FeatureSource coastline = file.layers().stream()
                    .filter(layer -> layer.name().equals("coastline"))
                    .findFirst()
                    .orElseThrow();
            assertThat(coastline.findings()).isEmpty();
            assertThat(coastline.declaredCrs()).contains("EPSG:4490");
            Layers.Content content = Layers.read(coastline);
            assertThat(content.features()).hasSize((int) revisions);
            assertThat(content.findings()).isEmpty();
            assertThat(content.types()).contains("LineString");
            assertThat(content.value(0, "id").toString()).contains("@20");
        }
        assertThat(data.resolve("data.gpkg-wal")).doesNotExist();
    }

    @Test
    void aGeoPackageIsToldByItsContentAndReadInAZipToo() throws Exception {
        Path file = written("inside", "WKT,名称\nPOINT (1 2),甲\n");
        Path renamed = Files.copy(file, folder.resolve("数据.dat"));
        Path zip = folder.resolve("packed.zip");
        Files.write(zip, Zips.of(Map.of("资料/inside.gpkg", Files.readAllBytes(file))));

        assertThat(Layers.one(renamed).source().format()).isEqualTo("gpkg");
        assertThat(Layers.one(zip).value(0, "名称")).isEqualTo("甲");
    }

    private static void assertSame(Geometry expected, Geometry actual) {
        assertThat(actual.norm().equalsExact(expected.norm()))
                .as("%s is %s", actual, expected)
                .isTrue();
    }

    private Path written(String name, String csv, String... more) throws Exception {
        Path in = folder.resolve(name + ".csv");
        Path out = folder.resolve(name + ".gpkg");
        Files.writeString(in, csv);
        List<String> arguments =
                new ArrayList<>(List.of("-f", "GPKG", "-oo", "GEOM_POSSIBLE_NAMES=WKT", "-oo", "KEEP_GEOM_COLUMNS=NO"));
        arguments.addAll(List.of(more));
        arguments.addAll(List.of(out.toString(), in.toString()));
        Gdal.ogr2ogr(arguments.toArray(String[]::new));
        return out;
    }
}
