package org.anlan.geo;

import java.util.ArrayList;
import java.util.List;
import org.anlan.base.Finding.Place;

/**
 * A place where two lines that follow each other run against each other: both start there, or both end.
 *
 * @param first number of one feature
 * @param second number of the other, higher
 * @param starting whether both start there
 * @param place where they meet
 */
public record Turn(int first, int second, boolean starting, Place place) {

    /** The changes of direction among lines; where three or more meet, no direction is right and none is told. */
    static List<Turn> find(LineEnds ends) {
        List<Turn> found = new ArrayList<>();
        for (int end = 0; end < ends.size(); end++) {
            int[] met = {0, -1};
            ends.near(end, LineEnds.JOINED_M, (other, metres) -> {
                met[0]++;
                met[1] = other;
            });
            if (met[0] == 1 && met[1] > end && ends.isStart(end) == ends.isStart(met[1])) {
                Place place = new Place(ends.x(end), ends.y(end));
                found.add(new Turn(ends.feature(end), ends.feature(met[1]), ends.isStart(end), place));
            }
        }
        return found;
    }
}
