package org.anlan.units;

import java.util.SortedMap;
import java.util.TreeMap;

/** Outfalls of a unit added up. */
final class OutfallSums {

    private static final String WRITTEN_OFF = "written-off";
    private static final String AWAITING_ACCEPTANCE = "awaiting-acceptance";

    private final SortedMap<String, Long> states = new TreeMap<>();
    private long count;
    private long readings;
    private long exceedances;

    void add(UnitOutfalls.Outfall outfall) {
        count++;
        readings += outfall.readings();
        exceedances += outfall.exceedances();
        states.merge(outfall.state(), 1L, Long::sum);
    }

    UnitFigure.Outfalls figure() {
        long writtenOff = states.getOrDefault(WRITTEN_OFF, 0L);
        return new UnitFigure.Outfalls(
                count,
                writtenOff + states.getOrDefault(AWAITING_ACCEPTANCE, 0L),
                writtenOff,
                states,
                readings,
                exceedances);
    }
}
