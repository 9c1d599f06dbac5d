package org.anlan.coast;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.anlan.base.Text;
import org.anlan.coast.scenario.ChangedSegment;
import org.anlan.coast.scenario.NamedSegments;
import org.anlan.coast.scenario.Reclaimed;
import org.anlan.coast.scenario.ScenarioRun;
import org.anlan.coast.survey.CoastStates;
import org.anlan.coast.survey.Survey;
import org.anlan.coast.tally.Tally;
import org.anlan.coast.tally.TallyEdit;
import org.anlan.geo.RegionSplit;
import org.anlan.store.Revision;
import org.anlan.store.Store;

/**
 * What-if scenarios (情景推演): what footprints and restorations would do to the retention ratio, its margin and the balance of coast lost and replaced. Nothing is
 * changed. A scenario without sites gives the figures of the survey; a footprint in two halves gives what it gives as a whole.
 */
public final class Scenarios {

    private static final List<By> PLACES = List.of(By.CITY, By.TOWN, By.BAY);

    private final CountingRuleSets rules;
    private final CoastTargets targets;
    private final CoastStates states;
    private final CoastSurveys surveys;

    /** Computes figures from the surveys of this store. */
    public Scenarios(Store store, CountingRuleSets rules, CoastTargets targets, CoastSurveys surveys) {
        this.rules = rules;
        this.targets = targets;
        this.states = new CoastStates(store);
        this.surveys = surveys;
    }

    /**
     * The figure. Refused: {@code no-coastline}, {@code unknown-year}, {@code unknown-rule-set}, {@code unknown-target}, {@code unknown-revision}, {@code
     * unknown-segment}, and ({@code no-regions}) when ground is reclaimed and there is no region of the level "city" to tell land from sea.
     */
    public ScenarioFigure figure(Scenario scenario) {
        CountingRules counting = scenario.rules().map(rules::find).orElseGet(rules::usual);
        Revision coastline = states.coastline(scenario.revision());
        int year = CoastStates.year(coastline, scenario.year());
        long regionsAt = states.regions(scenario.revision()).map(Revision::id).orElse(0L);
        CoastSurveys.SurveyKey key = new CoastSurveys.SurveyKey(coastline.id(), year, scenario.coast());
        Tally tally = surveys.tally(new CoastSurveys.TallyKey(key, 0, ""));
        Survey survey = surveys.survey(key);
        NamedSegments.mustBeIn(survey, year, scenario.coast(), scenario);
        ScenarioRun run = new ScenarioRun(survey, surveys.repeated(key), counting);
        run.run(scenario);
        List<Reclaimed.NewLine> fresh = fresh(run, regionsAt);
        fresh.forEach(run::add);
        List<Tally.Group> after = edited(tally.whole(), run, fresh, Optional.empty());
        List<ScenarioFigure.Places> places = new ArrayList<>();
        for (By by : PLACES) {
            Regions regions = surveys.regions(regionsAt, by.word());
            if (!regions.names().isEmpty()) {
                Tally split = surveys.tally(new CoastSurveys.TallyKey(key, regionsAt, by.word()));
                places.add(new ScenarioFigure.Places(by, rows(by, split, regions, run, fresh, counting)));
            }
        }
        List<Text> warnings = new ArrayList<>(tally.warnings());
        warnings.addAll(run.warnings());
        ChangeFigure.Sums built = run.built();
        ChangeFigure.Sums restored = run.restored();
        return new ScenarioFigure(
                year,
                scenario.coast(),
                counting.named(),
                targets.asked(scenario.target(), scenario.coast()),
                new RetentionFigure.Revisions(coastline.id(), regionsAt),
                tally.total(counting),
                Tally.total(after, counting),
                List.copyOf(places),
                built,
                restored,
                new ScenarioFigure.Replacement(
                        scenario.replacementRatio(),
                        built.naturalLostM(),
                        scenario.replacementRatio() * built.naturalLostM(),
                        restored.naturalGainedM()),
                run.sites(),
                List.copyOf(warnings));
    }

    private List<Reclaimed.NewLine> fresh(ScenarioRun run, long regionsAt) {
        return run.reclaiming().isEmpty()
                ? List.of()
                : new Reclaimed(
                                run.reclaiming(),
                                surveys.regions(regionsAt, By.CITY.word())
                                        .required()
                                        .shapes())
                        .lines();
    }

    private static List<Tally.Group> edited(
            List<Tally.Group> groups, ScenarioRun run, List<Reclaimed.NewLine> fresh, Optional<RegionSplit> split) {
        TallyEdit edit = new TallyEdit(groups);
        Function<ChangedSegment, List<RegionSplit.Stretch>> places =
                changed -> split.map(among -> among.split(changed.segment().line()))
                        .orElseGet(() -> List.of(new RegionSplit.Stretch(
                                Optional.empty(), 0, changed.segment().lengthM(), false)));
        for (ChangedSegment changed : run.changed()) {
            List<RegionSplit.Stretch> stretches = places.apply(changed);
            edit.change(changed.before(stretches), changed.after(stretches));
        }
        fresh.forEach(line -> edit.change(Map.of(), Reclaimed.lengths(line, split)));
        return edit.groups();
    }

    private static List<ScenarioFigure.Row> rows(
            By by,
            Tally split,
            Regions regions,
            ScenarioRun run,
            List<Reclaimed.NewLine> fresh,
            CountingRules counting) {
        Set<String> known = regions.names().keySet();
        Map<String, Sums> before = Tally.sums(split.byPlace(), by, known, counting);
        Map<String, Sums> after =
                Tally.sums(edited(split.byPlace(), run, fresh, Optional.of(regions.split())), by, known, counting);
        return Stream.concat(known.stream(), Stream.of(""))
                .map(code -> new ScenarioFigure.Row(
                        code,
                        regions.names().getOrDefault(code, ""),
                        before.getOrDefault(code, Sums.NONE),
                        after.getOrDefault(code, Sums.NONE)))
                .filter(row -> row.before().segments() + row.after().segments() > 0)
                .toList();
    }
}
