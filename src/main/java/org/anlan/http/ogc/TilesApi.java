package org.anlan.http.ogc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.catalog.GeometryKind;
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
 * Vector tiles: OGC API Tiles 20-057 {@code core}, {@code tileset}, {@code tilesets-list}, {@code dataset-tilesets}, {@code geodata-tilesets}, {@code mvt},
 * and Mapbox styles. A layer with survey years shows one survey, by {@code year}, else its newest one, since surveys of a coast lie on each other.
 */
final class TilesApi {

    private static final Text ALL = new Text("全部图层", "All layers");

    private final Services services;
    private final Collections collections;
    private final Heavy readers;
    private final Tiles tiles;

    TilesApi(Services services, Collections collections, Heavy readers) {
        this.services = services;
        this.collections = collections;
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
            Reading.at(routes, at + "/styles", this::styles);
            Reading.at(routes, at + "/styles/{styleId}", this::style);
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
        send(asked, form, "tileMatrixSets", node);
    }

    private void grid(Context context) {
        Asked asked = Asked.of(context, services.publicAddress(), Set.of());
        TileGrid grid = named(context);
        send(asked, asked.form(Media.JSON), grid.id(), TileSetJson.grid(grid));
    }

    private static void send(Asked asked, Form form, String name, ObjectNode node) {
        if (form == Form.PAGE) {
            Pages.json(asked, name, node);
        } else {
            Json.send(asked.context(), node);
        }
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

    /** The layers of the address: one, or all that have shapes. */
    private List<LayerDefinition> layers(Context context) {
        Optional<String> id = Optional.ofNullable(context.pathParamMap().get("collectionId"));
        if (id.isEmpty()) {
            return collections.all().stream()
                    .filter(layer -> layer.geometry() != GeometryKind.NONE)
                    .toList();
        }
        LayerDefinition layer = collections.named(id.get());
        if (layer.geometry() == GeometryKind.NONE) {
            throw Refusal.notFound("no-tiles", "%s 是表格，没有瓦片", "%s is a table and has no tiles", layer.id());
        }
        return List.of(layer);
    }

    private static String at(Context context, String what) {
        return Optional.ofNullable(context.pathParamMap().get("collectionId"))
                .map(id -> "/collections/" + Asked.encoded(id) + "/" + what)
                .orElse("/" + what);
    }

    private static String title(Asked asked, List<LayerDefinition> layers) {
        return asked.words(layers.size() == 1 ? layers.get(0).title() : ALL);
    }

    private Optional<Extent> extent(List<LayerDefinition> layers, Asked asked) {
        return layers.stream()
                .flatMap(layer -> state(layer, layers, asked).stream())
                .flatMap(revision -> revision.state().extent().stream())
                .reduce(Extent::union);
    }

    /** Of all layers the states at one moment; a layer that had none yet is left out. */
    private Optional<Revision> state(LayerDefinition layer, List<LayerDefinition> layers, Asked asked) {
        try {
            return collections.state(layer, asked);
        } catch (Refusal e) {
            if (layers.size() > 1 && e.code().equals("unknown-revision")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void sets(Context context) {
        Asked asked = Asked.of(context, services.publicAddress(), Set.of());
        Form form = asked.form(Media.JSON);
        List<LayerDefinition> layers = layers(context);
        Optional<Extent> extent = extent(layers, asked);
        ObjectNode node = Json.mapper().createObjectNode();
        ArrayNode array = node.putArray("tilesets");
        for (TileGrid grid : TileGrid.values()) {
            array.add(new TileSetJson(asked)
                    .set(title(asked, layers), at(context, "tiles"), grid, layers, extent, false));
        }
        Link.put(node, asked.selfAndAlternate(form, Media.JSON));
        send(asked, form, title(asked, layers), node);
    }

    private void set(Context context) {
        Asked asked = Asked.of(context, services.publicAddress(), Set.of());
        TileGrid grid = named(context);
        List<LayerDefinition> layers = layers(context);
        Optional<Extent> extent = extent(layers, asked);
        TileSetJson json = new TileSetJson(asked);
        if (asked.text("f").filter(f -> f.equals("tilejson")).isPresent()) {
            if (grid != TileGrid.WEB_MERCATOR_QUAD) {
                throw Refusal.invalid(
                        "bad-parameter", "TileJSON 只用于 WebMercatorQuad", "TileJSON is for WebMercatorQuad only");
            }
            Json.send(context, json.tileJson(title(asked, layers), at(context, "tiles"), layers, extent));
            return;
        }
        send(
                asked,
                asked.form(Media.JSON),
                title(asked, layers) + " · " + grid.id(),
                json.set(title(asked, layers), at(context, "tiles"), grid, layers, extent, true));
    }

    private void tile(Context context) throws Exception {
        Asked asked = Asked.of(context, services.publicAddress(), Set.of("revision", "as-of", "year"));
        asked.text("f")
                .filter(f -> !Set.of("mvt", "pbf", Media.TILE).contains(f))
                .ifPresent(f -> {
                    throw Refusal.invalid("bad-parameter", "参数 f=%s 应为 mvt", "The parameter f=%s should be mvt", f);
                });
        TileGrid grid = named(context);
        int level = level(grid, context.pathParam("tileMatrix"));
        int row = whole(context, "tileRow");
        int column = whole(context, "tileCol");
        List<LayerDefinition> layers = layers(context);
        List<TileQuestion.Part> parts = new ArrayList<>();
        List<Extent> extents = new ArrayList<>();
        StringBuilder states = new StringBuilder();
        for (LayerDefinition layer : layers) {
            Optional<Revision> revision = state(layer, layers, asked);
            revision.ifPresent(r -> {
                states.append(r.id()).append('.').append(r.at().toEpochMilli()).append('-');
                r.state().extent().ifPresent(extents::add);
                parts.add(new TileQuestion.Part(layer, r, year(layer, r, asked, layers.size() > 1)));
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

    private void styles(Context context) {
        Asked asked = Asked.of(context, services.publicAddress(), Set.of());
        Form form = asked.form(Media.JSON);
        List<LayerDefinition> layers = layers(context);
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("default", "default");
        ObjectNode one = node.putArray("styles").addObject();
        one.put("id", "default").put("title", title(asked, layers));
        Link.put(
                one,
                List.of(new Link("stylesheet", asked.root() + at(context, "styles") + "/default?f=mbs", Media.STYLE)));
        Link.put(node, asked.selfAndAlternate(form, Media.JSON));
        send(asked, form, title(asked, layers), node);
    }

    private void style(Context context) {
        Asked asked = Asked.of(context, services.publicAddress(), Set.of());
        if (!context.pathParam("styleId").equals("default")) {
            throw Refusal.notFound(
                    "unknown-style",
                    "没有样式“%s”；可用：default",
                    "There is no style \"%s\"; there is: default",
                    context.pathParam("styleId"));
        }
        List<LayerDefinition> layers = layers(context);
        String tileJson = asked.root() + at(context, "tiles") + "/" + TileGrid.WEB_MERCATOR_QUAD.id() + "?f=tilejson";
        Json.send(context, StyleJson.of(title(asked, layers), tileJson, layers));
        context.contentType(Media.STYLE);
    }
}
