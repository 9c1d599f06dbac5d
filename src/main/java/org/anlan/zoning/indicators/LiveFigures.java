package org.anlan.zoning.indicators;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.coast.By;
import org.anlan.coast.Retention;
import org.anlan.coast.RetentionFigure;
import org.anlan.store.Revision;
import org.anlan.store.Store;
import org.anlan.zoning.Coverage;
import org.anlan.zoning.CoverageFigure;
import org.anlan.zoning.IndicatorsFigure;

/** Computes indicators from layers. What cannot be computed says why; it never fails the other indicators. */
public final class LiveFigures {

    private static final String RED_LINES = "red-lines";

    private final Store store;
    private final Retention retention;
    private final Coverage coverage;
    private final ParkReach parks;

    /** Computes from these figures. */
    public LiveFigures(Store store, Retention retention, Coverage coverage, ParkReach parks) {
        this.store = store;
        this.retention = retention;
        this.coverage = coverage;
        this.parks = parks;
    }

    /** The figure in the state of all layers at a revision, else the current one. */
    public Live of(LiveRules.Figure figure, OptionalLong revision) {
        try {
            return switch (figure) {
                case NATURAL_COAST -> naturalCoast(revision);
                case RED_LINE_SHARE -> redLines(revision);
                case PARK_REACH -> parks.live(revision);
            };
        } catch (Refusal refusal) {
            return Live.none(refusal.text());
        }
    }

    /** One value per survey. The whole mainland needs no regions, so the question is by a class. */
    private Live naturalCoast(OptionalLong revision) {
        RetentionFigure newest = retention(Optional.empty(), revision);
        List<IndicatorsFigure.Value> values = new ArrayList<>();
        for (int year : store.revisions()
                .at("coastline", newest.revisions().coastline())
                .state()
                .surveyYears()
                .keySet()) {
            RetentionFigure figure = retention(Optional.of(year), revision);
            values.add(new IndicatorsFigure.Value(
                    LocalDate.of(year, 12, 31),
                    figure.total().ratioPercent(),
                    "",
                    IndicatorsFigure.Origin.COMPUTED,
                    "coastline r" + figure.revisions().coastline() + ", " + figure.surveyYear() + ", "
                            + figure.rules().id() + " v" + figure.rules().version() + ", "
                            + RetentionFigure.LENGTH_METHOD,
                    "",
                    Optional.empty(),
                    figure.revisions().coastline()));
        }
        IndicatorsFigure.Detail detail = new IndicatorsFigure.Detail(
                Text.of("%1$d 年自然岸线占大陆岸线", "Natural coast of the mainland coast in %1$d", newest.surveyYear()),
                newest.total().ratioPercent().orElse(Double.NaN),
                newest.total().countedNaturalM(),
                newest.total().countedTotalM(),
                "m");
        return new Live(List.copyOf(values), List.of(detail), OptionalDouble.empty(), List.of());
    }

    private RetentionFigure retention(Optional<Integer> year, OptionalLong revision) {
        return retention.figure(new Retention.Question(year, By.PROTECTION, Optional.empty(), revision));
    }

    /** The value is the share of the land that red lines on land cover; those at sea, and both, are told beside it. */
    private Live redLines(OptionalLong revision) {
        CoverageFigure now = coverage(revision);
        long state = now.layers().get(0).revision();
        List<IndicatorsFigure.Detail> details = details(now);
        IndicatorsFigure.Detail onLand = details.get(0);
        Revision origin = store.revisions().at(RED_LINES, state);
        IndicatorsFigure.Value value = new IndicatorsFigure.Value(
                LocalDate.ofInstant(origin.at(), ZoneOffset.UTC),
                OptionalDouble.of(onLand.percent()),
                "",
                IndicatorsFigure.Origin.COMPUTED,
                "red-lines r" + state + ", regions r" + now.regionsRevision() + ", " + CoverageFigure.AREA_METHOD,
                "",
                Optional.empty(),
                state);
        return new Live(List.of(value), details, base(state), List.of());
    }

    /** The share in the oldest state of the red lines, where that is another. */
    private OptionalDouble base(long state) {
        List<Revision> all = store.revisions().of(RED_LINES);
        long oldest = all.get(all.size() - 1).id();
        if (oldest == state) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(
                    details(coverage(OptionalLong.of(oldest))).get(0).percent());
        } catch (Refusal refusal) { // there were no regions yet
            return OptionalDouble.empty();
        }
    }

    private CoverageFigure coverage(OptionalLong revision) {
        return coverage.figure(new Coverage.Question(List.of(RED_LINES), By.CITY, Optional.empty(), revision));
    }

    private static List<IndicatorsFigure.Detail> details(CoverageFigure figure) {
        CoverageFigure.Cover all = figure.total().all();
        List<IndicatorsFigure.Detail> details = new ArrayList<>();
        CoverageFigure.Share land = domain(figure, "land")
                .flatMap(CoverageFigure.Cover::land)
                .or(() -> all.land().map(share -> new CoverageFigure.Share(share.areaM2(), 0)))
                .orElse(new CoverageFigure.Share(0, 0));
        details.add(detail(new Text("陆域红线占陆域", "Red lines on land, of the land"), land));
        domain(figure, "marine")
                .flatMap(CoverageFigure.Cover::sea)
                .ifPresent(share ->
                        details.add(detail(new Text("海洋红线占海域", "Marine red lines, of the sea of the bays"), share)));
        CoverageFigure.Share none = new CoverageFigure.Share(0, 0);
        CoverageFigure.Share onLand = all.land().orElse(none);
        CoverageFigure.Share atSea = all.sea().orElse(none);
        details.add(detail(
                new Text("红线合计占陆域与海域", "All red lines, of land and sea together"),
                new CoverageFigure.Share(onLand.areaM2() + atSea.areaM2(), onLand.coveredM2() + atSea.coveredM2())));
        return details;
    }

    private static Optional<CoverageFigure.Cover> domain(CoverageFigure figure, String code) {
        return figure.total().classes().stream()
                .filter(one -> one.field().equals("domain") && one.code().equals(code))
                .map(CoverageFigure.ClassCover::cover)
                .findFirst();
    }

    static IndicatorsFigure.Detail detail(Text name, CoverageFigure.Share share) {
        return new IndicatorsFigure.Detail(name, share.percent().orElse(0), share.coveredM2(), share.areaM2(), "m2");
    }
}
