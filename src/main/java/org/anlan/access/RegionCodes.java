package org.anlan.access;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.anlan.base.Refusal;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.FeatureQuery;
import org.anlan.store.Store;

/** The regions (city, towns, bays) that an account can be limited to: those of the layer {@code regions} as it is now. */
final class RegionCodes {

    private final Catalog catalog;
    private final Store store;

    RegionCodes(Catalog catalog, Store store) {
        this.catalog = catalog;
        this.store = store;
    }

    /** Refuses a code that no region has: {@code unknown-region}. */
    void mustExist(Collection<String> codes) {
        if (codes.isEmpty()) {
            return;
        }
        SortedMap<String, String> known = known();
        List<String> unknown =
                codes.stream().filter(code -> !known.containsKey(code)).toList();
        if (!unknown.isEmpty()) {
            throw Refusal.invalid(
                    "unknown-region",
                    "没有代码为“%s”的区域；现有：%s",
                    "There is no region with the code \"%s\"; there are: %s",
                    String.join(", ", unknown),
                    known.isEmpty() ? "–" : listed(known));
        }
    }

    private static String listed(SortedMap<String, String> known) {
        return String.join(
                ", ",
                known.entrySet().stream()
                        .map(region -> region.getKey() + " " + region.getValue())
                        .toList());
    }

    private SortedMap<String, String> known() {
        SortedMap<String, String> known = new TreeMap<>();
        LayerDefinition layer = catalog.layer("regions");
        int code = layer.indexOf("code");
        int name = layer.indexOf("name");
        store.revisions().newest(layer.id()).ifPresent(revision -> store.features()
                .read(FeatureQuery.all(layer, revision.id()), row -> {
                    known.put(
                            String.valueOf(row.value(code)),
                            row.value(name) == null ? "" : String.valueOf(row.value(name)));
                    return true;
                }));
        return known;
    }
}
