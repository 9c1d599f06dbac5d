package org.anlan.http.ogc;

import static org.anlan.http.ogc.OgcReader.link;
import static org.anlan.http.ogc.OgcReader.links;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.anlan.catalog.GeometryKind;
import org.anlan.catalog.LayerDefinition;
import org.anlan.support.Client;
import org.anlan.support.Requirement;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OGC API Tiles (20-057) and the tile matrix sets behind it (17-083r4), requirement by requirement. What is drawn in tiles is tested in {@link TileContentTest}. */
class TileRequirementsTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withDemonstration();

    private static final OgcReader OGC = new OgcReader(SERVER);
    private static final String TILESETS = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector";
    private static final String TILING = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";
    private static final List<String> GRIDS = List.of("WebMercatorQuad", "WorldCRS84Quad", "CGCS2000Quad");

    @Test
    @Requirement({
        "tiles-1/dataset-tilesets/landingpage",
        "tiles-1/dataset-tilesets/operation",
        "tiles-1/geodata-tilesets/desc-links",
        "tiles-1/geodata-tilesets/operation",
        "tiles-1/tilesets-list/tileset-path",
        "tiles-1/tilesets-list/tileset-links"
    })
    void theWholeAndEveryLayerWithShapesLeadToTheirTileSets() {
        assertLists(link(OGC.json("/ogc"), TILESETS, Media.JSON), "/ogc/tiles");
        for (LayerDefinition layer : SERVER.services().catalog().layers()) {
            JsonNode collection = OGC.json("/ogc/collections/" + layer.id());
            if (layer.geometry() == GeometryKind.NONE) {
                assertThat(links(collection, TILESETS)).isEmpty();
            } else {
                assertLists(link(collection, TILESETS, Media.JSON), "/ogc/collections/" + layer.id() + "/tiles");
            }
        }
    }

    private static void assertLists(String address, String expected) {
        assertThat(OGC.below(address)).startsWith(expected);
        JsonNode sets = OGC.json(address).path("tilesets");
        assertThat(sets).hasSameSizeAs(GRIDS);
        for (JsonNode set : sets) {
            assertThat(set.path("dataType").asText()).isEqualTo("vector");
            assertThat(set.path("crs").asText()).startsWith("http://www.opengis.net/def/crs/");
            assertThat(OGC.json(link(set, "self", Media.JSON)).path("dataType").asText())
                    .isEqualTo("vector");
            JsonNode grid = OGC.json(link(set, TILING, Media.JSON));
            assertThat(set.path("crs")).isEqualTo(grid.path("crs"));
            assertThat(set.path("tileMatrixSetURI")).isEqualTo(grid.path("uri"));
        }
    }

    @Test
    @Requirement({
        "tiles-1/tileset/description",
        "tms-2/tilesetmetadata/model",
        "tms-2/tilesetmetadata/identifier",
        "tms-2/json-tilesetmetadata/model",
        "tms-2/json-tilesetmetadata/ietf",
        "tms-2/json-tilesetmetadata/media-type"
    })
    void aTileSetSaysWhatItHoldsAndHowItsTilesAreAsked() {
        for (String at : List.of("/ogc", "/ogc/collections/coastline", "/ogc/collections/outfalls")) {
            for (String grid : GRIDS) {
                Client.Answer answer = OGC.answer(at + "/tiles/" + grid, Media.JSON);
                assertThat(answer.header("Content-Type")).startsWith(Media.JSON);
                JsonNode set = answer.json();
                for (String member : List.of("title", "dataType", "crs", "tileMatrixSetId")) {
                    assertThat(set.path(member).isTextual()).as(member).isTrue();
                }
                assertThat(set.has("tileMatrixSetURI")).isEqualTo(!grid.equals("CGCS2000Quad"));
                assertThat(links(set, TILING)).hasSize(1);
                for (JsonNode layer : set.path("layers")) {
                    assertThat(SERVER.services()
                                    .catalog()
                                    .layer(layer.path("id").asText())
                                    .id())
                            .isNotBlank();
                    assertThat(layer.path("dataType").asText()).isEqualTo("vector");
                    assertThat(layer.path("geometryDimension").asInt(-1)).isBetween(0, 2);
                    assertThat(layer.at("/propertiesSchema/properties").isObject())
                            .isTrue();
                }
                assertThat(set.at("/boundingBox/lowerLeft")).hasSize(2);
                String template = link(set, "item", Media.TILE);
                assertThat(template).contains("{tileMatrix}", "{tileRow}", "{tileCol}");
                set.path("links")
                        .forEach(link -> assertThat(link.path("templated").asBoolean(false))
                                .isEqualTo(link.path("href").asText().contains("{")));
            }
        }
    }

    @Test
    @Requirement({
        "tms-2/tilematrixset/model",
        "tms-2/json-tilematrixset/model",
        "tms-2/json-tilematrixset/ietf",
        "tms-2/json-tilematrixset/media-type"
    })
    void aGridHasTheMembersOfTheModel() {
        for (JsonNode one : OGC.json("/ogc/tileMatrixSets").path("tileMatrixSets")) {
            Client.Answer answer = OGC.answer(link(one, "self", Media.JSON), Media.JSON);
            assertThat(answer.header("Content-Type")).startsWith(Media.JSON);
            JsonNode grid = answer.json();
            assertThat(grid.path("id")).isEqualTo(one.path("id"));
            assertThat(grid.path("orderedAxes")).hasSize(2);
            double before = Double.MAX_VALUE;
            Set<String> ids = new TreeSet<>();
            for (JsonNode matrix : grid.path("tileMatrices")) {
                assertThat(ids.add(matrix.path("id").asText())).isTrue();
                assertThat(matrix.path("scaleDenominator").asDouble()).isLessThan(before);
                before = matrix.path("scaleDenominator").asDouble();
                assertThat(matrix.path("cellSize").asDouble()).isPositive();
                assertThat(matrix.path("pointOfOrigin")).hasSize(2);
                for (String whole : List.of("tileWidth", "tileHeight", "matrixWidth", "matrixHeight")) {
                    assertThat(matrix.path(whole).isInt()).as(whole).isTrue();
                    assertThat(matrix.path(whole).asInt()).isPositive();
                }
                assertThat(matrix.path("cornerOfOrigin").asText()).isEqualTo("topLeft");
            }
        }
        JsonNode tianditu = OGC.json("/ogc/tileMatrixSets/CGCS2000Quad");
        assertThat(tianditu.at("/tileMatrices/0/id").asText())
                .as("Tianditu's first level is 1")
                .isEqualTo("1");
        assertThat(tianditu.at("/tileMatrices/0/pointOfOrigin/0").asDouble())
                .as("latitude first, as EPSG:4490 has it")
                .isEqualTo(90);
    }

    @Test
    @Requirement({
        "tms-2/tilematrixsetlimits/model",
        "tms-2/json-tilematrixsetlimits/model",
        "tms-2/json-tilematrixsetlimits/ietf"
    })
    void limitsNameEachMatrixOnceAndHoldWhatThereIs() {
        for (String grid : GRIDS) {
            JsonNode matrices = OGC.json("/ogc/tileMatrixSets/" + grid).path("tileMatrices");
            JsonNode limits =
                    OGC.json("/ogc/collections/coastline/tiles/" + grid).path("tileMatrixSetLimits");
            assertThat(limits).hasSameSizeAs(matrices);
            for (int i = 0; i < limits.size(); i++) {
                JsonNode one = limits.get(i);
                assertThat(one.path("tileMatrix")).isEqualTo(matrices.get(i).path("id"));
                assertThat(one.path("minTileRow").asInt(-1))
                        .isBetween(0, one.path("maxTileRow").asInt());
                assertThat(one.path("minTileCol").asInt(-1))
                        .isBetween(0, one.path("maxTileCol").asInt());
                assertThat(one.path("maxTileRow").asInt())
                        .isLessThan(matrices.get(i).path("matrixHeight").asInt());
                assertThat(one.path("maxTileCol").asInt())
                        .isLessThan(matrices.get(i).path("matrixWidth").asInt());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ogc", "/ogc/collections/coastline", "/ogc/collections/regions"})
    @Requirement({
        "tiles-1/core/tc-op",
        "tiles-1/core/tc-success",
        "tiles-1/core/tc-tilematrix-definition",
        "tiles-1/core/tc-tilerow-definition",
        "tiles-1/core/tc-tilecol-definition",
        "tiles-1/mvt/content"
    })
    void everyTileOfTheLimitsAnswersByItsTemplate(String at) {
        for (String grid : GRIDS) {
            JsonNode set = OGC.json(at + "/tiles/" + grid);
            String template = link(set, "item", Media.TILE);
            int there = 0;
            for (JsonNode one : set.path("tileMatrixSetLimits")) {
                if (Integer.parseInt(one.path("tileMatrix").asText()) > 12) {
                    continue;
                }
                for (int row = one.path("minTileRow").asInt();
                        row <= one.path("maxTileRow").asInt();
                        row++) {
                    for (int column = one.path("minTileCol").asInt();
                            column <= one.path("maxTileCol").asInt();
                            column++) {
                        Client.Answer tile = OGC.answer(template.replace(
                                        "{tileMatrix}", one.path("tileMatrix").asText())
                                .replace("{tileRow}", "" + row)
                                .replace("{tileCol}", "" + column));
                        assertThat(tile.status()).isIn(200, 204);
                        if (tile.status() == 200) {
                            there++;
                            assertThat(tile.header("Content-Type")).isEqualTo(Media.TILE);
                            assertThat(tile.bytes().length).isBetween(1, 500_000);
                        }
                    }
                }
            }
            assertThat(there).as(at + " " + grid).isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "99/0/0, 404",
        "x/0/0, 404",
        "-1/0/0, 404",
        "3/8/0, 404",
        "3/0/8, 404",
        "12/4096/0, 404",
        "12/-1/0, 404",
        "20/1048576/99999999999, 404",
        "12/a/0, 400",
        "12/1.5/0, 400"
    })
    @Requirement("tiles-1/core/tc-error")
    void whatLiesOutsideIsNotThere(String place, int status) {
        for (String at : List.of("/ogc", "/ogc/collections/coastline")) {
            Client.Answer answer = OGC.answer(at + "/tiles/WebMercatorQuad/" + place);
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.header("Content-Type")).startsWith(Media.PROBLEM);
        }
    }

    @Test
    @Requirement({
        "tiles-1/collections-selection/query-collections",
        "tiles-1/collections-selection/collections-response"
    })
    void someOfTheLayersCanBeChosen() {
        String tile = "/ogc/tiles/WebMercatorQuad/12/1757/3398";
        assertThat(layers(tile + "?collections=red-lines,coastline")).containsExactly("red-lines", "coastline");
        assertThat(layers(tile + "?collections=coastline,red-lines")).containsExactly("coastline", "red-lines");
        assertThat(layers(tile)).contains("regions", "coastline", "red-lines", "outfalls");
        JsonNode set = OGC.json("/ogc/tiles/WebMercatorQuad?collections=coastline,outfalls");
        assertThat(set.path("layers").findValuesAsText("id")).containsExactly("coastline", "outfalls");
        String template = link(set, "item", Media.TILE);
        assertThat(layers(template.replace("{tileMatrix}/{tileRow}/{tileCol}", "12/1757/3398")))
                .containsExactly("coastline", "outfalls");
        assertThat(OGC.answer(tile + "?collections=nothing").status()).isEqualTo(404);
        assertThat(OGC.answer("/ogc/collections/coastline/tiles/WebMercatorQuad/12/1757/3398?collections=outfalls")
                        .status())
                .isEqualTo(400);
    }

    /** The names of a tile's layers: in each layer (field 3 of the tile) the name is the first field after the version. */
    private static List<String> layers(String address) {
        byte[] tile = OGC.answer(address).bytes();
        List<String> names = new ArrayList<>();
        for (int[] layer : MvtFields.of(tile, 0, tile.length, 3)) {
            int[] name = MvtFields.of(tile, layer[0], layer[1], 1).get(0);
            names.add(new String(tile, name[0], name[1] - name[0], java.nio.charset.StandardCharsets.UTF_8));
        }
        return names;
    }

    @Test
    void tileJsonSaysTheSameToWebMaps() {
        JsonNode tileJson = OGC.json("/ogc/collections/coastline/tiles/WebMercatorQuad?f=tilejson");
        assertThat(tileJson.path("tilejson").asText()).isEqualTo("3.0.0");
        assertThat(tileJson.at("/vector_layers/0/id").asText()).isEqualTo("coastline");
        assertThat(tileJson.at("/bounds/0").asDouble()).isEqualTo(118.645, within(1e-3));
        String tile = tileJson.at("/tiles/0")
                .asText()
                .replace("{z}", "12")
                .replace("{y}", "1757")
                .replace("{x}", "3398");
        assertThat(OGC.answer(tile).status()).isEqualTo(200);
        assertThat(OGC.answer("/ogc/tiles/WorldCRS84Quad?f=tilejson").status()).isEqualTo(400);
    }

    /** Every class of the catalogue has its colour in the style, and the style's layers are those of the tiles. */
    @Test
    void theStyleHasTheCataloguesColours() {
        for (LayerDefinition layer : SERVER.services().catalog().layers()) {
            if (layer.geometry() == GeometryKind.NONE) {
                continue;
            }
            String styles = "/ogc/collections/" + layer.id() + "/styles";
            JsonNode style = OGC.json(link(OGC.json(styles).at("/styles/0"), "stylesheet", Media.STYLE));
            assertThat(style.path("version").asInt()).isEqualTo(8);
            assertThat(OGC.json(style.at("/sources/anlan/url").asText())
                            .at("/vector_layers/0/id")
                            .asText())
                    .isEqualTo(layer.id());
            String text = style.toString();
            layer.style().symbols().forEach(symbol -> {
                boolean point = layer.geometry() == GeometryKind.POINT;
                (point ? symbol.fill().or(symbol::stroke) : symbol.stroke().or(symbol::fill))
                        .ifPresent(colour -> assertThat(text).contains("\"" + colour.substring(0, 7) + "\""));
                symbol.code().ifPresent(code -> assertThat(text).contains("\"" + code + "\""));
            });
            style.path("layers")
                    .forEach(drawn ->
                            assertThat(drawn.path("source-layer").asText()).isEqualTo(layer.id()));
        }
    }
}
