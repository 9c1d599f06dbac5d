package org.anlan.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.LayerDefinition;
import org.anlan.coast.Regions;
import org.anlan.geo.RegionSplit;
import org.anlan.store.FeatureQuery;
import org.anlan.store.Revision;
import org.anlan.store.Store;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * Tells which town, bay and river a place belongs to: the region that covers it, else the nearest within {@value RegionSplit#DEFAULT_TOLERANCE_M} m; the nearest river within
 * {@value #RIVER_M} m. A line belongs where its greater part lies, an area where a point inside it lies.
 */
public final class FieldPlaces {

    /** How far from a river's centre line a place may lie and still belong to it, metres. [cfg] */
    public static final double RIVER_M = 200;

    private static final String REGIONS = "regions";
    private static final String RIVERS = "rivers";

    private final Catalog catalog;
    private final Store store;
    private volatile Known known =
            new Known(-1, -1, Optional.empty(), Optional.empty(), new TreeMap<>(), new RegionSplit(List.of(), RIVER_M));

    private record Known(
            long regionsAt,
            long riversAt,
            Optional<Regions> towns,
            Optional<Regions> bays,
            SortedMap<String, String> riverNames,
            RegionSplit rivers) {}

    /** Places by the regions and rivers of this store. */
    public FieldPlaces(Catalog catalog, Store store) {
        this.catalog = catalog;
        this.store = store;
    }

    /** Where a shape lies (CGCS2000 degrees), by the layers as they are now. */
    public CasePlace of(Geometry shape) {
        Known now = known();
        Point inside = shape.getInteriorPoint();
        Optional<String> river = now.rivers().at(inside.getX(), inside.getY());
        return new CasePlace(
                unit(now.towns(), shape),
                unit(now.bays(), shape),
                river.map(code -> new CasePlace.Unit(code, now.riverNames().get(code))),
                now.regionsAt());
    }

    private static Optional<CasePlace.Unit> unit(Optional<Regions> regions, Geometry shape) {
        Geometry place = shape.getDimension() == 1 ? shape : shape.getInteriorPoint();
        return regions.flatMap(among -> among.regionOf(place)
                .map(code -> new CasePlace.Unit(code, among.names().get(code))));
    }

    /** The towns as they are now: name by code. */
    public SortedMap<String, String> towns() {
        return known().towns().map(Regions::names).orElseGet(TreeMap::new);
    }

    /** The bays as they are now: name by code. */
    public SortedMap<String, String> bays() {
        return known().bays().map(Regions::names).orElseGet(TreeMap::new);
    }

    /** The rivers as they are now: name by code. */
    public SortedMap<String, String> rivers() {
        return known().riverNames();
    }

    private Known known() {
        long regionsAt = newest(REGIONS);
        long riversAt = newest(RIVERS);
        Known now = known;
        if (now.regionsAt() != regionsAt || now.riversAt() != riversAt) {
            now = read(regionsAt, riversAt);
            known = now;
        }
        return now;
    }

    private long newest(String layer) {
        return store.revisions().newest(layer).map(Revision::id).orElse(0L);
    }

    private Known read(long regionsAt, long riversAt) {
        SortedMap<String, String> names = new TreeMap<>();
        List<RegionSplit.Region> lines = new ArrayList<>();
        if (riversAt > 0) {
            LayerDefinition rivers = catalog.layer(RIVERS);
            int name = rivers.indexOf("name");
            store.features().read(FeatureQuery.all(rivers, riversAt), row -> {
                names.put(row.id(), String.valueOf(row.value(name)));
                row.geometry().ifPresent(line -> lines.add(new RegionSplit.Region(row.id(), line)));
                return true;
            });
        }
        return new Known(
                regionsAt,
                riversAt,
                level(regionsAt, "town"),
                level(regionsAt, "bay"),
                names,
                new RegionSplit(lines, RIVER_M));
    }

    private Optional<Regions> level(long revision, String level) {
        return revision == 0
                ? Optional.empty()
                : Optional.of(Regions.read(catalog, store, revision, level))
                        .filter(r -> !r.names().isEmpty());
    }
}
