package org.anlan.catalog;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.anlan.base.json.JsonValue;

/**
 * Reads the catalogue: the layers and code lists shipped with the service, then those of the installation's own folder, which
 * add to them or take their place, whole, by id. Nothing starts with a broken catalogue: the first thing wrong is refused with the code
 * "catalog-broken", naming the file, the place in it (JSON pointer) and the reason.
 */
public final class CatalogReader {

    private CatalogReader() {}

    /**
     * The catalogue of an installation.
     *
     * @param overlayFolder the installation's own folder: {@code *.json} are layers, {@code code-lists/*.json} are code lists
     */
    public static Catalog load(Optional<Path> overlayFolder) {
        CatalogFiles files = CatalogFiles.read(overlayFolder);
        Map<String, CodeList> lists = lists(files.codeLists());
        return new Catalog(layers(files.layers(), lists), List.copyOf(lists.values()));
    }

    private static Map<String, CodeList> lists(Map<String, JsonValue> files) {
        Map<String, CodeListBinder.Bound> bound = mapped(files, CodeListBinder::bind);
        Map<String, CodeList> lists = mapped(bound, CodeListBinder.Bound::list);
        bound.values().forEach(list -> CodeListBinder.checkParents(list, lists));
        return lists;
    }

    private static List<LayerDefinition> layers(Map<String, JsonValue> files, Map<String, CodeList> lists) {
        Map<String, LayerDefinition> layers = mapped(files, LayerBinder::bind);
        layers.forEach((id, layer) -> LayerChecks.check(layer, files.get(id), lists, layers));
        return List.copyOf(layers.values());
    }

    private static <A, B> Map<String, B> mapped(Map<String, A> values, Function<A, B> function) {
        Map<String, B> mapped = new LinkedHashMap<>();
        values.forEach((id, value) -> mapped.put(id, function.apply(value)));
        return mapped;
    }
}
