package org.anlan.http.ogc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anlan.catalog.GeometryKind;
import org.anlan.catalog.LayerDefinition;
import org.anlan.http.Json;
import org.anlan.store.Extent;
import org.anlan.tiles.TileGrid;
import org.anlan.tiles.TileLimits;
import org.anlan.tiles.Tiles;

/** Describes grids and sets of tiles (17-083r4 §7, 20-057 {@code tileset}), and the same as TileJSON 3.0. */
final class TileSetJson {

    private static final String TILING = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";

    private final Asked asked;

    TileSetJson(Asked asked) {
        this.asked = asked;
    }

    /** A grid, whole. */
    static ObjectNode grid(TileGrid grid) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("id", grid.id());
        node.put("title", grid.id());
        grid.uri().ifPresent(uri -> node.put("uri", uri));
        node.put("crs", grid.crs());
        ArrayNode axes = node.putArray("orderedAxes");
        if (grid.geographic()) {
            axes.add(grid.latitudeFirst() ? "Lat" : "Lon").add(grid.latitudeFirst() ? "Lon" : "Lat");
        } else {
            axes.add("E").add("N");
        }
        grid.scaleSet().ifPresent(uri -> node.put("wellKnownScaleSet", uri));
        corners(node.putObject("boundingBox"), grid);
        ArrayNode matrices = node.putArray("tileMatrices");
        for (int level = 0; level <= TileGrid.LAST_LEVEL; level++) {
            ObjectNode matrix = matrices.addObject();
            matrix.put("id", grid.matrix(level));
            matrix.put("scaleDenominator", grid.scaleDenominator(level));
            matrix.put("cellSize", grid.cellSize(level));
            matrix.put("cornerOfOrigin", "topLeft");
            double[] corner = grid.corner();
            position(matrix.putArray("pointOfOrigin"), grid, corner[0], corner[1]);
            matrix.put("tileWidth", TileGrid.PIXELS).put("tileHeight", TileGrid.PIXELS);
            matrix.put("matrixWidth", grid.columns(level)).put("matrixHeight", grid.rows(level));
        }
        return node;
    }

    private static void corners(ObjectNode box, TileGrid grid) {
        double[] corner = grid.corner();
        position(box.putArray("lowerLeft"), grid, corner[0], -corner[1]);
        position(box.putArray("upperRight"), grid, -corner[0], corner[1]);
        box.put("crs", grid.crs());
    }

    private static void position(ArrayNode into, TileGrid grid, double x, double y) {
        into.add(grid.latitudeFirst() ? y : x).add(grid.latitudeFirst() ? x : y);
    }

    /**
     * A set of tiles.
     *
     * @param at where it is, below {@code /ogc}: "/tiles", or "/collections/coastline/tiles"
     * @param extent where there is anything
     */
    ObjectNode set(
            String title,
            String at,
            TileGrid grid,
            List<LayerDefinition> layers,
            Optional<Extent> extent,
            boolean whole) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("title", title);
        node.put("dataType", "vector");
        node.put("crs", grid.crs());
        grid.uri().ifPresent(uri -> node.put("tileMatrixSetURI", uri));
        node.put("tileMatrixSetId", grid.id());
        if (whole) {
            extent.ifPresent(where -> limits(node, grid, where));
            layers(node.putArray("layers"), layers);
            extent.ifPresent(where -> box(node.putObject("boundingBox"), where));
        }
        String own = asked.root() + at + "/" + grid.id();
        List<Link> links = new ArrayList<>();
        links.add(new Link("self", own + chosen("json"), Media.JSON, grid.id()));
        links.add(new Link(TILING, asked.root() + "/tileMatrixSets/" + grid.id() + "?f=json", Media.JSON, grid.id()));
        links.add(new Link(
                "item",
                own + "/{tileMatrix}/{tileRow}/{tileCol}" + chosen(""),
                Media.TILE,
                Optional.of("Mapbox vector tiles"),
                true));
        if (grid == TileGrid.WEB_MERCATOR_QUAD) {
            links.add(new Link("describedby", own + chosen("tilejson"), Media.JSON, "TileJSON"));
        }
        Link.put(node, links);
        return node;
    }

    /** The parameters of a link: the form, where one is named, and the layers, where some were chosen of all. */
    private String chosen(String form) {
        Map<String, String> parameters = new LinkedHashMap<>();
        asked.text("collections").ifPresent(names -> parameters.put("collections", names));
        if (!form.isEmpty()) {
            parameters.put("f", form);
        }
        return Asked.query(parameters);
    }

    private static void limits(ObjectNode node, TileGrid grid, Extent where) {
        ArrayNode all = node.putArray("tileMatrixSetLimits");
        for (int level = 0; level <= TileGrid.LAST_LEVEL; level++) {
            TileLimits limits = TileLimits.of(grid, level, where);
            all.addObject()
                    .put("tileMatrix", grid.matrix(level))
                    .put("minTileRow", limits.minRow())
                    .put("maxTileRow", limits.maxRow())
                    .put("minTileCol", limits.minColumn())
                    .put("maxTileCol", limits.maxColumn());
        }
    }

    private static void box(ObjectNode box, Extent where) {
        box.putArray("lowerLeft").add(where.west()).add(where.south());
        box.putArray("upperRight").add(where.east()).add(where.north());
        box.put("crs", OgcCrs.CRS84.uri());
    }

    private void layers(ArrayNode array, List<LayerDefinition> layers) {
        for (LayerDefinition layer : layers) {
            ObjectNode node = array.addObject();
            node.put("id", layer.id()).put("title", asked.words(layer.title())).put("dataType", "vector");
            node.put("geometryDimension", dimension(layer.geometry()));
            ObjectNode properties =
                    node.putObject("propertiesSchema").put("type", "object").putObject("properties");
            Tiles.fields(layer).forEach(name -> properties
                    .putObject(name)
                    .put("title", asked.words(layer.field(name).orElseThrow().label())));
        }
    }

    private static int dimension(GeometryKind kind) {
        return switch (kind) {
            case POINT -> 0;
            case LINE -> 1;
            case POLYGON, ANY, NONE -> 2;
        };
    }

    /** The same as TileJSON 3.0, which knows Web Mercator only. */
    ObjectNode tileJson(String title, String at, List<LayerDefinition> layers, Optional<Extent> extent) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("tilejson", "3.0.0");
        node.put("name", title);
        node.put("scheme", "xyz");
        node.putArray("tiles")
                .add(asked.root() + at + "/" + TileGrid.WEB_MERCATOR_QUAD.id() + "/{z}/{y}/{x}" + chosen(""));
        int least =
                layers.stream().mapToInt(layer -> layer.style().minZoom()).min().orElse(0);
        node.put("minzoom", least).put("maxzoom", Math.max(least, Tiles.WHOLE_ZOOM));
        extent.ifPresent(where -> node.putArray("bounds")
                .add(where.west())
                .add(where.south())
                .add(where.east())
                .add(where.north()));
        ArrayNode vectors = node.putArray("vector_layers");
        for (LayerDefinition layer : layers) {
            ObjectNode vector = vectors.addObject();
            vector.put("id", layer.id()).put("description", asked.words(layer.title()));
            vector.put("minzoom", layer.style().minZoom())
                    .put("maxzoom", Math.max(layer.style().minZoom(), Tiles.WHOLE_ZOOM));
            ObjectNode fields = vector.putObject("fields");
            Tiles.fields(layer)
                    .forEach(name -> fields.put(
                            name, asked.words(layer.field(name).orElseThrow().label())));
            fields.put("id", "id");
        }
        return node;
    }
}
