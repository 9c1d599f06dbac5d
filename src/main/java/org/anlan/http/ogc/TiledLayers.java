package org.anlan.http.ogc;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.catalog.GeometryKind;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.Extent;
import org.anlan.store.Revision;

/** The layers that an address with tiles or styles is about, and their states. */
final class TiledLayers {

    private static final Text ALL = new Text("全部图层", "All layers");

    private final Collections collections;

    TiledLayers(Collections collections) {
        this.collections = collections;
    }

    /** The layers of the address: one, or all that have shapes, or those of them that are asked for, in that order. */
    List<LayerDefinition> of(Context context, Asked asked) {
        Optional<String> id = Optional.ofNullable(context.pathParamMap().get("collectionId"));
        if (id.isPresent()) {
            return List.of(withTiles(context, id.get()));
        }
        Optional<String> chosen = asked.text("collections");
        if (chosen.isPresent()) {
            return Arrays.stream(chosen.get().split(",", -1))
                    .distinct()
                    .map(name -> withTiles(context, name.strip()))
                    .toList();
        }
        return collections.all(context).stream()
                .filter(layer -> layer.geometry() != GeometryKind.NONE)
                .toList();
    }

    private LayerDefinition withTiles(Context context, String id) {
        LayerDefinition layer = collections.named(context, id);
        if (layer.geometry() == GeometryKind.NONE) {
            throw Refusal.notFound("no-tiles", "%s 是表格，没有瓦片", "%s is a table and has no tiles", layer.id());
        }
        return layer;
    }

    /** The address below {@code /ogc}: "/tiles", or "/collections/coastline/tiles". */
    static String at(Context context, String what) {
        return Optional.ofNullable(context.pathParamMap().get("collectionId"))
                .map(id -> "/collections/" + Asked.encoded(id) + "/" + what)
                .orElse("/" + what);
    }

    /** What the layers are called together. */
    static String title(Asked asked, List<LayerDefinition> layers) {
        return asked.words(layers.size() == 1 ? layers.get(0).title() : ALL);
    }

    /** Where there is anything. */
    Optional<Extent> extent(List<LayerDefinition> layers, Asked asked) {
        return layers.stream()
                .flatMap(layer -> state(layer, layers, asked).stream())
                .flatMap(revision -> revision.state().extent().stream())
                .reduce(Extent::union);
    }

    /** Of all layers the states at one moment; a layer that had none yet is left out. */
    Optional<Revision> state(LayerDefinition layer, List<LayerDefinition> layers, Asked asked) {
        try {
            return collections.state(layer, asked);
        } catch (Refusal e) {
            if (layers.size() > 1 && e.code().equals("unknown-revision")) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
