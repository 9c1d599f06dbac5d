package org.anlan.outfall;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anlan.store.Extent;

/**
 * Puts outfalls that lie close together into clusters: those in one cell of a grid that is the same everywhere, so that clusters stay what they are while the map is moved. A cell
 * is the world's width halved again and again until the longer side of the rectangle is at least {@link #CELLS} cells long.
 */
final class OutfallClusters {

    private static final int CELLS = 10;
    private static final double WORLD = 360;

    private final double cell;
    private final List<String> order;

    /** Clusters for a map that shows this rectangle, with the states in this order. */
    OutfallClusters(Extent box, List<String> order) {
        this.order = order;
        double side = Math.max(box.east() - box.west(), box.north() - box.south());
        double size = WORLD;
        while (size > side / CELLS) {
            size /= 2;
        }
        this.cell = size;
    }

    /** The clusters of outfalls at these places of the register, row by row from the south-west. */
    List<OutfallMap.Cluster> of(OutfallsNow now, int[] places) {
        Map<Long, Sum> sums = new TreeMap<>();
        for (int place : places) {
            Outfall outfall = now.outfall(place);
            long column = (long) Math.floor((outfall.lon() + WORLD) / cell);
            long row = (long) Math.floor((outfall.lat() + WORLD) / cell);
            sums.computeIfAbsent((row << Integer.SIZE) + column, key -> new Sum())
                    .add(now, place);
        }
        return sums.values().stream().map(sum -> sum.cluster(order)).toList();
    }

    private static final class Sum {
        private double lon;
        private double lat;
        private double west = Double.POSITIVE_INFINITY;
        private double south = Double.POSITIVE_INFINITY;
        private double east = Double.NEGATIVE_INFINITY;
        private double north = Double.NEGATIVE_INFINITY;
        private int outfalls;
        private int exceeding;
        private int overdue;
        private final Map<String, Integer> states = new HashMap<>();

        void add(OutfallsNow now, int place) {
            Outfall outfall = now.outfall(place);
            outfalls++;
            lon += outfall.lon();
            lat += outfall.lat();
            west = Math.min(west, outfall.lon());
            south = Math.min(south, outfall.lat());
            east = Math.max(east, outfall.lon());
            north = Math.max(north, outfall.lat());
            exceeding += now.exceeding(place) ? 1 : 0;
            overdue += now.overdue(place) ? 1 : 0;
            states.merge(now.state(place), 1, Integer::sum);
        }

        OutfallMap.Cluster cluster(List<String> order) {
            Map<String, Integer> inOrder = new LinkedHashMap<>();
            order.stream().filter(states::containsKey).forEach(state -> inOrder.put(state, states.get(state)));
            return new OutfallMap.Cluster(
                    lon / outfalls,
                    lat / outfalls,
                    List.of(west, south, east, north),
                    outfalls,
                    exceeding,
                    overdue,
                    inOrder);
        }
    }
}
