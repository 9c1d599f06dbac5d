package org.anlan.catalog;

import java.util.List;
import java.util.Optional;
import org.anlan.base.Refusal;

/**
 * All layers and code lists of an installation.
 *
 * @param layers the layers, in the order of the legend
 * @param codeLists the code lists
 */
public record Catalog(List<LayerDefinition> layers, List<CodeList> codeLists) {

    /** The catalogue as it is for who sees up to this: without the other layers and fields. */
    public Catalog shownTo(Visibility viewer) {
        return new Catalog(
                layers.stream()
                        .filter(layer -> viewer.covers(layer.shownTo()))
                        .map(layer -> layer.shownTo(viewer))
                        .toList(),
                codeLists);
    }

    /** The layer with this id, if there is one. */
    public Optional<LayerDefinition> find(String id) {
        return layers.stream().filter(l -> l.id().equals(id)).findFirst();
    }

    /** The layer with this id; refused with the list of those that exist. */
    public LayerDefinition layer(String id) {
        return find(id).orElseThrow(() -> Refusal.notFound(
                "unknown-layer",
                "没有图层“%s”；现有：%s",
                "There is no layer \"%s\"; there are: %s",
                id,
                String.join(", ", layers.stream().map(LayerDefinition::id).toList())));
    }

    /** The code list with this id. Every list a layer names exists: the catalogue is checked when it is read. */
    public CodeList codeList(String id) {
        return codeLists.stream()
                .filter(l -> l.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no code list " + id));
    }
}
