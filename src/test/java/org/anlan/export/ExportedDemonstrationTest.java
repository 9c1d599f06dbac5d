package org.anlan.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CatalogReader;
import org.anlan.catalog.FieldType;
import org.anlan.catalog.GeometryKind;
import org.anlan.catalog.LayerDefinition;
import org.anlan.coast.CountingRuleSets;
import org.anlan.coast.Retention;
import org.anlan.format.Gdal;
import org.anlan.format.Layers;
import org.anlan.format.SourceFeature;
import org.anlan.format.Zips;
import org.anlan.intake.CheckReport;
import org.anlan.intake.Intake;
import org.anlan.intake.Progress;
import org.anlan.store.Changes;
import org.anlan.store.FeatureQuery;
import org.anlan.store.Row;
import org.anlan.store.Store;
import org.anlan.store.Upload;
import org.anlan.store.sqlite.SqliteStore;
import org.anlan.support.FilledStore;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Geometry;

/** Every layer of the demonstration in the formats of GIS, some in every format of ours: GDAL reads what is kept, and taken in again it changes nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportedDemonstrationTest {

    /** Layers of each kind of shape and a table, large and small: for the formats that differ least between layers. */
    private static final Set<String> SOME =
            Set.of("coastline", "regions", "outfalls", "projects", "protected-areas", "indicators");

    private static final Catalog CATALOG = CatalogReader.load(Optional.empty());
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private Store store;

    @BeforeAll
    void fill() throws IOException {
        store = SqliteStore.open(FilledStore.make(folder.resolve("data"), Shishi.handIns()), CATALOG);
    }

    @AfterAll
    void close() {
        store.close();
    }

    Stream<String[]> exports() {
        return Stream.concat(exports("shp", "gpkg"), exports("geojson", "kml").filter(one -> SOME.contains(one[0])));
    }

    private Stream<String[]> exports(String... formats) {
        return CATALOG.layers().stream()
                .filter(layer -> store.revisions().newest(layer.id()).isPresent())
                .flatMap(layer -> Stream.of(formats).map(format -> new String[] {layer.id(), format}));
    }

    /** Without what a .dbf clips, and without shapes longer than a cell of Excel, as their findings and notes say. */
    Stream<String[]> losslessExports() {
        Set<List<String>> lossy =
                Set.of(List.of("projects", "shp"), List.of("regions", "xlsx"), List.of("basemap", "xlsx"));
        return Stream.concat(exports(), exports("csv", "xlsx").filter(one -> SOME.contains(one[0])))
                .filter(export -> !lossy.contains(List.of(export)));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("exports")
    void gdalReadsWhatIsKept(String layerId, String format) throws Exception {
        LayerDefinition layer = CATALOG.layer(layerId);
        Path file = export(layerId, format);
        Map<String, String> clipped = clipped(file, format);
        Map<String, Read> read = readByGdal(file, layer, format, clipped);
        List<String> faults = new ArrayList<>();
        int[] count = {0};
        store.features().read(FeatureQuery.all(layer, Long.MAX_VALUE).in(FeatureQuery.Order.ID), row -> {
            count[0]++;
            if (layer.idFields().isEmpty() && format.equals("shp")) {
                return true;
            }
            compare(layer, row, read.get(row.id()), clipped, faults);
            return true;
        });
        if (layerId.equals("projects") && format.equals("shp")) {
            assertThat(faults).hasSize(2).allMatch(fault -> fault.contains(" content: "));
        } else {
            assertThat(faults).isEmpty();
        }
        assertThat(read).hasSize(count[0]).isNotEmpty();
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("losslessExports")
    void anExportThatIsTakenInAgainChangesNothing(String layerId, String format) throws IOException {
        Path file = export(layerId, format);
        Intake intake = new Intake(
                CATALOG, store, new Retention(CATALOG, store, CountingRuleSets.load(Optional.empty(), CATALOG)));
        Upload upload;
        try (var bytes = Files.newInputStream(file)) {
            upload = intake.receive(file.getFileName().toString(), bytes);
        }
        CheckReport report = intake.check(upload, Progress.SILENT);
        assertThat(report.findings().stream().filter(f -> f.severity() == Severity.ERROR))
                .isEmpty();
        Changes changes = report.parts().get(0).changes();
        assertThat(report.parts()).allMatch(part -> part.layer().equals(layerId));
        assertThat(List.of(changes.added(), changes.changed(), changes.removed()))
                .as(changes.toString())
                .containsExactly(0L, 0L, 0L);
        assertThat(changes.unchanged())
                .isEqualTo(
                        store.revisions().newest(layerId).orElseThrow().state().count());
        intake.drop(upload);
    }

    private Path export(String layer, String format) throws IOException {
        ExportFile file = new Export(CATALOG, store).prepare(ExportRequest.of(layer, format));
        Path path = folder.resolve(file.fileName());
        try (OutputStream out = Files.newOutputStream(path)) {
            List<Finding> findings = file.write(out);
            // two descriptions of projects are longer than the 254 bytes of a .dbf
            boolean clips = layer.equals("projects") && format.equals("shp");
            assertThat(findings).hasSize(clips ? 1 : 0).allMatch(f -> f.code().equals("shapefile.text-clipped"));
        }
        return path;
    }

    /** The features of all layers of the file by id, as GDAL's GeoJSON. */
    private Map<String, Read> readByGdal(Path file, LayerDefinition layer, String format, Map<String, String> clipped)
            throws Exception {
        Map<String, Read> byId = new LinkedHashMap<>();
        String source = format.equals("shp") ? "/vsizip/" + file : file.toString();
        List<String> layers = Gdal.run("ogrinfo", "-q", "-ro", source)
                .lines()
                .filter(line -> line.matches("\\d+: .*") && !line.contains("-fields"))
                .map(line -> line.replaceFirst("\\d+: ", "").replaceFirst(" \\([\\w ,]+\\)$", ""))
                .toList();
        assertThat(layers).isNotEmpty();
        for (String name : layers) {
            Path copy = folder.resolve("gdal.geojson");
            Files.deleteIfExists(copy);
            Gdal.ogr2ogr("-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=15", copy.toString(), source, name);
            Iterator<SourceFeature> shapes = Layers.one(copy).features().iterator();
            for (JsonNode feature : JSON.readTree(copy.toFile()).path("features")) {
                String id = id(layer, feature, clipped);
                byId.put(
                        id.isEmpty() ? "no id " + byId.size() : id,
                        new Read(feature, shapes.next().geometry()));
            }
        }
        return byId;
    }

    /** Where the layer's ids are generated, GeoJSON and KML carry them; a shapefile does not. */
    private static String id(LayerDefinition layer, JsonNode feature, Map<String, String> clipped) {
        if (layer.idFields().isEmpty()) {
            return feature.path("id").asText(property(feature, "id", clipped).asText());
        }
        List<String> parts = layer.idFields().stream()
                .map(field -> property(feature, field, clipped).asText())
                .toList();
        return String.join("@", parts);
    }

    private static JsonNode property(JsonNode feature, String field, Map<String, String> clipped) {
        JsonNode properties = feature.path("properties");
        String there = field.equals("name") && properties.has("Name") ? "Name" : field;
        return properties.path(clipped.getOrDefault(there, there));
    }

    /** The short names of fields by the whole ones, as the zip tells them. */
    private static Map<String, String> clipped(Path file, String format) throws IOException {
        Map<String, String> names = new HashMap<>();
        if (format.equals("shp")) {
            for (Map.Entry<String, byte[]> entry : Zips.entries(file).entrySet()) {
                if (entry.getKey().endsWith("-fields.csv")) {
                    new String(entry.getValue(), StandardCharsets.UTF_8)
                            .lines()
                            .map(line -> line.split(",", -1))
                            .forEach(cells -> names.put(cells[1], cells[0]));
                }
            }
            assertThat(names).containsKey("extra");
        }
        return names;
    }

    private static void compare(
            LayerDefinition layer, Row row, Read read, Map<String, String> clipped, List<String> faults) {
        if (read == null) {
            faults.add("no feature " + row.id());
            return;
        }
        for (int i = 0; i < layer.fields().size(); i++) {
            String name = layer.fields().get(i).name();
            Object kept = row.value(i);
            JsonNode there = property(read.feature(), name, clipped);
            if (!same(layer.fields().get(i).type(), kept, there)) {
                faults.add(row.id() + " " + name + ": " + kept + " became " + there);
            }
        }
        if (layer.geometry() != GeometryKind.NONE) {
            double length = property(read.feature(), "length_m", clipped).asDouble();
            if (Math.abs(length - row.lengthM()) > 1e-9 * Math.max(1, length)) {
                faults.add(row.id() + " length_m: " + row.lengthM() + " became " + length);
            }
            if (!same(row.geometry(), read.shape())) {
                faults.add(row.id() + ": another shape");
            }
        }
    }

    private static boolean same(FieldType type, Object kept, JsonNode there) {
        if (kept == null) {
            return there.isMissingNode()
                    || there.isNull()
                    || there.asText().isEmpty()
                    || there.asText().equals("?");
        }
        return switch (type) {
            case TEXT -> there.asText().equals(kept.toString());
            case INTEGER -> there.asLong() == (Long) kept;
            case NUMBER -> Math.abs(there.asDouble() - (Double) kept) <= 1e-12 * Math.max(1, Math.abs((Double) kept));
            case BOOLEAN -> List.of("true", "1", "T").contains(there.asText()) == (Boolean) kept;
            case DATE -> there.asText().replace('/', '-').equals(kept.toString());
        };
    }

    private static boolean same(Optional<Geometry> kept, Optional<Geometry> there) {
        return (kept.isEmpty() && there.isEmpty())
                || (kept.isPresent() && there.isPresent() && plain(there.get()).equalsExact(plain(kept.get()), 1e-12));
    }

    /** A shape of one part is the same as that part: a GeoPackage makes all of a mixed layer multipart. */
    private static Geometry plain(Geometry shape) {
        return (shape.getNumGeometries() == 1 ? shape.getGeometryN(0) : shape).norm();
    }

    /** A feature as GDAL tells it. */
    private record Read(JsonNode feature, Optional<Geometry> shape) {}
}
