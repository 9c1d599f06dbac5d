package org.anlan.units;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.anlan.access.Caller;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.casework.Case;
import org.anlan.casework.Cases;
import org.anlan.casework.FieldDay;
import org.anlan.casework.FieldPlaces;
import org.anlan.catalog.Catalog;
import org.anlan.coast.By;
import org.anlan.coast.Retention;
import org.anlan.coast.RetentionFigure;
import org.anlan.store.FeatureQuery;
import org.anlan.store.Revision;
import org.anlan.store.Store;
import org.anlan.zoning.Coverage;
import org.anlan.zoning.CoverageFigure;

/** Bays, rivers and towns as units of responsibility: which office answers for each, and its coast, outfalls, readings and problem sites from one question. */
public final class Units {

    /** The name of the ledger; its subjects are "bay:QZW", "river:WAX", "town:350581102". */
    public static final String LEDGER = "unit";

    private static final String RIVERS = "rivers";
    private static final String COASTLINE = "coastline";

    private final Catalog catalog;
    private final Store store;
    private final Retention retention;
    private final Coverage coverage;
    private final Cases cases;
    private final FieldPlaces places;
    private final UnitOutfalls outfalls;
    private final FieldDay days;
    private final UnitOffices offices;

    /** The units of this store. */
    public Units(
            Catalog catalog,
            Store store,
            Retention retention,
            Coverage coverage,
            Cases cases,
            FieldPlaces places,
            UnitOutfalls outfalls,
            Clock clock) {
        this.catalog = catalog;
        this.store = store;
        this.retention = retention;
        this.coverage = coverage;
        this.cases = cases;
        this.places = places;
        this.outfalls = outfalls;
        this.days = new FieldDay(clock);
        this.offices = new UnitOffices(store.ledgers(), days);
    }

    /**
     * An office that is entered.
     *
     * @param office the office
     * @param plan title of the unit's own plan; may be blank
     * @param on from when; empty = today
     * @param remark the remark; may be blank
     * @param after how many entries the unit has, as whoever enters this knows it; empty = whatever it has now
     */
    public record Entered(String office, String plan, Optional<LocalDate> on, String remark, OptionalLong after) {}

    private SortedMap<String, String> names(UnitKind kind) {
        return switch (kind) {
            case BAY -> places.bays();
            case RIVER -> places.rivers();
            case TOWN -> places.towns();
        };
    }

    /** The name of a unit; refused ({@code unknown-unit}). */
    public String name(UnitKind kind, String code) {
        return Optional.ofNullable(names(kind).get(code))
                .orElseThrow(() -> Refusal.notFound(
                        "unknown-unit",
                        "没有代码为“%1$s”的%2$s",
                        "There is no %3$s \"%1$s\"",
                        code,
                        kind.label().zh(),
                        kind.word()));
    }

    /** Enters the office that is responsible for a unit. Refused: {@code unknown-unit}, {@code not-your-region}, {@code missing-value}, {@code text-too-long}, {@code ledger-moved}. */
    public List<UnitOffice> enter(UnitKind kind, String code, Entered entered, Caller caller) {
        name(kind, code);
        caller.mustWorkIn(kind == UnitKind.RIVER ? List.of() : List.of(code));
        return offices.enter(kind, code, entered, caller);
    }

    /** The units of a kind with their figures; none where there are no regions or rivers of that kind. */
    public UnitList list(UnitKind kind) {
        SortedMap<String, String> names = names(kind);
        LocalDate day = days.today();
        UnitOutfalls.State sources = outfalls.now();
        SortedMap<String, Long> revisions = new TreeMap<>(sources.revisions());
        revisions.put("regions", newest("regions"));
        Optional<RetentionFigure> coast = coast(kind, names);
        coast.ifPresent(figure -> revisions.put(COASTLINE, figure.revisions().coastline()));
        Map<String, UnitFigure.Coast> coasts = coasts(coast);
        Map<String, Double> lengths = kind == UnitKind.RIVER ? riverLengths(revisions) : Map.of();
        Map<String, OutfallSums> sums = sums(kind, names, sources);
        Map<String, List<Case>> sites = sites(kind);
        List<UnitFigure> units = new ArrayList<>();
        names.forEach((code, name) -> units.add(new UnitFigure(
                code,
                name,
                offices.of(kind, code).stream().reduce((one, later) -> later),
                Optional.ofNullable(coasts.get(code)),
                lengths.containsKey(code) ? OptionalDouble.of(lengths.get(code)) : OptionalDouble.empty(),
                sums.getOrDefault(code, new OutfallSums()).figure(),
                cases(sites.getOrDefault(code, List.of()), day))));
        return new UnitList(
                kind,
                day,
                coast.map(RetentionFigure::surveyYear),
                coast.map(RetentionFigure::rules),
                revisions,
                List.copyOf(units),
                coast.map(RetentionFigure::warnings).orElse(List.of()));
    }

