package org.anlan.http.ogc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.anlan.base.Refusal;
import org.anlan.catalog.LayerDefinition;
import org.anlan.http.Json;
import org.anlan.http.Reading;
import org.anlan.http.Services;
import org.anlan.http.gate.Heavy;
import org.anlan.store.Extent;
import org.anlan.store.Revision;
import org.anlan.store.SurveyYears;
import org.anlan.tiles.Tile;
import org.anlan.tiles.TileGrid;
import org.anlan.tiles.TileLimits;
import org.anlan.tiles.TileQuestion;
import org.anlan.tiles.Tiles;

/**
 * Vector tiles: OGC API Tiles 20-057 {@code core}, {@code tileset}, {@code tilesets-list}, {@code dataset-tilesets}, {@code geodata-tilesets}, {@code
 * collections-selection}, {@code mvt}. A layer with survey years shows one survey, by {@code year}, else its newest one, since surveys of a coast lie on each other.
 */
final class TilesApi {

    private final Services services;
    private final TiledLayers tiled;
    private final Heavy readers;
    private final Tiles tiles;

    TilesApi(Services services, Collections collections, Heavy readers) {
        this.services = services;
        this.tiled = new TiledLayers(collections);
        this.readers = readers;
        this.tiles = services.tiles();
    }

    void register(RoutesConfig routes) {
        Reading.at(routes, "/ogc/tileMatrixSets", this::grids);
        Reading.at(routes, "/ogc/tileMatrixSets/{tileMatrixSetId}", this::grid);
        for (String at : List.of("/ogc", "/ogc/collections/{collectionId}")) {
            Reading.at(routes, at + "/tiles", this::sets);
            Reading.at(routes, at + "/tiles/{tileMatrixSetId}", this::set);
            Reading.at(routes, at + "/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}", this::tile);
        }
    }

    private void grids(Context context) {
        Asked asked = Asked.of(context, services.publicAddress(), Set.of());
        Form form = asked.form(Media.JSON);
        ObjectNode node = Json.mapper().createObjectNode();
        ArrayNode array = node.putArray("tileMatrixSets");
        for (TileGrid grid : TileGrid.values()) {
            ObjectNode one = array.addObject().put("id", grid.id()).put("title", grid.id());
            grid.uri().ifPresent(uri -> one.put("uri", uri));
            Link.put(
                    one,
                    List.of(new Link("self", asked.root() + "/tileMatrixSets/" + grid.id() + "?f=json", Media.JSON)));
        }
        Link.put(node, asked.selfAndAlternate(form, Media.JSON));
        Pages.send(asked, form, "tileMatrixSets", node);
    }

    private void grid(Context context) {
        Asked asked = Asked.of(context, services.publicAddress(), Set.of());
        TileGrid grid = named(context);
        Pages.send(asked, asked.form(Media.JSON), grid.id(), TileSetJson.grid(grid));
    }

    private static TileGrid named(Context context) {
        String id = context.pathParam("tileMatrixSetId");
        return TileGrid.named(id)
                .orElseThrow(() -> Refusal.notFound(
                        "unknown-tile-matrix-set",
                        "没有瓦片方案“%s”；可用：WebMercatorQuad, WorldCRS84Quad, CGCS2000Quad",
                        "There is no tile matrix set \"%s\"; there are: WebMercatorQuad, WorldCRS84Quad, CGCS2000Quad",
                        id));
    }

    /** The parameters of tiles and sets of tiles: of all layers some may be chosen (20-057 {@code collections-selection}). */
    private static Set<String> parameters(Context context, String... others) {
        Set<String> names = new HashSet<>(Set.of(others));
        if (!context.pathParamMap().containsKey("collectionId")) {
            names.add("collections");
        }
        return names;
    }

    private void sets(Context context) {
        Asked asked = Asked.of(context, services.publicAddress(), parameters(context));
        Form form = asked.form(Media.JSON);
        List<LayerDefinition> layers = tiled.of(context, asked);
        Optional<Extent> extent = tiled.extent(layers, asked);
        ObjectNode node = Json.mapper().createObjectNode();
        ArrayNode array = node.putArray("tilesets");
        for (TileGrid grid : TileGrid.values()) {
            array.add(new TileSetJson(asked)
                    .set(
                            TiledLayers.title(asked, layers),
                            TiledLayers.at(context, "tiles"),
                            grid,
                            layers,
                            extent,
                            false));
        }
        Link.put(node, asked.selfAndAlternate(form, Media.JSON));
        Pages.send(asked, form, TiledLayers.title(asked, layers), node);
    }

