package org.anlan.outfall.readings;

import java.time.LocalDate;

/**
 * A row of readings beside the limits that hold for it.
 *
 * @param key the row's key
 * @param outfall place of the outfall; -1 for one that the layer of outfalls does not have
 * @param code code of the outfall
 * @param day when it was taken
 * @param values one for each parameter, NaN where it was not measured
 * @param limits one for each parameter, NaN where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // one of millions on its way, never compared
record Sample(long key, int outfall, String code, LocalDate day, double[] values, double[] limits) {

    /** Whether a parameter was measured. */
    boolean has(int parameter) {
        return !Double.isNaN(values[parameter]);
    }

    /** Whether a parameter was measured above its limit. */
    boolean isOver(int parameter) {
        return values[parameter] > limits[parameter];
    }

    /** How many parameters were. */
    int over() {
        int over = 0;
        for (int i = 0; i < values.length; i++) {
            over += isOver(i) ? 1 : 0;
        }
        return over;
    }
}