    private long newest(String layer) {
        return store.revisions().newest(layer).map(Revision::id).orElse(0L);
    }

    private Optional<RetentionFigure> coast(UnitKind kind, Map<String, String> names) {
        boolean surveyed = store.revisions()
                .newest(COASTLINE)
                .filter(one -> !one.state().surveyYears().isEmpty())
                .isPresent();
        if (kind == UnitKind.RIVER || names.isEmpty() || !surveyed) {
            return Optional.empty();
        }
        By by = kind == UnitKind.BAY ? By.BAY : By.TOWN;
        return Optional.of(
                retention.figure(new Retention.Question(Optional.empty(), by, Optional.empty(), OptionalLong.empty())));
    }

    private static Map<String, UnitFigure.Coast> coasts(Optional<RetentionFigure> figure) {
        Map<String, UnitFigure.Coast> coasts = new HashMap<>();
        figure.ifPresent(known -> known.rows()
                .forEach(row -> coasts.put(
                        row.code(),
                        new UnitFigure.Coast(
                                row.sums().totalM(),
                                row.sums().countedNaturalM(),
                                row.sums().countedTotalM(),
                                row.sums().ratioPercent()))));
        return coasts;
    }

    private Map<String, Double> riverLengths(SortedMap<String, Long> revisions) {
        Map<String, Double> lengths = new HashMap<>();
        long at = newest(RIVERS);
        revisions.put(RIVERS, at);
        if (at > 0) {
            store.features().read(FeatureQuery.all(catalog.layer(RIVERS), at), row -> {
                lengths.put(row.id(), row.lengthM());
                return true;
            });
        }
        return lengths;
    }

    private static Map<String, OutfallSums> sums(UnitKind kind, Map<String, String> names, UnitOutfalls.State sources) {
        Map<String, String> rivers = new HashMap<>();
        names.forEach((code, name) -> {
            rivers.put(name, code);
            rivers.put(code, code);
        });
        Map<String, OutfallSums> sums = new HashMap<>();
        for (UnitOutfalls.Outfall outfall : sources.outfalls()) {
            String unit =
                    switch (kind) {
                        case BAY -> outfall.bay();
                        case TOWN -> outfall.town();
                        case RIVER ->
                            outfall.kind().equals("river") ? rivers.getOrDefault(outfall.receiving(), "") : "";
                    };
            sums.computeIfAbsent(unit, code -> new OutfallSums()).add(outfall);
        }
        return sums;
    }

    private Map<String, List<Case>> sites(UnitKind kind) {
        Map<String, List<Case>> sites = new HashMap<>();
        for (Case one : cases.all().values()) {
            var place = one.opening().place();
            var unit =
                    switch (kind) {
                        case BAY -> place.bay();
                        case RIVER -> place.river();
                        case TOWN -> place.town();
                    };
            unit.ifPresent(known -> sites.computeIfAbsent(known.code(), code -> new ArrayList<>())
                    .add(one));
        }
        return sites;
    }

    private static UnitFigure.Cases cases(List<Case> sites, LocalDate day) {
        return new UnitFigure.Cases(
                sites.size(),
                sites.stream().filter(one -> one.state().open()).count(),
                sites.stream().filter(one -> one.overdue(day)).count());
    }

    /** One unit in full; refused ({@code unknown-unit}). */
    public UnitPage page(UnitKind kind, String code) {
        name(kind, code);
        UnitList all = list(kind);
        UnitList one = new UnitList(
                kind,
                all.day(),
                all.surveyYear(),
                all.rules(),
                new TreeMap<>(all.revisions()),
                all.units().stream().filter(unit -> unit.code().equals(code)).toList(),
                all.warnings());
        List<Text> warnings = new ArrayList<>(all.warnings());
        return new UnitPage(one, offices.of(kind, code), covers(one, code, warnings), List.copyOf(warnings));
    }

    /** What cannot be dissolved is told, and the other figures stand. */
    private List<CoverageFigure.LayerCover> covers(UnitList one, String code, List<Text> warnings) {
        List<String> layers = Coverage.USUAL_LAYERS.stream()
                .filter(layer -> newest(layer) > 0)
                .toList();
        if (one.kind() == UnitKind.RIVER || layers.isEmpty()) {
            return List.of();
        }
        By by = one.kind() == UnitKind.BAY ? By.BAY : By.TOWN;
        try {
            CoverageFigure figure =
                    coverage.figure(new Coverage.Question(layers, by, Optional.of(code), OptionalLong.empty()));
            figure.layers().forEach(layer -> one.revisions().put(layer.layer(), layer.revision()));
            return figure.rows().stream().flatMap(row -> row.layers().stream()).toList();
        } catch (Refusal refusal) {
            warnings.add(refusal.text());
            return List.of();
        }
    }
}
