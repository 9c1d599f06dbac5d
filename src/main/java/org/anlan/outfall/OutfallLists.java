package org.anlan.outfall;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.anlan.outfall.ledger.Count;
import org.anlan.outfall.ledger.Desk;
import org.anlan.outfall.readings.Gauge;
import org.anlan.store.Extent;

/** Lists of outfalls as they are now, and where they lie. */
public final class OutfallLists {

    private final Desk desk;
    private final Gauge gauge;

    OutfallLists(Desk desk, Gauge gauge) {
        this.desk = desk;
        this.gauge = gauge;
    }

    /** A part of the outfalls that pass a filter, in an order. */
    public OutfallList list(OutfallFilter filter, OutfallPage page) {
        Gauge.Look look = gauge.now();
        OutfallsNow now = new OutfallsNow(desk, look);
        int[] matching = matching(now, filter).toArray();
        int[] ordered =
                page.by() == OutfallPage.Order.CODE && !page.falling() ? matching : ordered(now, matching, page);
        int from = Math.min(ordered.length, page.offset() + behind(now, ordered, page.after()));
        int to = (int) Math.min(ordered.length, (long) from + page.limit());
        List<OutfallList.Line> lines =
                IntStream.range(from, to).mapToObj(i -> now.line(ordered[i])).toList();
        boolean goesOn = to < ordered.length && page.by() == OutfallPage.Order.CODE && !page.falling();
        return new OutfallList(
                lines,
                matching.length,
                goesOn && !lines.isEmpty()
                        ? Optional.of(lines.get(lines.size() - 1).code())
                        : Optional.empty(),
                gauge.byLayer(look.revisions()));
    }

    /**
     * Those that pass a filter within a rectangle: one by one where they are few, in clusters where they are many.
     *
     * @param alone the most that stand for themselves
     */
    public OutfallMap map(OutfallFilter filter, Extent box, int alone) {
        Gauge.Look look = gauge.now();
        OutfallsNow now = new OutfallsNow(desk, look);
        int[] within = matching(now, filter)
                .filter(place -> lies(now.outfall(place), box))
                .toArray();
        boolean few = within.length <= alone;
        return new OutfallMap(
                within.length,
                few ? IntStream.of(within).mapToObj(now::line).toList() : List.of(),
                few ? List.of() : new OutfallClusters(box, Count.states(desk)).of(now, within),
                gauge.byLayer(look.revisions()));
    }

    private static boolean lies(Outfall outfall, Extent box) {
        return outfall.lon() >= box.west()
                && outfall.lon() <= box.east()
                && outfall.lat() >= box.south()
                && outfall.lat() <= box.north();
    }

    /** Places in the register, by code. What the layer says is looked at first: the rest costs more. */
    private static IntStream matching(OutfallsNow now, OutfallFilter filter) {
        return IntStream.range(0, now.outfalls().size())
                .filter(place -> filter.passes(now.outfall(place)) && filter.passes(now, place));
    }

    /** How many stand before and at a code, in the order of the codes. */
    private static int behind(OutfallsNow now, int[] byCode, String after) {
        int at = 0;
        while (!after.isEmpty()
                && at < byCode.length
                && now.outfall(byCode[at]).code().compareTo(after) <= 0) {
            at++;
        }
        return at;
    }

    private int[] ordered(OutfallsNow now, int[] places, OutfallPage page) {
        Comparator<Integer> order =
                switch (page.by()) {
                    case CODE -> Comparator.naturalOrder();
                    case NAME -> Comparator.comparingInt(now::nameOrder);
                    case TOWN -> byTown(now);
                    case STATE -> byState(now, places);
                    case EXCEEDANCES ->
                        Comparator.comparing((Integer place) -> now.exceeding(place))
                                .thenComparingInt(now::exceedances);
                };
        List<Integer> ordered = new ArrayList<>(IntStream.of(places).boxed().toList());
        ordered.sort((page.falling() ? order.reversed() : order).thenComparing(Comparator.naturalOrder()));
        return ordered.stream().mapToInt(place -> place).toArray();
    }

    /** Towns have far fewer names than there are outfalls. */
    private static Comparator<Integer> byTown(OutfallsNow now) {
        List<String> names = now.outfalls().stream()
                .map(Outfall::town)
                .distinct()
                .sorted(Collator.getInstance(Locale.SIMPLIFIED_CHINESE)::compare)
                .toList();
        Map<String, Integer> order = new HashMap<>();
        names.forEach(name -> order.put(name, order.size()));
        return Comparator.comparingInt(place -> order.get(now.outfall(place).town()));
    }

    private Comparator<Integer> byState(OutfallsNow now, int[] places) {
        List<String> states = Count.states(desk);
        int[] steps = new int[now.outfalls().size()];
        IntStream.of(places).forEach(place -> steps[place] = states.indexOf(now.state(place)));
        return Comparator.comparingInt(place -> steps[place]);
    }
}
