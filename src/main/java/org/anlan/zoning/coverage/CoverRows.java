package org.anlan.zoning.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CodeList;
import org.anlan.catalog.FieldDefinition;
import org.anlan.geo.Outline;
import org.anlan.zoning.CoverageFigure;
import org.locationtech.jts.geom.Geometry;

/** Makes the rows of a coverage figure: cuts the zones at a region and adds up what is left, whole, by layer and by class. Safe for many threads. */
public final class CoverRows {

    private final Catalog catalog;
    private final List<ZoneLayer> layers;
    private final List<Zone> zones;
    private final List<Piece> whole;
    private final OverlapGraph graph;
    private final Places places;

    /** Rows of the zones of these layers, in their order. */
    public CoverRows(Catalog catalog, List<ZoneLayer> layers, Places places) {
        this.catalog = catalog;
        this.layers = layers;
        this.zones = layers.stream().flatMap(layer -> layer.zones().stream()).toList();
        this.whole = zones.stream()
                .map(zone -> new Piece(zone.shape(), zone.areaM2()))
                .toList();
        this.graph = new OverlapGraph(zones.stream().map(Zone::shape).toList());
        this.places = places;
    }

    /** All zones, in the order of their numbers in {@link #graph}. */
    public List<Zone> zones() {
        return zones;
    }

    /** Which zones overlap. */
    public OverlapGraph graph() {
        return graph;
    }

    /** Everything, wherever it lies; its land and sea are those of the installation. */
    public CoverageFigure.Row total() {
        Dissolved all = new Dissolved(graph, cut(all(), Optional::of));
        return row(
                "total",
                "合计",
                new Counting(
                        all,
                        share(places.landM2(), () -> part(all, places::onLand)),
                        share(places.seaM2(), () -> part(all, places::atSea))));
    }

    /** What lies in no region of a level. */
    public CoverageFigure.Row unassigned(List<Places.Region> level) {
        Ground ground = Places.ground(level);
        Dissolved outside = new Dissolved(graph, cut(all(), ground::outside));
        return row("unassigned", "未归属", new Counting(outside, Optional.empty(), Optional.empty()));
    }

    /** What lies in a region. A city or town is land; a bay is sea, but for what of it a city or town covers. */
    public CoverageFigure.Row row(Places.Region region) {
        Geometry shape = region.area().shape();
        Dissolved inside = new Dissolved(
                graph,
                cut(graph.meeting(shape), new Ground(List.of(shape))::within),
                Optional.of(new Dissolved.Clip(whole, new Outline(shape))));
        if (!region.level().equals(Places.BAY)) {
            return row(
                    region.code(),
                    region.name(),
                    new Counting(inside, share(region.area().areaM2(), () -> inside), Optional.empty()));
        }
        return row(
                region.code(),
                region.name(),
                new Counting(
                        inside,
                        share(areaM2(places.onLand(shape)), () -> part(inside, places::onLand)),
                        share(areaM2(places.offLand(shape)), () -> part(inside, places::offLand))));
    }

    /** What is counted in a row: its zones, and those parts of them that are land and sea. */
    private record Counting(Dissolved pieces, Optional<Base> land, Optional<Base> sea) {

        CoverageFigure.Cover cover(Collection<Integer> numbers) {
            return new CoverageFigure.Cover(
                    (int) numbers.stream().filter(pieces.pieces()::containsKey).count(),
                    pieces.sumM2(numbers),
                    pieces.unionM2(numbers),
                    land.map(base -> base.share(numbers)),
                    sea.map(base -> base.share(numbers)));
        }
    }

    /** Land or sea, and what zones have of it. */
    private record Base(double areaM2, Dissolved parts) {

        CoverageFigure.Share share(Collection<Integer> numbers) {
            return new CoverageFigure.Share(areaM2, parts.unionM2(numbers));
        }
    }

    private static Optional<Base> share(double areaM2, Supplier<Dissolved> parts) {
        return areaM2 > 0 ? Optional.of(new Base(areaM2, parts.get())) : Optional.empty();
    }

    private CoverageFigure.Row row(String code, String name, Counting counting) {
        List<CoverageFigure.LayerCover> byLayer = new ArrayList<>();
        List<CoverageFigure.ClassCover> classes = new ArrayList<>();
        int first = 0;
        for (ZoneLayer layer : layers) {
            int after = first + layer.zones().size();
            Collection<Integer> numbers =
                    counting.pieces().pieces().subMap(first, after).keySet();
            byLayer.add(new CoverageFigure.LayerCover(layer.definition().id(), counting.cover(numbers)));
            classes.addAll(classes(layer, numbers, counting));
            first = after;
        }
        return new CoverageFigure.Row(
                code, name, counting.cover(counting.pieces().pieces().keySet()), byLayer, classes);
    }

    private List<CoverageFigure.ClassCover> classes(ZoneLayer layer, Collection<Integer> numbers, Counting counting) {
        List<CoverageFigure.ClassCover> classes = new ArrayList<>();
        List<FieldDefinition> fields = ZoneLayer.classFields(layer.definition());
        for (int field = 0; field < fields.size(); field++) {
            int at = field;
            FieldDefinition definition = fields.get(field);
            Map<String, List<Integer>> byCode = new TreeMap<>();
            numbers.forEach(
                    number -> byCode.computeIfAbsent(zones.get(number).codes().get(at), code -> new ArrayList<>())
                            .add(number));
            byCode.forEach((code, members) -> classes.add(new CoverageFigure.ClassCover(
                    layer.definition().id(),
                    definition.name(),
                    definition.label(),
                    code,
                    label(definition, code),
                    counting.cover(members))));
        }
        return classes;
    }

    private Text label(FieldDefinition field, String code) {
        if (code.isEmpty()) {
            return Text.of("未填写", "none given");
        }
        return field.codeList()
                .map(catalog::codeList)
                .flatMap(list -> list.entry(code))
                .map(CodeList.Entry::label)
                .orElse(Text.same(code));
    }

    private List<Integer> all() {
        return IntStream.range(0, zones.size()).boxed().toList();
    }

    private NavigableMap<Integer, Piece> cut(List<Integer> numbers, Function<Geometry, Optional<Geometry>> cutting) {
        NavigableMap<Integer, Piece> pieces = new TreeMap<>();
        for (int number : numbers) {
            cut(whole.get(number), cutting).ifPresent(piece -> pieces.put(number, piece));
        }
        return pieces;
    }

    private Dissolved part(Dissolved all, Function<Geometry, Optional<Geometry>> cutting) {
        NavigableMap<Integer, Piece> pieces = new TreeMap<>();
        for (Map.Entry<Integer, Piece> one : all.pieces().entrySet()) {
            cut(one.getValue(), cutting).ifPresent(piece -> pieces.put(one.getKey(), piece));
        }
        return new Dissolved(graph, pieces);
    }

    /** A shape that was left whole keeps the area that was stored for it. */
    @SuppressWarnings("ReferenceEquality") // the very same shape: nothing was cut
    private static Optional<Piece> cut(Piece piece, Function<Geometry, Optional<Geometry>> cutting) {
        return cutting.apply(piece.shape()).map(shape -> shape == piece.shape() ? piece : Piece.of(shape));
    }

    private static double areaM2(Optional<Geometry> shape) {
        return shape.map(one -> Piece.of(one).areaM2()).orElse(0.0);
    }
}
