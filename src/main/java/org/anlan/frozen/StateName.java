package org.anlan.frozen;

import org.anlan.base.Sha256;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.Revision;

/** Tells the state a frozen layer holds from every other: another revision, another store in its place, another definition of the layer, another format. */
final class StateName {

    private static final int FORMAT = 1;

    private StateName() {}

    static String of(LayerDefinition layer, Catalog catalog, Revision revision) {
        StringBuilder definition = new StringBuilder(layer.toString());
        layer.fields().stream()
                .flatMap(field -> field.codeList().stream())
                .map(catalog::codeList)
                .forEach(definition::append);
        String hash = Sha256.of(definition.toString());
        return FORMAT + " " + layer.id() + " " + revision.id() + " " + revision.at() + " " + hash;
    }
}
