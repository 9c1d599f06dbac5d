package org.anlan.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.anlan.base.Text;
import org.anlan.catalog.GeometryKind;
import org.anlan.geo.CrsList;
import org.anlan.support.TempFolder;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Any features, written by us in every format, are read the same by us and by GDAL; written by GDAL, they are read the same by us. What no table
 * can tell is left open: an empty text and none are the same, and a number may come back as the text that shows it.
 */
class AnyFeaturesTest {

    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final int[] LETTERS =
            "甲乙丙鳳𠮷😀é,;\"'<&>=+-@|_0aZ（）".codePoints().toArray();
    private static final List<OutField> FIELDS = List.of(
            field("t", SourceField.Type.TEXT),
            field("n", SourceField.Type.INTEGER),
            field("x", SourceField.Type.NUMBER),
            field("d", SourceField.Type.DATE),
            field("b", SourceField.Type.BOOLEAN));

    /** How GDAL is asked for the formats, by the extension of the file. */
    private static final Map<String, List<String>> DRIVERS = Map.of(
            "shz", List.of("-f", "ESRI Shapefile", "-lco", "ENCODING=UTF-8"),
            "gpkg", List.of("-f", "GPKG"),
            "geojson", List.of("-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=9"),
            "geojsonl", List.of("-f", "GeoJSONSeq", "-lco", "COORDINATE_PRECISION=9"),
            "kml", List.of("-f", "LIBKML"),
            "csv", List.of("-f", "CSV", "-lco", "GEOMETRY=AS_WKT"),
            "xlsx", List.of("-f", "XLSX"));

    /** Of earlier days GDAL makes negative cells of a workbook, which no spreadsheet takes for days; we write them as texts. */
    private static final LocalDate EXCEL_BEGINS = LocalDate.of(1901, 1, 1);

    private static final ObjectMapper JSON = new ObjectMapper();

    private static OutField field(String name, SourceField.Type type) {
        return new OutField(name, Text.same(name), type);
    }

    @Property(seed = "20261123", tries = 12, shrinking = ShrinkingMode.OFF)
    void whatWeWriteWeReadTheSame(@ForAll long seed) throws IOException {
        List<OutFeature> features = features(new Random(seed), LocalDate.of(1850, 1, 1));
        try (TempFolder folder = TempFolder.make()) {
            for (OutFormat format : OutFormats.all()) {
                same(format.word(), features, Layers.one(write(format, features, folder.path())), true);
            }
        }
    }

    @Property(seed = "20261123", tries = 2, shrinking = ShrinkingMode.OFF)
    void whatWeWriteGdalReadsTheSame(@ForAll long seed) throws IOException, InterruptedException {
        List<OutFeature> features = features(new Random(seed), LocalDate.of(1850, 1, 1));
        try (TempFolder folder = TempFolder.make()) {
            for (OutFormat format : OutFormats.all()) {
                Path file = write(format, features, folder.path());
                Path back = folder.path().resolve(format.word() + "-by-gdal.geojson");
                boolean zip = format.extension().equals("zip");
                Gdal.ogr2ogr(
                        "-f",
                        "GeoJSON",
                        "-lco",
                        "COORDINATE_PRECISION=9",
                        back.toString(),
                        (zip ? "/vsizip/" : "") + file);
                gdalRead(format.word(), features, JSON.readTree(back.toFile()).path("features"), Layers.one(back));
            }
        }
    }

    /** A text that begins like a formula has an apostrophe in front in a CSV; GDAL takes no shape from a workbook. */
    private static void gdalRead(String format, List<OutFeature> features, JsonNode told, Layers.Content back) {
        assertThat(told).as(format).hasSize(features.size());
        for (int i = 0; i < features.size(); i++) {
            String text = Objects.toString(features.get(i).values()[0], "");
            String read = told.get(i).path("properties").path("t").asText("").replace("null", "");
            assertThat(read).as(format).isIn(text, format.equals("csv") ? "'" + text : text);
            if (!format.equals("xlsx")) {
                sameShape(format, features.get(i), back.features().get(i));
            }
        }
    }

    @Property(seed = "20261123", tries = 2, shrinking = ShrinkingMode.OFF)
    void whatGdalWritesWeReadTheSame(@ForAll long seed) throws IOException, InterruptedException {
        List<OutFeature> features = features(new Random(seed), EXCEL_BEGINS);
        try (TempFolder folder = TempFolder.make()) {
            Path ours = write(OutFormats.byWord("gpkg").orElseThrow(), features, folder.path());
            for (Map.Entry<String, List<String>> driver : DRIVERS.entrySet()) {
                Path file = folder.path().resolve("gdal." + driver.getKey());
                List<String> arguments = new ArrayList<>(driver.getValue());
                arguments.addAll(List.of(file.toString(), ours.toString()));
                Gdal.ogr2ogr(arguments.toArray(new String[0]));
                same(
                        driver.getKey(),
                        features,
                        Layers.one(file),
                        !driver.getKey().equals("xlsx"));
            }
        }
    }

