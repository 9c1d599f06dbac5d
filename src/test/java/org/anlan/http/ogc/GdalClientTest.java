package org.anlan.http.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anlan.catalog.LayerDefinition;
import org.anlan.format.Gdal;
import org.anlan.store.LayerState;
import org.anlan.store.Revision;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;

/** GDAL finds, counts, filters and pages the layers of the running service by its driver OAPIF, and reads vector tiles by MVT. (Debian's GDAL 3.6 is built without the vector part of its driver OGCAPI.) */
class GdalClientTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withDemonstration();

    private static final Pattern LISTED = Pattern.compile("(?m)^\\d+: ([^ \\n]+)");
    private static final Pattern COUNT = Pattern.compile("Feature Count: (\\d+)");
    private static final Pattern EXTENT =
            Pattern.compile("Extent: \\(([-.\\d]+), ([-.\\d]+)\\) - \\(([-.\\d]+), ([-.\\d]+)\\)");

    @Test
    void itListsEveryLayerByItsIdAndChineseTitle() throws Exception {
        String listed = info("-q", features());
        List<String> ids = new ArrayList<>();
        for (Matcher one = LISTED.matcher(listed); one.find(); ) {
            ids.add(one.group(1));
        }
        assertThat(ids)
                .isEqualTo(SERVER.services().catalog().layers().stream()
                        .map(LayerDefinition::id)
                        .toList());
        assertThat(listed).contains("title: 海岸线", "title: 生态保护红线");
    }

    @Test
    void itCountsTheFeaturesOfEveryLayerAndFindsItsExtent() throws Exception {
        for (LayerDefinition layer : SERVER.services().catalog().layers()) {
            Optional<LayerState> state =
                    SERVER.services().store().revisions().newest(layer.id()).map(Revision::state);
            String told = info("-so", features(), layer.id());
            assertThat(count(told))
                    .as(layer.id())
                    .isEqualTo(state.map(LayerState::count).orElse(0L));
            state.flatMap(LayerState::extent).ifPresent(extent -> {
                Matcher found = EXTENT.matcher(told);
                assertThat(found.find()).as(told).isTrue();
                double[] expected = {extent.west(), extent.south(), extent.east(), extent.north()};
                for (int i = 0; i < 4; i++) {
                    assertThat(Double.parseDouble(found.group(i + 1)))
                            .as(layer.id())
                            .isEqualTo(expected[i], within(1e-6));
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 37, 450, 451, 10_000})
    void itReadsEachFeatureOnceWhateverThePageHolds(int pageSize) throws Exception {
        List<JsonNode> read = read("-oo", "PAGE_SIZE=" + pageSize, features(), "coastline");
        assertThat(read).hasSize(451);
        assertThat(new TreeSet<>(read.stream().map(f -> text(f, "id")).toList()))
                .hasSize(451);
    }

    @Test
    void itReadsChineseAttributes() throws Exception {
        List<JsonNode> all = read(features(), "outfalls");
        JsonNode served = SERVER.reader()
                .get("/ogc/collections/outfalls/items?limit=1000")
                .json()
                .path("features");
        assertThat(all).hasSize(served.size());
        for (int i = 0; i < all.size(); i++) {
            for (String field : List.of("id", "name", "town", "state_zh", "receiving")) {
                assertThat(text(all.get(i), field)).isEqualTo(text(served.get(i), field));
            }
        }
        assertThat(all).anyMatch(feature -> text(feature, "town").equals("蚶江镇"));
    }

    @Test
    void itReadsWhatLiesInARectangle() throws Exception {
        String told = info("-so", features(), "coastline", "-spat", "118.66", "24.7", "118.72", "24.8");
        JsonNode asked = SERVER.reader()
                .get("/ogc/collections/coastline/items?bbox=118.66,24.7,118.72,24.8&limit=1")
                .json();
        assertThat(count(told))
                .isPositive()
                .isEqualTo(asked.path("numberMatched").asLong());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "coastline | town = '蚶江镇'",
                "coastline | survey_year = 2020",
                "coastline | survey_year = 2020 AND type1 = 'natural'",
                "coastline | mainland = 1 AND town = '永宁镇'",
                "outfalls | state_zh = '已销号'",
                "coastline | town LIKE '%镇' AND length_m > 500"
            })
    void itReadsWhatAnAttributeFilterNames(String layer, String where) throws Exception {
        List<JsonNode> all = read(features(), layer);
        List<JsonNode> filtered = read(features(), layer, "-where", where);
        List<JsonNode> expected = all.stream().filter(f -> holds(where, f)).toList();
        assertThat(filtered).isNotEmpty().isEqualTo(expected);
    }

    /** GDAL's own filter would hide what the service does: the pages that are asked for tell whether the filter went out. */
    @Test
    void anAttributeFilterIsAnsweredByTheService() throws Exception {
        String log = Gdal.run(
                "ogrinfo", "--debug", "OAPIF", "-ro", "-so", features(), "coastline", "-where", "survey_year = 2020");
        assertThat(count(log)).isEqualTo(151);
        String http = Gdal.run(
                "ogrinfo", "--debug", "HTTP", "-ro", "-so", features(), "coastline", "-where", "survey_year = 2020");
        assertThat(http).contains("survey_year=2020");
    }

    /** PROJ carries what GDAL read to a zone of CGCS2000; the service's own coordinates in that zone are the same to what nine decimals of a degree tell (0.1 mm). */
    @ParameterizedTest
    @ValueSource(ints = {4549, 4528, 3857})
    void coordinatesInAnotherSystemAreThoseOfProj(int epsg) throws Exception {
        List<Geometry> byProj = projected(epsg);
        JsonNode ours = SERVER.reader()
                .get("/ogc/collections/coastline/items?limit=1000&crs=http://www.opengis.net/def/crs/EPSG/0/" + epsg)
                .json()
                .path("features");
        boolean northFirst = epsg != 3857;
        assertThat(byProj).hasSameSizeAs(ours);
        for (int i = 0; i < byProj.size(); i++) {
            JsonNode here = ours.get(i).at("/geometry/coordinates");
            Coordinate[] there = byProj.get(i).getCoordinates();
            assertThat(here.size()).isEqualTo(there.length);
            for (int k = 0; k < here.size(); k++) {
                assertThat(here.get(k).get(northFirst ? 1 : 0).asDouble()).isEqualTo(there[k].x, within(2e-4));
                assertThat(here.get(k).get(northFirst ? 0 : 1).asDouble()).isEqualTo(there[k].y, within(2e-4));
            }
        }
    }

    private static List<Geometry> projected(int epsg) throws Exception {
        String csv = Gdal.ogr2ogr(
                "-f",
                "CSV",
                "/vsistdout/",
                "-lco",
                "GEOMETRY=AS_WKT",
                "-s_srs",
                "EPSG:4490",
                "-t_srs",
                "EPSG:" + epsg,
                features(),
                "coastline");
        List<Geometry> shapes = new ArrayList<>();
        for (Matcher one = Pattern.compile("(?m)^\"(LINESTRING[^\"]*)\"").matcher(csv); one.find(); ) {
            shapes.add(new WKTReader().read(one.group(1)));
        }
        return shapes;
    }

    @Test
    void itReadsAVectorTileWhereItLies() throws Exception {
        String told = info(
                "-so",
                "-oo",
                "Z=12",
                "-oo",
                "X=3398",
                "-oo",
                "Y=1757",
                SERVER.address() + "/ogc/tiles/WebMercatorQuad/12/1757/3398",
                "coastline");
        assertThat(told).contains("using driver `MVT'", "\"EPSG\",3857", "type2: String", "survey_year: Integer");
        assertThat(count(told)).isPositive();
        double side = 2 * Math.PI * 6_378_137 / 4096;
        Matcher found = EXTENT.matcher(told);
        assertThat(found.find()).as(told).isTrue();
        assertThat(Double.parseDouble(found.group(1))).isBetween((3398 - 2048) * side, (3399 - 2048) * side);
        assertThat(Double.parseDouble(found.group(4))).isBetween((2048 - 1758) * side, (2048 - 1757) * side);
    }

    private static String features() {
        return "OAPIF:" + SERVER.address() + "/ogc";
    }

    private static String info(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ogrinfo", "-ro"));
        command.addAll(List.of(arguments));
        return Gdal.run(command.toArray(String[]::new));
    }

    private static List<JsonNode> read(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("-f", "GeoJSONSeq", "/vsistdout/", "-lco", "COORDINATE_PRECISION=9", "-lco", "RS=NO"));
        command.addAll(List.of(arguments));
        List<JsonNode> features = new ArrayList<>();
        ObjectMapper mapper = new ObjectMapper();
        for (String line : Gdal.ogr2ogr(command.toArray(String[]::new)).split("\n", -1)) {
            if (!line.isBlank()) {
                features.add(mapper.readTree(line));
            }
        }
        return features;
    }

    private static long count(String told) {
        Matcher found = COUNT.matcher(told);
        assertThat(found.find()).as(told).isTrue();
        return Long.parseLong(found.group(1));
    }

    private static String text(JsonNode feature, String field) {
        return field.equals("id") && feature.has("id")
                ? feature.path("id").asText()
                : feature.path("properties").path(field).asText();
    }

    /** The filters of the test above, looked at feature by feature. */
    private static boolean holds(String where, JsonNode feature) {
        for (String condition : where.split(" AND ", -1)) {
            String[] parts = condition.strip().split(" ", 3);
            String value = parts[2].replace("'", "");
            JsonNode own = feature.path("properties").path(parts[0]);
            boolean holds =
                    switch (parts[1]) {
                        case "=" ->
                            own.isBoolean()
                                    ? own.asBoolean() == value.equals("1")
                                    : own.asText().equals(value);
                        case "LIKE" -> own.asText().endsWith(value.substring(1));
                        case ">" -> own.asDouble() > Double.parseDouble(value);
                        default -> throw new AssertionError(condition);
                    };
            if (!holds) {
                return false;
            }
        }
        return true;
    }
}
