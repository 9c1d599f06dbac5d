package org.anlan.coast;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.LayerDefinition;
import org.anlan.catalog.RegionsMissing;
import org.anlan.geo.RegionSplit;
import org.anlan.store.FeatureQuery;
import org.anlan.store.Store;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * The regions of one level at one revision, ready to say which of them a stretch belongs to.
 *
 * @param level level of the regions: city, town, bay
 * @param names name by code, in the order of the codes
 * @param split splits lines among them
 * @param shapes where they lie, CGCS2000 degrees
 */
public record Regions(String level, SortedMap<String, String> names, RegionSplit split, List<Geometry> shapes) {

    /** How far from a region coast may lie and still belong to it. */
    private static final double TOLERANCE_M = RegionSplit.DEFAULT_TOLERANCE_M;

    /** No regions at all. */
    static Regions none(String level) {
        return new Regions(level, new TreeMap<>(), new RegionSplit(List.of(), TOLERANCE_M), List.of());
    }

    /** The regions of a level at a revision (0 = there is none); refused ({@code no-regions}) where there are none. */
    static Regions required(Catalog catalog, Store store, long revision, String level) {
        return revision == 0
                ? none(level).required()
                : read(catalog, store, revision, level).required();
    }

    /** These; refused ({@code no-regions}) when there are none. */
    Regions required() {
        if (names().isEmpty()) {
            throw RegionsMissing.of(level);
        }
        return this;
    }

    /** Reads the regions of a level from the state of the layer at a revision. */
    public static Regions read(Catalog catalog, Store store, long revision, String level) {
        LayerDefinition layer = catalog.layer("regions");
        int levelAt = layer.indexOf("level");
        int codeAt = layer.indexOf("code");
        int nameAt = layer.indexOf("name");
        SortedMap<String, String> names = new TreeMap<>();
        List<RegionSplit.Region> shapes = new ArrayList<>();
        store.features().read(FeatureQuery.all(layer, revision), row -> {
            if (level.equals(row.value(levelAt)) && row.wkb().isPresent()) {
                String code = row.value(codeAt).toString();
                names.put(
                        code,
                        row.value(nameAt) == null ? code : row.value(nameAt).toString());
                shapes.add(new RegionSplit.Region(code, row.geometry().orElseThrow()));
            }
            return true;
        });
        return new Regions(
                level,
                names,
                new RegionSplit(shapes, TOLERANCE_M),
                shapes.stream().map(RegionSplit.Region::shape).toList());
    }

    /** The region that a point lies in, or that the greater part of a line lies along; empty when none is near. */
    public Optional<String> regionOf(Geometry shape) {
        if (shape instanceof Point point && !point.isEmpty()) {
            return split.at(point.getX(), point.getY());
        }
        Map<String, Double> lengths = new HashMap<>();
        split.split(shape).forEach(s -> s.region().ifPresent(code -> lengths.merge(code, s.lengthM(), Double::sum)));
        return lengths.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }
}
