package org.anlan.outfall;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anlan.base.Text;

/**
 * A part of the outfalls that were asked for, in an order.
 *
 * @param outfalls the outfalls
 * @param matching how many there are in all that were asked for
 * @param next the code behind which the next ones come; empty when these were the last, and in other orders than that of the codes
 * @param revisions what it rests on, by layer
 */
public record OutfallList(List<Line> outfalls, int matching, Optional<String> next, Map<String, Long> revisions) {

    /**
     * An outfall as a list shows it.
     *
     * @param code its code
     * @param name its name
     * @param kind into the sea or into a river
     * @param cat1 class, level 1
     * @param cat2 class, level 2
     * @param treatment treatment
     * @param townCode code of its town
     * @param town name of its town
     * @param bayCode code of its bay
     * @param receiving the water that receives it
     * @param state its state now
     * @param stateLabel the same for people
     * @param since the day of its last step
     * @param deadline until when it is to be remediated
     * @param overdue whether that has passed and it is not finished
     * @param lastSampled the day of its newest reading
     * @param exceeding whether that one is above a limit
     * @param exceedances how many readings ever were
     * @param lon longitude in degrees, CGCS2000
     * @param lat latitude in degrees
     */
    public record Line(
            String code,
            String name,
            String kind,
            String cat1,
            String cat2,
            String treatment,
            String townCode,
            String town,
            String bayCode,
            String receiving,
            String state,
            Text stateLabel,
            Optional<LocalDate> since,
            Optional<LocalDate> deadline,
            boolean overdue,
            Optional<LocalDate> lastSampled,
            boolean exceeding,
            int exceedances,
            double lon,
            double lat) {}
}
