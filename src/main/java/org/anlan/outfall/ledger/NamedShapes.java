package org.anlan.outfall.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.anlan.catalog.LayerDefinition;
import org.anlan.geo.NearestShapes;
import org.anlan.intake.NewestRows;
import org.anlan.outfall.OutfallPlace;
import org.anlan.store.Row;
import org.anlan.store.Store;
import org.locationtech.jts.geom.Geometry;

/** Features of a layer as it is now, to be asked which are near. Never changes. */
public final class NamedShapes {

    private final String layer;
    private final List<String> ids = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<Geometry> shapes = new ArrayList<>();
    private final NearestShapes ready;

    private NamedShapes(Store store, LayerDefinition of, Predicate<Row> wanted) {
        this.layer = of.id();
        int nameAt = of.nameField().map(of::indexOf).orElse(-1);
        NewestRows.each(store, of, row -> {
            if (wanted.test(row)) {
                row.geometry().ifPresent(shape -> add(row, nameAt, shape));
            }
        });
        this.ready = new NearestShapes(shapes);
    }

    /** Reads those features of a layer that are wanted. */
    public static NamedShapes read(Store store, LayerDefinition layer, Predicate<Row> wanted) {
        return new NamedShapes(store, layer, wanted);
    }

    private void add(Row row, int nameAt, Geometry shape) {
        ids.add(row.id());
        names.add(
                nameAt < 0 || row.value(nameAt) == null
                        ? row.id()
                        : row.value(nameAt).toString());
        shapes.add(shape);
    }

    /** The name of one of them. */
    public Optional<String> nameOf(String id) {
        int at = ids.indexOf(id);
        return at < 0 ? Optional.empty() : Optional.of(names.get(at));
    }

    /** The nearest of them within this many metres of a place. */
    public Optional<OutfallPlace.Near> nearest(double lon, double lat, double metres) {
        return ready.nearest(lon, lat, metres).map(this::named);
    }

    /** All of them within this many metres of a place, the nearest first. */
    public List<OutfallPlace.Near> within(double lon, double lat, double metres) {
        return ready.within(lon, lat, metres).stream().map(this::named).toList();
    }

    private OutfallPlace.Near named(NearestShapes.Near near) {
        return new OutfallPlace.Near(layer, ids.get(near.number()), names.get(near.number()), near.distanceM());
    }
}
