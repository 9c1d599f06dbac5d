package org.anlan.tiles;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anlan.catalog.GeometryKind;
import org.anlan.catalog.LayerDefinition;
import org.anlan.format.mvt.TileLayer;
import org.anlan.store.FeatureQuery;
import org.anlan.store.FeatureStore;

/**
 * Makes tiles and keeps those that were asked for last. A revision never changes, so neither does a tile of it: a commit makes new tiles, and the old ones
 * are forgotten when nobody asks for them. Of several who ask for one tile at once one makes it.
 */
public final class Tiles {

    /** No tile has more bytes: what is smallest in it is left out. */
    public static final int MOST_BYTES = 500_000;

    /** From this zoom of web maps on nothing is left out; nearer tiles show the same. */
    public static final int WHOLE_ZOOM = Detail.WHOLE;

    /** Room for names, values and what the estimate misses. */
    private static final double SHARE = 0.9;

    private final FeatureStore features;
    private final Optional<TileFolder> folder;
    private final Cache<String, Tile> made;

    /**
     * Makes tiles.
     *
     * @param mostBytes what kept tiles may take in memory
     * @param folder where they are kept beyond that
     */
    public Tiles(FeatureStore features, long mostBytes, Optional<TileFolder> folder) {
        this.features = features;
        this.folder = folder;
        this.made = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .weigher((String key, Tile tile) -> 200 + tile.bytes().length + tile.gzip().length)
                .build();
    }

    /** The attributes that features of a layer have in near tiles, besides {@code id}; far out lines and points have their class only. */
    public static Set<String> fields(LayerDefinition layer) {
        return LayerTile.fields(layer);
    }

    /** The tile. */
    public Tile tile(TileQuestion question) {
        return made.get(question.key(), key -> folder.isEmpty() ? made(question) : kept(folder.get(), question));
    }

    private Tile kept(TileFolder folder, TileQuestion question) {
        String key = question.lastingKey();
        return folder.find(key).orElseGet(() -> {
            Tile tile = made(question);
            folder.keep(key, tile);
            return tile;
        });
    }

    private Tile made(TileQuestion question) {
        return Tile.of(make(question));
    }

    private byte[] make(TileQuestion question) {
        int zoom = question.grid().zoom(question.level());
        Detail detail = Detail.at(zoom);
        Square square = new Square(question.grid(), question.level(), question.row(), question.column());
        List<LayerTile> layers = new ArrayList<>();
        for (TileQuestion.Part part : question.parts()) {
            if (part.layer().geometry() != GeometryKind.NONE
                    && zoom >= part.layer().style().minZoom()) {
                layers.add(filled(question, part, new LayerTile(part.layer(), square, detail)));
            }
        }
        for (double share = SHARE; ; share *= 0.7) {
            byte[] bytes = TileLayer.tile(shared(layers, share));
            if (bytes.length <= MOST_BYTES) {
                return bytes;
            }
        }
    }

    private LayerTile filled(TileQuestion question, TileQuestion.Part part, LayerTile tile) {
        double around = (double) Drawing.MARGIN / TileLayer.EXTENT;
        FeatureQuery query = FeatureQuery.all(part.layer(), part.revision().id())
                .within(question.grid().extent(question.level(), question.row(), question.column(), around));
        boolean unused = features.read(part.surveyYear().map(query::ofYear).orElse(query), row -> {
            tile.take(row);
            return true;
        });
        tile.close();
        return tile;
    }

    /** Layers that take too much together are all cut by the same part. */
    private static List<TileLayer> shared(List<LayerTile> layers, double share) {
        long all = layers.stream().mapToLong(LayerTile::bytes).sum();
        double room = share * MOST_BYTES;
        return layers.stream()
                .map(layer -> layer.layer(all <= room ? Long.MAX_VALUE : (long) (layer.bytes() * room / all)))
                .toList();
    }
}
