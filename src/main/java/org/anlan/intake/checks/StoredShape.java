package org.anlan.intake.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.FeatureQuery;
import org.anlan.store.Revision;
import org.anlan.store.Row;
import org.anlan.store.Store;
import org.locationtech.jts.geom.Geometry;

/**
 * A feature of another layer that a hand-in is compared with.
 *
 * @param name its name, or its id where it has none
 * @param shape its shape, CGCS2000 degrees
 */
record StoredShape(String name, Geometry shape) {

    /** The current features of a layer that have a shape; with a scope only those of it. */
    static List<StoredShape> of(Catalog catalog, Store store, String layerId, String scope) {
        LayerDefinition layer = catalog.layer(layerId);
        int scopeAt = layer.scopeField().map(layer::indexOf).orElse(-1);
        int nameAt = layer.nameField().map(layer::indexOf).orElse(-1);
        List<StoredShape> shapes = new ArrayList<>();
        Optional<Revision> newest = store.revisions().newest(layerId);
        newest.ifPresent(revision -> store.features().read(FeatureQuery.all(layer, revision.id()), row -> {
            boolean wanted = scope.isEmpty() || (scopeAt >= 0 && scope.equals(String.valueOf(row.value(scopeAt))));
            if (wanted) {
                row.geometry().ifPresent(shape -> shapes.add(new StoredShape(name(row, nameAt), shape)));
            }
            return true;
        }));
        return shapes;
    }

    /** The areas among them. */
    static List<StoredShape> areas(Catalog catalog, Store store, String layerId, String scope) {
        return of(catalog, store, layerId, scope).stream()
                .filter(s -> s.shape().getDimension() == 2 && s.shape().isValid())
                .toList();
    }

    private static String name(Row row, int nameAt) {
        return nameAt < 0 || row.value(nameAt) == null
                ? row.id()
                : row.value(nameAt).toString();
    }
}
