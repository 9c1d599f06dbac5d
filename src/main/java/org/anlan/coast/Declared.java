package org.anlan.coast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.LayerDefinition;
import org.anlan.coast.survey.CoastStates;
import org.anlan.geo.RegionSplit;
import org.anlan.store.FeatureQuery;
import org.anlan.store.Revision;
import org.anlan.store.Row;
import org.anlan.store.Store;

/** Declared lengths of coast segments (登记长度) against computed ones: per segment and in sum by place. */
public final class Declared {

    /** The most segments that may be listed. */
    public static final int MOST_SEGMENTS = 10_000;

    private static final double METRES_PER_KM = 1_000;

    private static final Comparator<DeclaredFigure.Segment> LARGEST_FIRST = Comparator.comparingDouble(
                    (DeclaredFigure.Segment s) -> -Math.abs(s.deviationPercent()))
            .thenComparing(DeclaredFigure.Segment::id);

    private final Catalog catalog;
    private final Store store;
    private final CoastStates states;

    /** Computes figures from this store. */
    public Declared(Catalog catalog, Store store) {
        this.catalog = catalog;
        this.store = store;
        this.states = new CoastStates(store);
    }

    /**
     * What is asked.
     *
     * @param year survey year; empty = the newest
     * @param coast mainland or islands
     * @param by what the sums are by: city, town or bay
     * @param revision the state of all layers at this revision; empty = the current one
     * @param most how many segments are listed, from 1
     */
    public record Question(Optional<Integer> year, Coast coast, By by, OptionalLong revision, int most) {}

    /** Adds segments up. */
    private static final class Adding {
        private int declared;
        private int undeclared;
        private double declaredM;
        private double computedM;

        void add(Optional<Double> lengthM, double measuredM, boolean counted) {
            if (lengthM.isPresent()) {
                declaredM += lengthM.get();
                computedM += measuredM;
                declared += counted ? 1 : 0;
            } else {
                undeclared += counted ? 1 : 0;
            }
        }

        DeclaredFigure.Sums sums() {
            return new DeclaredFigure.Sums(declared, undeclared, declaredM, computedM);
        }
    }

    /**
     * The figure. Refused: {@code no-coastline}, {@code unknown-year}, {@code unknown-grouping}, {@code no-regions}, {@code unknown-revision}.
     */
    public DeclaredFigure figure(Question question) {
        if (!question.by().byPlace()) {
            throw Refusal.invalid(
                    "unknown-grouping",
                    "登记长度只能按 city、town、bay 汇总，不能按“%s”",
                    "Declared lengths are summed by city, town or bay, not by \"%s\"",
                    question.by().word());
        }
        Revision coastline = states.coastline(question.revision());
        int year = CoastStates.year(coastline, question.year());
        long regionsAt = states.regions(question.revision()).map(Revision::id).orElse(0L);
        Regions regions =
                Regions.required(catalog, store, regionsAt, question.by().word());
        Adding total = new Adding();
        Map<String, Adding> rows = new HashMap<>();
        List<DeclaredFigure.Segment> segments = new ArrayList<>();
        LayerDefinition layer = catalog.layer("coastline");
        int mainland = layer.indexOf("mainland");
        store.features().read(FeatureQuery.all(layer, coastline.id()).ofYear(year), row -> {
            if (row.lengthM() > 0
                    && Boolean.valueOf(question.coast() == Coast.MAINLAND).equals(row.value(mainland))) {
                Optional<DeclaredFigure.Segment> segment = segment(layer, row);
                segment.ifPresent(segments::add);
                Optional<Double> declaredM = segment.map(DeclaredFigure.Segment::declaredM);
                total.add(declaredM, row.lengthM(), true);
                share(regions, row, declaredM, rows);
            }
            return true;
        });
        segments.sort(LARGEST_FIRST);
        return new DeclaredFigure(
                year,
                question.coast(),
                question.by(),
                new RetentionFigure.Revisions(coastline.id(), regionsAt),
                total.sums(),
                regions.names().entrySet().stream()
                        .filter(region -> rows.containsKey(region.getKey()))
                        .map(region -> new DeclaredFigure.Row(
                                region.getKey(),
                                region.getValue(),
                                rows.get(region.getKey()).sums()))
                        .toList(),
                rows.getOrDefault("", new Adding()).sums(),
                List.copyOf(segments.subList(0, Math.min(question.most(), segments.size()))),
                warnings(total.sums()));
    }

    private static Optional<DeclaredFigure.Segment> segment(LayerDefinition layer, Row row) {
        return row.value(layer.indexOf("length_cd_km")) instanceof Number km
                ? Optional.of(new DeclaredFigure.Segment(
                        row.id(),
                        Objects.toString(row.value(layer.indexOf("seg_code")), ""),
                        Objects.toString(row.value(layer.indexOf("place")), ""),
                        km.doubleValue() * METRES_PER_KM,
                        row.lengthM()))
                : Optional.empty();
    }

    /** Shares a segment among its regions; in each it is counted once. */
    private static void share(Regions regions, Row row, Optional<Double> declaredM, Map<String, Adding> rows) {
        Set<String> seen = new HashSet<>();
        for (RegionSplit.Stretch stretch : regions.split().split(row.geometry().orElseThrow())) {
            String region = stretch.region().orElse("");
            double share = stretch.lengthM() / row.lengthM();
            rows.computeIfAbsent(region, code -> new Adding())
                    .add(declaredM.map(lengthM -> lengthM * share), stretch.lengthM(), seen.add(region));
        }
    }

    private static List<Text> warnings(DeclaredFigure.Sums total) {
        return total.undeclared() == 0
                ? List.of()
                : List.of(Text.of(
                        "有 %d 个岸段没有登记长度，未列入比较",
                        "%d segments declare no length and are left out of the comparison", total.undeclared()));
    }
}
