package org.anlan.zoning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.LayerDefinition;
import org.anlan.catalog.RegionsMissing;
import org.anlan.coast.By;
import org.anlan.geo.Areas;
import org.anlan.geo.CleanCommon;
import org.anlan.geo.EdgeBend;
import org.anlan.geo.Outline;
import org.anlan.store.Revision;
import org.anlan.store.Store;
import org.anlan.zoning.coverage.CoverRows;
import org.anlan.zoning.coverage.Piece;
import org.anlan.zoning.coverage.Places;
import org.anlan.zoning.coverage.Zone;
import org.anlan.zoning.coverage.ZoneLayer;
import org.locationtech.jts.geom.Geometry;

/**
 * How much protected areas, red lines or any other polygon layers cover, by region: the sum of their areas, and the ground they cover with overlaps dissolved (the
 * classic double count of protected areas).
 */
public final class Coverage {

    /** The layers that are meant when none is named. */
    public static final List<String> USUAL_LAYERS = List.of("protected-areas", "red-lines");

    /** Edges that bend by more than so much of the whole make the areas doubtful. */
    private static final double DOUBTFUL = 0.001;

    private final Catalog catalog;
    private final Store store;

    /** Figures that were computed lately: revisions never change, so an entry never goes stale. */
    private final Cache<Key, CoverageFigure> figures =
            Caffeine.newBuilder().maximumSize(16).softValues().build();

    /** Computes figures from this store. */
    public Coverage(Catalog catalog, Store store) {
        this.catalog = catalog;
        this.store = store;
    }

    /**
     * What is asked.
     *
     * @param layers ids of polygon layers; empty = {@link #USUAL_LAYERS}
     * @param by city, town or bay
     * @param region code of the only region wanted; empty = all
     * @param revision the state of all layers at this revision; empty = the current one
     */
    public record Question(List<String> layers, By by, Optional<String> region, OptionalLong revision) {}

    private record Key(List<Long> states, long regions, By by) {}

    /**
     * The figure. Refused: {@code unknown-layer}, {@code not-an-area-layer}, {@code empty-layer}, {@code unknown-grouping}, {@code no-regions}, {@code
     * unknown-region}, {@code unknown-revision}, {@code too-many-overlaps}, {@code too-much-to-dissolve}, {@code shape-leaves-the-plane}.
     */
    public CoverageFigure figure(Question question) {
        if (!question.by().byPlace()) {
            throw Refusal.invalid(
                    "unknown-grouping",
                    "覆盖面积只能按 city、town、bay 统计，不能按“%s”",
                    "Coverage is told by city, town or bay, not by \"%s\"",
                    question.by().word());
        }
        List<Revision> states = layers(question.layers()).stream()
                .map(layer -> state(layer, question.revision()))
                .toList();
        Revision regions = regions(question.revision(), question.by());
        CoverageFigure figure = figures.get(
                new Key(states.stream().map(Revision::id).toList(), regions.id(), question.by()),
                key -> compute(states, regions, question.by()));
        return question.region().map(code -> only(figure, code)).orElse(figure);
    }

    /** The layers that are asked for, in the order of the catalogue, each once. */
    private List<LayerDefinition> layers(List<String> ids) {
        Set<String> wanted = new TreeSet<>(ids.isEmpty() ? USUAL_LAYERS : ids);
        wanted.forEach(id -> ZoneLayer.mustHaveAreas(catalog.layer(id)));
        return catalog.layers().stream()
                .filter(layer -> wanted.contains(layer.id()))
                .toList();
    }

    private Revision state(LayerDefinition layer, OptionalLong revision) {
        return store.revisions()
                .asked(layer.id(), revision)
                .orElseThrow(() -> Refusal.conflict(
                        "empty-layer",
                        "图层 %s（%s）还没有数据；请先导入，或只统计别的图层",
                        "Layer %s (%3$s) has no data yet; hand it in first, or ask for other layers only",
                        layer.id(),
                        layer.title().zh(),
                        layer.title().en()));
    }

    /** The regions may have come after the zones: then there were none. */
    private Revision regions(OptionalLong revision, By by) {
        return store.revisions().upTo("regions", revision).orElseThrow(() -> RegionsMissing.of(by.word()));
    }

