package org.anlan.intake;

import java.util.EnumMap;
import java.util.Map;
import org.anlan.geo.RepairKind;

/** Counts the features of a layer that were mended, by class of repair. */
final class RepairCount {

    private final Map<RepairKind, Long> counts = new EnumMap<>(RepairKind.class);

    /** One feature was mended in this way. */
    void made(RepairKind kind) {
        counts.merge(kind, 1L, Long::sum);
    }

    Map<RepairKind, Long> counts() {
        return Map.copyOf(counts);
    }
}