    private static void same(String format, List<OutFeature> features, Layers.Content back, boolean shapes) {
        assertThat(back.features()).as(format).hasSameSizeAs(features);
        for (int i = 0; i < features.size(); i++) {
            for (int f = 0; f < FIELDS.size(); f++) {
                Object written = features.get(i).values()[f];
                Object read = back.value(i, FIELDS.get(f).name());
                assertThat(sameValue(written, read))
                        .as("%s %s: %s became %s", format, FIELDS.get(f).name(), written, read)
                        .isTrue();
            }
            if (shapes) {
                sameShape(format, features.get(i), back.features().get(i));
            }
        }
    }

    private static boolean sameValue(Object written, Object read) {
        String text = Objects.toString(read, "");
        if (written == null) {
            return text.isEmpty();
        }
        if (written instanceof Long number) {
            return !text.isEmpty() && new BigDecimal(text).compareTo(BigDecimal.valueOf(number)) == 0;
        }
        if (written instanceof Double number) {
            return !text.isEmpty()
                    && Math.abs(Double.parseDouble(text) - number) <= Math.max(1e-15, 1e-12 * Math.abs(number));
        }
        if (written instanceof Boolean yes) {
            return text.equals(yes.toString()) || text.equals(yes ? "1" : "0");
        }
        return text.replaceFirst("^(\\d{4})/(\\d\\d)/(\\d\\d)$", "$1-$2-$3").equals(written.toString());
    }

    private static void sameShape(String format, OutFeature written, SourceFeature read) {
        assertThat(read.geometry().isPresent())
                .as(format)
                .isEqualTo(written.geometry().isPresent());
        read.geometry().ifPresent(shape -> assertThat(multi(shape)
                        .norm()
                        .equalsExact(multi(written.geometry().orElseThrow()).norm(), 1.1e-9))
                .as("%s: %s became %s", format, written.geometry().orElseThrow(), shape)
                .isTrue());
    }

    private static MultiPolygon multi(Geometry shape) {
        Polygon[] parts = new Polygon[shape.getNumGeometries()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = (Polygon) shape.getGeometryN(i);
        }
        return SHAPES.createMultiPolygon(parts);
    }

    /** The first has everything, so that a format that guesses its types has something to go by. */
    private static List<OutFeature> features(Random random, LocalDate earliest) {
        List<OutFeature> features = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(12); i++) {
            Object[] values = {
                text(random),
                random.nextLong(-1_000_000_000_000_000L, 1_000_000_000_000_000L),
                random.nextGaussian() * Math.pow(10, random.nextInt(12) - 4),
                earliest.plusDays(random.nextInt(100_000)),
                random.nextBoolean()
            };
            for (int f = 0; f < values.length && i > 0; f++) {
                values[f] = random.nextInt(4) == 0 ? null : values[f];
            }
            Optional<Geometry> shape = i > 0 && random.nextInt(5) == 0 ? Optional.empty() : Optional.of(shape(random));
            features.add(new OutFeature("id-" + i, shape, values));
        }
        return features;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1 + random.nextInt(20); i++) {
            text.appendCodePoint(LETTERS[random.nextInt(LETTERS.length)]);
        }
        return text + "文";
    }

    /** One to three squares beside each other, each perhaps with a hole. */
    private static Geometry shape(Random random) {
        Polygon[] parts = new Polygon[1 + random.nextInt(3)];
        for (int i = 0; i < parts.length; i++) {
            double x = 118 + i * 0.2 + random.nextInt(1000) / 1e5;
            double y = 24 + random.nextInt(1_000_000) / 1e6;
            LinearRing[] holes =
                    random.nextBoolean() ? new LinearRing[] {square(x + 0.02, y + 0.02, 0.01)} : new LinearRing[0];
            parts[i] = SHAPES.createPolygon(square(x, y, 0.05 + random.nextInt(1000) / 1e5), holes);
        }
        return parts.length == 1 ? parts[0] : SHAPES.createMultiPolygon(parts);
    }

    private static LinearRing square(double x, double y, double size) {
        return SHAPES.createLinearRing(new Coordinate[] {
            new Coordinate(x, y),
            new Coordinate(x, y + size),
            new Coordinate(x + size, y + size),
            new Coordinate(x + size, y),
            new Coordinate(x, y)
        });
    }

    private static Path write(OutFormat format, List<OutFeature> features, Path folder) throws IOException {
        OutLayer layer = new OutLayer("layer", Text.same("layer"), GeometryKind.POLYGON, CrsList.CGCS2000, FIELDS);
        Path file = folder.resolve(format.word() + "." + format.extension());
        try (OutputStream out = Files.newOutputStream(file);
                FeatureWriter writer = format.open(out, layer, StandardCharsets.UTF_8)) {
            for (OutFeature feature : features) {
                writer.write(feature);
            }
            writer.finish();
        }
        return file;
    }
}
