package org.anlan.outfall;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A reading at an outfall.
 *
 * @param sampled the day of the sample
 * @param values what was measured: word of the parameter ("cod") → number in the parameter's unit
 * @param exceeding the parameters above their limits
 * @param remark remark; may be blank
 */
public record OutfallReading(LocalDate sampled, Map<String, Double> values, List<String> exceeding, String remark) {

    /**
     * A value above its limit.
     *
     * @param outfall code of the outfall
     * @param sampled the day of the sample
     * @param quarter its quarter
     * @param parameter word of the parameter
     * @param value what was measured
     * @param limit the limit
     */
    public record Exceedance(
            String outfall, LocalDate sampled, String quarter, String parameter, double value, double limit) {}

    /**
     * A reading that somebody enters.
     *
     * @param sampled the day of the sample
     * @param values what was measured
     * @param units the units of the values, where they are others than the parameters'
     * @param remark remark
     */
    public record New(LocalDate sampled, Map<String, Double> values, Map<String, String> units, String remark) {

        /** Fills in what was left out. */
        public New {
            values = given(values);
            units = given(units);
            remark = remark == null ? "" : remark.strip();
        }

        private static <T> Map<String, T> given(Map<String, T> map) {
            Map<String, T> given = new LinkedHashMap<>();
            if (map != null) {
                map.forEach((key, value) -> {
                    if (value != null) {
                        given.put(key, value);
                    }
                });
            }
            return given;
        }
    }
}
