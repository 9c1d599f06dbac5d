package org.anlan.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.LayerDefinition;
import org.anlan.catalog.Style;
import org.anlan.store.FeatureQuery;
import org.anlan.store.Revision;
import org.anlan.store.Store;

/** What lies under the maps of reports, so that a reader finds the place: the land of the city with the borders of its towns, as the regions are now. */
public final class Backdrop {

    private static final Style.Symbol LAND = new Style.Symbol(
            Optional.empty(), Optional.of("#8c8c8c"), 0.8, Optional.of("#f7f5f0"), Style.Pattern.SOLID);
    private static final Style.Symbol TOWN =
            new Style.Symbol(Optional.empty(), Optional.of("#b5b0a4"), 0.6, Optional.empty(), Style.Pattern.SOLID);

    private final Catalog catalog;
    private final Store store;
    private volatile Drawn drawn = new Drawn(0, List.of());

    /** The layers of the regions at a revision. */
    private record Drawn(long revision, List<MapPicture.Layer> layers) {}

    /** Draws the regions of this store. */
    public Backdrop(Catalog catalog, Store store) {
        this.catalog = catalog;
        this.store = store;
    }

    /** The layers to draw first; none when there are no regions. */
    public List<MapPicture.Layer> layers() {
        long revision = store.revisions().newest("regions").map(Revision::id).orElse(0L);
        Drawn known = drawn;
        if (known.revision() != revision) {
            known = new Drawn(revision, read(revision));
            drawn = known;
        }
        return known.layers();
    }

    private List<MapPicture.Layer> read(long revision) {
        LayerDefinition regions = catalog.layer("regions");
        int level = regions.indexOf("level");
        int name = regions.indexOf("name");
        List<MapPicture.Shape> land = new ArrayList<>();
        List<MapPicture.Shape> towns = new ArrayList<>();
        store.features().read(FeatureQuery.all(regions, revision), row -> {
            row.geometry().ifPresent(shape -> {
                if ("city".equals(row.value(level))) {
                    land.add(new MapPicture.Shape(shape, ""));
                } else if ("town".equals(row.value(level))) {
                    Object called = row.value(name);
                    towns.add(new MapPicture.Shape(shape, "", called == null ? "" : called.toString()));
                }
            });
            return true;
        });
        return List.of(
                new MapPicture.Layer(new Text("行政区", "City"), LAND, land),
                new MapPicture.Layer(new Text("乡镇界", "Borders of towns"), TOWN, towns));
    }
}
