package org.anlan.intake.checks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.anlan.base.ChinaTime;
import org.anlan.base.Finding;
import org.anlan.base.Quarter;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CheckCall;
import org.anlan.catalog.LayerDefinition;
import org.anlan.intake.NewestRows;
import org.anlan.store.Store;

/**
 * The series of an outfall leaves no quarter out, unless the layer of outfalls says that it is not monitored every quarter. A quarter is told as left out when it lies between quarters with readings of which the
 * next one to either side is handed in now; readings that are kept already count.
 */
final class SeriesGaps implements FeatureCheck {

    private static final int MOST_SHOWN = 8;
    private static final int EARLIEST_YEAR = 1950;
    private static final int FIRST =
            Quarter.of(LocalDate.of(EARLIEST_YEAR, 1, 1)).index();

    private final Store store;
    private final LayerDefinition layer;
    private final int subjectAt;
    private final int dayAt;
    private final int latestYear = ChinaTime.today().getYear();
    private final Set<String> unmonitored = new HashSet<>();
    private final Map<String, Series> series = new TreeMap<>();

    /** The quarters of one outfall, by their place after the first. */
    private static final class Series {
        final BitSet handedIn = new BitSet();
        final BitSet all = new BitSet();
        Seen last;

        Series(Seen first) {
            last = first;
        }
    }

    private SeriesGaps(Store store, LayerDefinition layer, int subjectAt, int dayAt) {
        this.store = store;
        this.layer = layer;
        this.subjectAt = subjectAt;
        this.dayAt = dayAt;
    }

    /** The check of a layer of measurements. */
    static SeriesGaps of(Catalog catalog, Store store, LayerDefinition layer, CheckCall call) {
        SeriesGaps gaps = new SeriesGaps(store, layer, layer.indexOf(call.text(0)), layer.indexOf(call.text(1)));
        LayerDefinition subjects = catalog.layer(call.text(2));
        int monitoredAt = subjects.indexOf(call.text(3));
        NewestRows.each(store, subjects, row -> {
            if (Boolean.FALSE.equals(row.value(monitoredAt))) {
                gaps.unmonitored.add(row.id());
            }
        });
        return gaps;
    }

    /** The place of a day's quarter in a series; -1 for a day out of reason. */
    private int place(Object value) {
        return value instanceof LocalDate day && day.getYear() >= EARLIEST_YEAR && day.getYear() <= latestYear
                ? Quarter.of(day).index() - FIRST
                : -1;
    }

    @Override
    public void feature(Checked feature, Consumer<Finding> findings) {
        if (feature.values()[subjectAt] instanceof String subject
                && !unmonitored.contains(subject)
                && place(feature.values()[dayAt]) >= 0) {
            Series one = series.computeIfAbsent(subject, code -> new Series(Seen.of(feature)));
            one.handedIn.set(place(feature.values()[dayAt]));
            one.last = Seen.of(feature);
        }
    }

    @Override
    public void end(Consumer<Finding> findings) {
        if (series.isEmpty()) {
            return;
        }
        series.values().forEach(one -> one.all.or(one.handedIn));
        NewestRows.each(store, layer, row -> {
            Series one = series.get(String.valueOf(row.value(subjectAt)));
            int place = one == null ? -1 : place(row.value(dayAt));
            if (place >= 0) {
                one.all.set(place);
            }
        });
        series.forEach((subject, one) -> {
            List<String> left = leftOut(one);
            if (!left.isEmpty()) {
                findings.accept(gap(subject, one.last, left));
            }
        });
    }

    private static List<String> leftOut(Series one) {
        List<String> left = new ArrayList<>();
        int before = one.all.nextSetBit(0);
        for (int next = one.all.nextSetBit(before + 1); next >= 0; next = one.all.nextSetBit(next + 1)) {
            if (one.handedIn.get(before) || one.handedIn.get(next)) {
                for (int quarter = before + 1; quarter < next; quarter++) {
                    left.add(new Quarter(FIRST + quarter).toString());
                }
            }
            before = next;
        }
        return left;
    }

    private static Finding gap(String subject, Seen last, List<String> left) {
        String shown = String.join(", ", left.subList(0, Math.min(MOST_SHOWN, left.size())));
        return Finding.ofRecord(
                        "reading.gap",
                        Severity.WARNING,
                        last.source(),
                        last.record(),
                        Text.of(
                                "“%1$s”应每季度监测，缺 %2$d 个季度：%3$s%4$s；请补报或说明。",
                                "\"%1$s\" is to be monitored every quarter; %2$d are left out: %3$s%4$s. Hand them in, or say why.",
                                subject,
                                left.size(),
                                shown,
                                left.size() > MOST_SHOWN ? " …" : ""))
                .about(subject);
    }
}
