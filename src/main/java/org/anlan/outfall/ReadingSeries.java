package org.anlan.outfall;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The readings of one outfall.
 *
 * @param outfall its code
 * @param name its name
 * @param standard the standard that it follows
 * @param from the first day asked for
 * @param to the last day asked for
 * @param units units of the parameters, by word
 * @param limits the limits of the standard, by word of the parameter
 * @param missing quarters between the first and the newest reading in which a monitored outfall has none
 * @param readings the readings, the oldest first
 * @param revisions what they rest on, by layer; 0 = none were handed in
 */
public record ReadingSeries(
        String outfall,
        String name,
        String standard,
        LocalDate from,
        LocalDate to,
        Map<String, String> units,
        Map<String, Double> limits,
        List<String> missing,
        List<OutfallReading> readings,
        Map<String, Long> revisions) {}
