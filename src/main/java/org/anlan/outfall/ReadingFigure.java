package org.anlan.outfall;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.anlan.base.Text;

/**
 * How much was measured at outfalls, and how much of it was above limits.
 *
 * @param by what the rows are: "parameter", "year", "quarter", "month"
 * @param from the first month, by its first day
 * @param to the last month, by its last day
 * @param parameter word of the only parameter counted; blank = all
 * @param samples all samples that there are, whatever the period
 * @param samplesOfUnknownOutfalls those of them that name no outfall of the layer
 * @param total the sum
 * @param rows the sums by {@code by}
 * @param exceedances values above their limits, the newest first, at most as many as were asked for
 * @param revisions what it rests on, by layer
 */
public record ReadingFigure(
        String by,
        LocalDate from,
        LocalDate to,
        String parameter,
        long samples,
        long samplesOfUnknownOutfalls,
        Row total,
        List<Row> rows,
        List<OutfallReading.Exceedance> exceedances,
        Map<String, Long> revisions) {

    /**
     * A sum.
     *
     * @param code word of the parameter or of the period ("2024Q1")
     * @param name its name
     * @param readings single values
     * @param outfalls outfalls with any
     * @param exceedances values above their limits
     * @param exceedancePercent their share; null where nothing was measured
     */
    public record Row(
            String code, Text name, long readings, int outfalls, long exceedances, Double exceedancePercent) {}
}
