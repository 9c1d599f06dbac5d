package org.anlan.coast.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.anlan.base.Text;
import org.anlan.coast.ChangeFigure;
import org.anlan.coast.CountingRules;
import org.anlan.coast.Counts;
import org.anlan.coast.Scenario;
import org.anlan.coast.ScenarioFigure;
import org.anlan.coast.SitePlace;
import org.anlan.coast.survey.Survey;
import org.anlan.coast.tally.ChangeSums;
import org.anlan.geo.Overlaps;

/** Lays the sites of a scenario on a survey, one after another: footprints first, restorations then. */
public final class ScenarioRun {

    private final Survey survey;
    private final Map<Integer, List<Overlaps.Range>> repeated;
    private final CountingRules counting;
    private final SortedMap<Integer, ChangedSegment> changed = new TreeMap<>();
    private final List<ScenarioFigure.Site> sites = new ArrayList<>();
    private final List<Reclaimed.Ground> reclaiming = new ArrayList<>();
    private final List<Text> warnings = new ArrayList<>();
    private final ChangeSums built;
    private final ChangeSums restored;

    /**
     * A run over a survey.
     *
     * @param repeated what of it is drawn twice
     */
    public ScenarioRun(Survey survey, Map<Integer, List<Overlaps.Range>> repeated, CountingRules counting) {
        this.survey = survey;
        this.repeated = repeated;
        this.counting = counting;
        this.built = new ChangeSums(counting);
        this.restored = new ChangeSums(counting);
    }

    /** Lays all sites of a scenario. */
    public void run(Scenario scenario) {
        for (Scenario.Footprint footprint : scenario.footprints()) {
            boolean reclaims = footprint.effect() == Scenario.Effect.RECLAIM;
            double coastM = lay(
                    footprint.name(),
                    reclaims ? "reclaim" : "artificial",
                    footprint.place(),
                    kind -> after(footprint, kind),
                    built);
            if (reclaims) {
                footprint
                        .place()
                        .ground()
                        .ifPresent(
                                ground -> reclaiming.add(new Reclaimed.Ground(ground, footprint.type2(), coastM > 0)));
            }
        }
        for (Scenario.Restoration restoration : scenario.restorations()) {
            lay(
                    restoration.name(),
                    "restoration",
                    restoration.place(),
                    kind -> Optional.of(restored(restoration, kind)),
                    restored);
        }
    }

    /** What coast in a footprint becomes; empty = it is gone. */
    static Optional<Survey.Kind> after(Scenario.Footprint footprint, Survey.Kind kind) {
        return footprint.effect() == Scenario.Effect.RECLAIM
                ? Optional.empty()
                : Optional.of(built(kind, footprint.type2()));
    }

    private static Survey.Kind built(Survey.Kind kind, String type2) {
        return kind.type1().equals("artificial")
                ? kind
                : new Survey.Kind("artificial", type2, kind.protection(), kind.space(), kind.use());
    }

    /** Natural coast, and what is nature-like already, has nothing to be restored. */
    static Survey.Kind restored(Scenario.Restoration restoration, Survey.Kind kind) {
        boolean good = kind.type1().equals("natural") || kind.type1().equals("nature-like") || kind.estuary();
        return good
                ? kind
                : new Survey.Kind("nature-like", restoration.type2(), kind.protection(), kind.space(), kind.use());
    }

    /** Lays one site; gives the coast in it. */
    private double lay(
            String name,
            String what,
            SitePlace place,
            Function<Survey.Kind, Optional<Survey.Kind>> change,
            ChangeSums sums) {
        SiteRanges site = SiteRanges.of(place);
        double[] covered = new double[3];
        for (int i = 0; i < survey.segments().size(); i++) {
            Survey.Segment segment = survey.segments().get(i);
            List<Overlaps.Range> ranges = site.of(segment);
            if (!ranges.isEmpty()) {
                changed.computeIfAbsent(
                                i, number -> new ChangedSegment(segment, repeated.getOrDefault(number, List.of())))
                        .cover(ranges, change, (was, now, lengthM) -> {
                            sums.add(Optional.of(type(was)), now.map(ScenarioRun::type), lengthM);
                            covered[0] += lengthM;
                            covered[1] += now.equals(Optional.of(was)) ? 0 : lengthM;
                            covered[2] += natural(Optional.of(was)) == natural(now) ? 0 : lengthM;
                        });
            }
        }
        sites.add(new ScenarioFigure.Site(name, what, covered[0], covered[1], covered[2]));
        if (covered[0] == 0) {
            warnings.add(Text.of(
                    "第 %1$d 个地块“%2$s”内没有岸线", "Site no. %1$d, \"%2$s\", has no coast in it", sites.size(), name));
        }
        return covered[0];
    }

    private boolean natural(Optional<Survey.Kind> kind) {
        return kind.map(one -> counting.counts(one.type1(), one.type2()) == Counts.NATURAL)
                .orElse(false);
    }

    private static ChangeFigure.Type type(Survey.Kind kind) {
        return new ChangeFigure.Type(kind.type1(), kind.type2());
    }

    /** New coast comes with what was built. */
    public void add(Reclaimed.NewLine line) {
        built.add(Optional.empty(), Optional.of(type(line.kind())), line.lengthM());
    }

    /** The ground that footprints reclaim. */
    public List<Reclaimed.Ground> reclaiming() {
        return reclaiming;
    }

    /** The segments that sites lie on. */
    public List<ChangedSegment> changed() {
        return List.copyOf(changed.values());
    }

    /** What each site covers, in the order laid. */
    public List<ScenarioFigure.Site> sites() {
        return List.copyOf(sites);
    }

    /** What the reader should know: sites without coast. */
    public List<Text> warnings() {
        return warnings;
    }

    /** From type to type, what the footprints change, metres. */
    public ChangeFigure.Sums built() {
        return built.sums();
    }

    /** From type to type, what the restorations change, metres. */
    public ChangeFigure.Sums restored() {
        return restored.sums();
    }
}
