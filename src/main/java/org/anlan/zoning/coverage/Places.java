package org.anlan.zoning.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.anlan.catalog.LayerDefinition;
import org.anlan.catalog.RegionsMissing;
import org.anlan.store.FeatureQuery;
import org.anlan.store.Revision;
import org.anlan.store.Store;
import org.locationtech.jts.geom.Geometry;

/**
 * The regions at one revision, and what of them is land and what is sea. Land is what the cities cover (the towns, where there is no city); a bay is sea and some shore
 * (300 m in the demonstration), so sea is what bays cover and land does not. Safe for many threads.
 */
public final class Places {

    /** The level of bays: all others are land. */
    static final String BAY = "bay";

    private final List<Region> regions;
    private final Ground land;
    private final Ground bays;
    private final double landM2;
    private final double seaM2;

    /**
     * A region.
     *
     * @param level its level: city, town, bay
     * @param code its code
     * @param name its name; its code where it has none
     * @param area where it lies
     */
    public record Region(String level, String code, String name, Piece area) {}

    private Places(List<Region> regions) {
        this.regions = regions;
        List<Region> onLand = of("city").isEmpty() ? of("town") : of("city");
        this.land = ground(onLand);
        this.bays = ground(of(BAY));
        this.landM2 = Dissolved.all(onLand.stream().map(Region::area).toList()).unionM2();
        this.seaM2 = Dissolved.all(of(BAY).stream()
                        .map(Region::area)
                        .flatMap(bay -> land.outside(bay.shape()).map(Piece::of).stream())
                        .toList())
                .unionM2();
    }

    /** Reads the regions at a revision; refused ({@code shape-leaves-the-plane}) as zones are. */
    public static Places read(Store store, LayerDefinition layer, Revision revision) {
        int level = layer.indexOf("level");
        int code = layer.indexOf("code");
        int name = layer.indexOf("name");
        List<Region> regions = new ArrayList<>();
        store.features().read(FeatureQuery.all(layer, revision.id()).in(FeatureQuery.Order.ID), row -> {
            row.geometry().filter(shape -> shape.getDimension() == 2).ifPresent(shape -> {
                Plane.mustHold(layer.id(), row.id(), shape);
                String word = String.valueOf(row.value(code));
                Object called = row.value(name);
                regions.add(new Region(
                        String.valueOf(row.value(level)),
                        word,
                        called == null ? word : called.toString(),
                        new Piece(shape, row.areaM2())));
            });
            return true;
        });
        return new Places(List.copyOf(regions));
    }

    /** The regions of a level, in the order of their codes; refused ({@code no-regions}) where there are none. */
    public List<Region> required(String level) {
        List<Region> found = of(level);
        if (found.isEmpty()) {
            throw RegionsMissing.of(level);
        }
        return found;
    }

    private List<Region> of(String level) {
        SortedMap<String, Region> byCode = new TreeMap<>();
        regions.stream().filter(region -> region.level().equals(level)).forEach(r -> byCode.put(r.code(), r));
        return List.copyOf(byCode.values());
    }

    /** The ground of some regions. */
    static Ground ground(List<Region> regions) {
        return new Ground(regions.stream().map(region -> region.area().shape()).toList());
    }

    /** Land of the installation, square metres; overlapping regions count once. */
    double landM2() {
        return landM2;
    }

    /** Sea of its bays, square metres. */
    double seaM2() {
        return seaM2;
    }

    /** What of a shape is land. */
    Optional<Geometry> onLand(Geometry shape) {
        return land.within(shape);
    }

    /** What of a shape that lies in bays is sea. */
    Optional<Geometry> offLand(Geometry shape) {
        return land.outside(shape);
    }

    /** What of a shape is sea of a bay. */
    Optional<Geometry> atSea(Geometry shape) {
        return bays.within(shape).flatMap(land::outside);
    }
}
