package org.anlan.geo;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.anlan.base.Finding.Place;

/** Looks for ends of lines that nearly meet another feature: its end, or the middle of it. An end that lies on another feature is joined to it. */
final class GapSearch {

    private final LineStore lines;
    private final LineEnds ends;
    /** Ends that neither meet another end nor lie on another line. */
    private final BitSet loose;
    /** For ends that lie on another line: the feature of that. */
    private final Map<Integer, Integer> touched = new HashMap<>();

    GapSearch(LineStore lines) {
        this.lines = lines;
        this.ends = new LineEnds(lines);
        this.loose = ends.joined();
        loose.flip(0, ends.size());
        EdgeFeet touching = new EdgeFeet(lines, ends, loose, LineEnds.JOINED_M);
        for (int end : loose.stream().toArray()) {
            if (touching.edge(end) >= 0) {
                loose.clear(end);
                touched.put(end, lines.featureOf(touching.edge(end)));
            }
        }
    }

    /** All ends. */
    LineEnds ends() {
        return ends;
    }

    /** Ends that are nearer than this to an end, metres. */
    List<Gap> gaps(double nearM) {
        List<Gap> found = new ArrayList<>();
        Set<Long> told = new HashSet<>();
        loose.stream().forEach(end -> {
            int nearest = nearest(end, nearM);
            int low = Math.min(end, nearest);
            int high = Math.max(end, nearest);
            if (low >= 0 && told.add(((long) low << 32) | high)) {
                double metres = LocalScale.at(ends.y(end))
                        .distanceM(ends.x(end), ends.y(end), ends.x(nearest), ends.y(nearest));
                found.add(new Gap(ends.feature(low), ends.feature(high), metres, place(low), place(high)));
            }
        });
        found.sort(Comparator.comparingInt(Gap::first).thenComparingInt(Gap::second));
        return found;
    }

    /** Ends that stop short of the middle of another feature, or run a little over it, and are near no end. */
    List<Dangle> dangles(double nearM) {
        BitSet far = new BitSet();
        loose.stream().filter(end -> nearest(end, nearM) < 0).forEach(far::set);
        EdgeFeet feet = new EdgeFeet(lines, ends, far, nearM);
        List<Dangle> found = new ArrayList<>();
        far.stream().filter(end -> feet.edge(end) >= 0).forEach(end -> {
            int other = lines.featureOf(feet.edge(end));
            Place foot = new Place(feet.x(end), feet.y(end));
            found.add(new Dangle(ends.feature(end), other, feet.metres(end), place(end), foot));
        });
        return found;
    }

    private Place place(int end) {
        return new Place(ends.x(end), ends.y(end));
    }

    /** The nearest end of another feature; -1 when none is near. */
    private int nearest(int from, double nearM) {
        int[] end = {-1};
        double[] best = {Double.POSITIVE_INFINITY};
        ends.near(from, nearM, (other, metres) -> {
            boolean meets = Objects.equals(touched.get(other), ends.feature(from));
            if (!meets && (metres < best[0] || (metres == best[0] && other < end[0]))) {
                best[0] = metres;
                end[0] = other;
            }
        });
        return end[0];
    }
}
