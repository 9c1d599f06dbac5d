package org.anlan.units;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;

/**
 * The figures of a bay, river or town.
 *
 * @param code its code
 * @param name its name
 * @param office the office that is responsible now; empty where none was entered
 * @param coast its mainland coast; empty where it has none
 * @param riverLengthM length of a river, geodesic metres; empty for others
 * @param outfalls its outfalls
 * @param cases its problem sites
 */
public record UnitFigure(
        String code,
        String name,
        Optional<UnitOffice> office,
        Optional<Coast> coast,
        OptionalDouble riverLengthM,
        Outfalls outfalls,
        Cases cases) {

    /**
     * Mainland coast of the newest survey.
     *
     * @param lengthM its length
     * @param naturalM what counts as natural
     * @param countedM what counts in all
     * @param naturalPercent the retention ratio; empty where nothing counts
     */
    public record Coast(double lengthM, double naturalM, double countedM, OptionalDouble naturalPercent) {}

    /**
     * Outfalls.
     *
     * @param count how many
     * @param done those that are remediated: awaiting acceptance or written off
     * @param writtenOff those that are written off
     * @param states how many are in each state, by code; blank = unknown
     * @param readings how many readings they have
     * @param exceedances how many values of the readings are above their limit
     */
    public record Outfalls(
            long count, long done, long writtenOff, SortedMap<String, Long> states, long readings, long exceedances) {

        /** The write-off rate (销号率), percent; empty where there are none. */
        public OptionalDouble writtenOffPercent() {
            return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * writtenOff / count);
        }
    }

    /**
     * Problem sites.
     *
     * @param opened all
     * @param open those that are not closed
     * @param overdue those that are open behind their deadline
     */
    public record Cases(long opened, long open, long overdue) {}
}
