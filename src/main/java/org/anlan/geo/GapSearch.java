package org.anlan.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.anlan.base.Finding.Place;

/** Looks for ends of lines that nearly meet the end of another feature. */
final class GapSearch {

    private static final double JOINED_M = 0.001;

    private final LineStore lines;
    private final double nearM;
    private final int[] ends;
    private final BoxTree tree;

    GapSearch(LineStore lines, double nearM) {
        this.lines = lines;
        this.nearM = nearM;
        this.ends = openEnds(lines);
        double[] boxes = new double[4 * ends.length];
        for (int i = 0; i < ends.length; i++) {
            boxes[4 * i] = lines.x(ends[i]);
            boxes[4 * i + 1] = lines.y(ends[i]);
            boxes[4 * i + 2] = boxes[4 * i];
            boxes[4 * i + 3] = boxes[4 * i + 1];
        }
        this.tree = new BoxTree(boxes, ends.length);
    }

    List<Gap> find() {
        List<Gap> found = new ArrayList<>();
        Set<Long> told = new HashSet<>();
        for (int end : ends) {
            Nearest nearest = new Nearest(end);
            if (nearest.end >= 0 && nearest.metres > JOINED_M) {
                int low = Math.min(end, nearest.end);
                int high = Math.max(end, nearest.end);
                if (told.add(((long) low << 32) | high)) {
                    found.add(new Gap(
                            lines.featureOf(low),
                            lines.featureOf(high),
                            nearest.metres,
                            new Place(lines.x(low), lines.y(low))));
                }
            }
        }
        found.sort(Comparator.comparingInt(Gap::first).thenComparingInt(Gap::second));
        return found;
    }

    /** The nearest end of another feature. */
    private final class Nearest {
        private int end = -1;
        private double metres;

        Nearest(int from) {
            metres = Math.nextUp(nearM);
            double x = lines.x(from);
            double y = lines.y(from);
            LocalScale scale = LocalScale.at(y);
            double dx = nearM / scale.lonM() * 1.001;
            double dy = nearM / scale.latM() * 1.001;
            int feature = lines.featureOf(from);
            tree.query(x - dx, y - dy, x + dx, y + dy, other -> {
                double distance = scale.distanceM(x, y, lines.x(ends[other]), lines.y(ends[other]));
                if (distance < metres && lines.featureOf(ends[other]) != feature) {
                    metres = distance;
                    end = ends[other];
                }
            });
        }
    }

    private static int[] openEnds(LineStore lines) {
        int[] ends = new int[2 * lines.parts()];
        int n = 0;
        for (int part = 0; part < lines.parts(); part++) {
            int first = lines.firstVertex(part);
            int last = lines.lastVertex(part);
            if (lines.x(first) != lines.x(last) || lines.y(first) != lines.y(last)) {
                ends[n++] = first;
                ends[n++] = last;
            }
        }
        return java.util.Arrays.copyOf(ends, n);
    }
}