    private void set(Context context) {
        Asked asked = Asked.of(context, services.publicAddress(), parameters(context));
        TileGrid grid = named(context);
        List<LayerDefinition> layers = tiled.of(context, asked);
        Optional<Extent> extent = tiled.extent(layers, asked);
        TileSetJson json = new TileSetJson(asked);
        if (asked.text("f").filter(f -> f.equals("tilejson")).isPresent()) {
            if (grid != TileGrid.WEB_MERCATOR_QUAD) {
                throw Refusal.invalid(
                        "bad-parameter", "TileJSON 只用于 WebMercatorQuad", "TileJSON is for WebMercatorQuad only");
            }
            Json.send(
                    context,
                    json.tileJson(TiledLayers.title(asked, layers), TiledLayers.at(context, "tiles"), layers, extent));
            return;
        }
        Pages.send(
                asked,
                asked.form(Media.JSON),
                TiledLayers.title(asked, layers) + " · " + grid.id(),
                json.set(
                        TiledLayers.title(asked, layers),
                        TiledLayers.at(context, "tiles"),
                        grid,
                        layers,
                        extent,
                        true));
    }

    private void tile(Context context) throws Exception {
        Asked asked = Asked.of(context, services.publicAddress(), parameters(context, "revision", "as-of", "year"));
        asked.oneOf("f", Set.of("mvt", "pbf", Media.TILE));
        TileGrid grid = named(context);
        int level = level(grid, context.pathParam("tileMatrix"));
        int row = whole(context, "tileRow");
        int column = whole(context, "tileCol");
        List<LayerDefinition> layers = tiled.of(context, asked);
        List<TileQuestion.Part> parts = new ArrayList<>();
        List<Extent> extents = new ArrayList<>();
        StringBuilder states = new StringBuilder();
        for (LayerDefinition layer : layers) {
            Optional<Revision> revision = tiled.state(layer, layers, asked);
            revision.ifPresent(r -> {
                states.append(r.id()).append('.').append(r.at().toEpochMilli()).append('-');
                r.state().extent().ifPresent(extents::add);
                parts.add(new TileQuestion.Part(
                        services.catalog().layer(layer.id()), r, year(layer, r, asked, layers.size() > 1)));
            });
        }
        Optional<Extent> extent = extents.stream().reduce(Extent::union);
        if (extent.isEmpty() || !TileLimits.of(grid, level, extent.get()).has(row, column)) {
            throw Refusal.notFound(
                    "outside-limits",
                    "瓦片 %s/%d/%d 在图层范围之外",
                    "The tile %s/%d/%d lies outside the limits of the layer",
                    grid.matrix(level),
                    row,
                    column);
        }
        String tag = "t" + Integer.toHexString((states + asked.query()).hashCode());
        if (Reading.isKnown(context, tag)) {
            return;
        }
        TileQuestion question = new TileQuestion(parts, grid, level, row, column);
        readers.within(c -> send(c, tiles.tile(question))).handle(context);
    }

    private static void send(Context context, Tile tile) {
        if (tile.isEmpty()) {
            context.status(204);
            return;
        }
        context.contentType(Media.TILE);
        String accepted = Optional.ofNullable(context.header("Accept-Encoding")).orElse("");
        context.disableCompression();
        if (accepted.toLowerCase(Locale.ROOT).contains("gzip")) {
            context.header("Content-Encoding", "gzip").result(tile.gzip());
        } else {
            context.result(tile.bytes());
        }
    }

    private Optional<Integer> year(LayerDefinition layer, Revision revision, Asked asked, boolean many) {
        if (layer.surveyYearField().isEmpty() || revision.state().surveyYears().isEmpty()) {
            return Optional.empty();
        }
        Optional<Integer> wanted = asked.text("year").map(text -> {
            if (!text.matches("\\d{4}")) {
                throw Refusal.invalid(
                        "bad-parameter", "参数 year=%s 应为年份", "The parameter year=%s should be a year", text);
            }
            return Integer.valueOf(text);
        });
        boolean there = wanted.filter(year -> revision.state().surveyYears().containsKey(year))
                .isPresent();
        if (wanted.isPresent() && (there || !many)) {
            return SurveyYears.known(layer, Optional.of(revision), wanted);
        }
        return revision.state().surveyYears().keySet().stream().max(Integer::compare);
    }

    private static int level(TileGrid grid, String matrix) {
        OptionalInt level = grid.level(matrix);
        if (level.isEmpty()) {
            throw Refusal.notFound("outside-limits", "%s 没有级别“%s”", "%s has no tile matrix \"%s\"", grid.id(), matrix);
        }
        return level.getAsInt();
    }

    private static int whole(Context context, String name) {
        String text = context.pathParam(name);
        if (!text.matches("-?\\d{1,30}")) {
            throw Refusal.invalid(
                    "bad-parameter", "%s 应为整数，不是“%s”", "%s should be a whole number, not \"%s\"", name, text);
        }
        return text.length() > 9 || text.startsWith("-") ? -1 : Integer.parseInt(text); // -1: outside all limits
    }
}
