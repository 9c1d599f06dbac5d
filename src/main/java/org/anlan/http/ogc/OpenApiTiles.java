package org.anlan.http.ogc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.anlan.base.Text;
import org.anlan.catalog.GeometryKind;
import org.anlan.catalog.LayerDefinition;
import org.anlan.http.Json;
import org.anlan.tiles.TileGrid;

/**
 * Vector tiles and styles in the description of the API (20-057 {@code oas30}): operations end in the standard's words for them ("coastline.collection.vector.getTile",
 * table 6), and their parameters have its names.
 */
final class OpenApiTiles {

    private static final String TAG = "Tiles";
    private static final String SETS = ".getTileSetsList";
    private static final String SET = ".getTileSet";
    private static final String TILE = ".getTile";

    private final ObjectNode paths;
    private final Asked asked;

    OpenApiTiles(ObjectNode paths, Asked asked) {
        this.paths = paths;
        this.asked = asked;
    }

    void add(List<LayerDefinition> layers) {
        get("/tileMatrixSets", ".getTileMatrixSetsList", words("瓦片方案", "Tile matrix sets"));
        grid(get("/tileMatrixSets/{tileMatrixSetId}", ".getTileMatrixSet", words("一种瓦片方案", "A tile matrix set")));
        tiles("", ".dataset.vector", words("全部图层", "All layers"));
        layers.stream()
                .filter(layer -> layer.geometry() != GeometryKind.NONE)
                .forEach(layer -> tiles(
                        "/collections/" + layer.id(), layer.id() + ".collection.vector", asked.words(layer.title())));
    }

    private void tiles(String at, String id, String title) {
        String tiles = title + words("：矢量瓦片", ": vector tiles");
        boolean all = at.isEmpty();
        choice(get(at + "/tiles", id + SETS, tiles), all);
        ArrayNode set = get(at + "/tiles/{tileMatrixSetId}", id + SET, tiles);
        grid(set);
        choice(set, all);
        String path = at + "/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}";
        ArrayNode tile = OpenApiParts.tile(paths, path, id + TILE, TAG, tiles);
        grid(tile);
        OpenApiParts.path(tile, "tileMatrix");
        for (String name : List.of("tileRow", "tileCol")) {
            ObjectNode whole =
                    Json.mapper().createObjectNode().put("type", "integer").put("minimum", 0);
            OpenApiParts.parameter(tile, "path", name, name, whole);
        }
        OpenApiParts.state(tile);
        choice(tile, all);
        OpenApiParts.parameter(
                tile,
                "query",
                "year",
                words("修测年度；缺省为最近一次", "Survey year; without it the newest"),
                Json.mapper().createObjectNode().put("type", "integer"));
        String name = all ? "" : at.substring("/collections/".length()) + ".";
        String styles = title + words("：样式", ": styles");
        get(at + "/styles", name + "getStyles", styles);
        ArrayNode style = OpenApiParts.get(
                paths, at + "/styles/{styleId}", name + "getStyle", TAG, styles, Media.STYLE, "any", true);
        OpenApiParts.path(style, "styleId");
    }

    private void choice(ArrayNode parameters, boolean all) {
        if (all) {
            ObjectNode schema = Json.mapper().createObjectNode().put("type", "array");
            schema.putObject("items").put("type", "string");
            OpenApiParts.parameter(parameters, "query", "collections", words("只要这些图层", "Only these layers"), schema);
        }
    }

    private ArrayNode get(String path, String id, String summary) {
        return OpenApiParts.get(paths, path, id, TAG, summary, Media.JSON, "any", true);
    }

    private static void grid(ArrayNode parameters) {
        ObjectNode schema = Json.mapper().createObjectNode().put("type", "string");
        ArrayNode choices = schema.putArray("enum");
        for (TileGrid grid : TileGrid.values()) {
            choices.add(grid.id());
        }
        OpenApiParts.parameter(parameters, "path", "tileMatrixSetId", "tileMatrixSetId", schema);
    }

    private String words(String zh, String en) {
        return asked.words(new Text(zh, en));
    }
}