    private CoverageFigure compute(List<Revision> states, Revision regions, By by) {
        Places places = Places.read(store, catalog.layer("regions"), regions);
        List<Places.Region> level = places.required(by.word());
        List<ZoneLayer> layers = states.stream()
                .map(state -> ZoneLayer.read(store, catalog.layer(state.layer()), state))
                .toList();
        CoverRows rows = new CoverRows(catalog, layers, places);
        List<CoverageFigure.Overlap> overlaps = overlaps(rows);
        List<Supplier<CoverageFigure.Row>> asked = new ArrayList<>(List.of(rows::total, () -> rows.unassigned(level)));
        level.forEach(region -> asked.add(() -> rows.row(region)));
        List<CoverageFigure.Row> found =
                asked.parallelStream().map(Supplier::get).toList();
        CoverageFigure.Row total = found.get(0);
        double edgeErrorM2 = Stream.concat(
                        rows.zones().stream().map(Zone::shape),
                        level.stream().map(Places.Region::area).map(Piece::shape))
                .mapToDouble(EdgeBend::mostM2)
                .sum();
        return new CoverageFigure(
                by,
                layers.stream()
                        .map(layer -> new CoverageFigure.LayerState(
                                layer.definition().id(),
                                layer.definition().title(),
                                layer.revision().id(),
                                layer.zones().size()))
                        .toList(),
                regions.id(),
                total,
                found.subList(2, found.size()),
                found.get(1),
                overlaps,
                edgeErrorM2,
                warnings(total.all(), overlaps.size(), edgeErrorM2));
    }

    private static List<CoverageFigure.Overlap> overlaps(CoverRows rows) {
        List<CoverageFigure.Overlap> overlaps = new ArrayList<>();
        for (int i = 0; i < rows.zones().size(); i++) {
            Zone first = rows.zones().get(i);
            for (int other : rows.graph().over(i)) {
                Zone second = rows.zones().get(other);
                Piece both = Piece.of(common(first.shape(), second.shape()));
                if (both.areaM2() > 0) {
                    overlaps.add(
                            new CoverageFigure.Overlap(member(first), member(second), both.areaM2(), both.shape()));
                }
            }
        }
        return List.copyOf(overlaps);
    }

    private static Geometry common(Geometry one, Geometry other) {
        return CleanCommon.of(new Outline(one), new Outline(other)).orElseGet(() -> Areas.common(one, other));
    }

    private static CoverageFigure.Member member(Zone zone) {
        return new CoverageFigure.Member(zone.layer(), zone.id(), zone.name());
    }

    private static List<Text> warnings(CoverageFigure.Cover all, int overlaps, double edgeErrorM2) {
        List<Text> warnings = new ArrayList<>();
        if (overlaps > 0) {
            warnings.add(Text.of(
                    "逐个要素相加为 %.3f 公顷，去重后实际覆盖 %.3f 公顷：%d 处重叠使 %.3f 公顷被重复计入",
                    "Feature by feature the areas add up to %.3f ha; the ground they cover is %.3f ha: %d overlaps count %.3f ha more than once",
                    LandArea.ha(all.sumM2()),
                    LandArea.ha(all.unionM2()),
                    overlaps,
                    LandArea.ha(all.overlapM2())));
        }
        if (edgeErrorM2 > DOUBTFUL * all.unionM2()) {
            warnings.add(Text.of(
                    "图形或行政区的边太长：按经纬度直线切割与按大地线量算可相差 %.3f 公顷；请加密顶点",
                    "Edges of the shapes or regions are long: cut straight in longitude and latitude and measured as geodesics they may differ by %.3f ha; add vertices",
                    LandArea.ha(edgeErrorM2)));
        }
        return warnings;
    }

    private static CoverageFigure only(CoverageFigure figure, String code) {
        List<CoverageFigure.Row> rows =
                figure.rows().stream().filter(row -> row.code().equals(code)).toList();
        if (rows.isEmpty()) {
            throw Refusal.notFound(
                    "unknown-region",
                    "没有代码为“%s”的“%s”级行政区；现有：%s",
                    "There is no region \"%s\" of the level \"%s\"; there are: %s",
                    code,
                    figure.by().word(),
                    String.join(
                            ", ",
                            figure.rows().stream()
                                    .map(CoverageFigure.Row::code)
                                    .limit(100)
                                    .toList()));
        }
        return new CoverageFigure(
                figure.by(),
                figure.layers(),
                figure.regionsRevision(),
                figure.total(),
                rows,
                figure.unassigned(),
                figure.overlaps(),
                figure.edgeErrorM2(),
                figure.warnings());
    }
}
