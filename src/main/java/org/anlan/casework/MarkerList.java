package org.anlan.casework;

import java.time.LocalDate;
import java.util.List;
import org.anlan.base.Text;

/**
 * Boundary markers, and how many there are in each state.
 *
 * @param day the day on which inspections are overdue or not
 * @param overdueDays after how many days without an inspection one is overdue
 * @param revision the state of the layer
 * @param total all that are asked for
 * @param states how many are in each state, in the order of the code list
 * @param areas the same by protected area, in the order of their codes
 * @param markers the markers, by code
 */
public record MarkerList(
        LocalDate day,
        int overdueDays,
        long revision,
        Counts total,
        List<StateCount> states,
        List<AreaCount> areas,
        List<Marker> markers) {

    /**
     * Counts of markers.
     *
     * @param all how many
     * @param intact those in the state "intact"
     * @param overdue those whose inspection is overdue
     */
    public record Counts(long all, long intact, long overdue) {}

    /**
     * How many are in a state.
     *
     * @param code code of the state; blank = nobody said
     * @param label what it is called
     * @param count how many
     */
    public record StateCount(String code, Text label, long count) {}

    /**
     * The markers of a protected area.
     *
     * @param code its code; blank = none said
     * @param counts its markers
     */
    public record AreaCount(String code, Counts counts) {}
}
