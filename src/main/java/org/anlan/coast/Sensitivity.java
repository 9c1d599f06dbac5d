package org.anlan.coast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.anlan.base.Refusal;
import org.anlan.coast.survey.CoastStates;
import org.anlan.coast.tally.Tally;
import org.anlan.store.Revision;
import org.anlan.store.Store;

/**
 * How much the retention ratio of a whole coast depends on the counting rules and on the scale of the survey: a coarser line is shorter, and crooked natural coast
 * loses more of its length than straight dykes do. Segments keep their ends, so each keeps its type.
 */
public final class Sensitivity {

    /** The tolerances of simplification that are usual, metres. [cfg] */
    public static final List<Double> USUAL_TOLERANCES_M = List.of(10.0, 50.0, 100.0);

    /** The most that may be asked for, metres. */
    public static final double MOST_TOLERANCE_M = 10_000;

    private static final int MOST_SCALES = 10;

    private final CountingRuleSets rules;
    private final CoastStates states;
    private final CoastSurveys surveys;

    /** Computes figures from the surveys of this store. */
    public Sensitivity(Store store, CountingRuleSets rules, CoastSurveys surveys) {
        this.rules = rules;
        this.states = new CoastStates(store);
        this.surveys = surveys;
    }

    /**
     * What is asked.
     *
     * @param year survey year; empty = the newest
     * @param coast mainland or islands
     * @param rules the rule set under which scales are compared: its id, or id@version; empty = the usual one
     * @param revision the state of the coastline at this revision; empty = the current one
     * @param tolerancesM tolerances of simplification, metres, more than 0
     */
    public record Question(
            Optional<Integer> year,
            Coast coast,
            Optional<String> rules,
            OptionalLong revision,
            List<Double> tolerancesM) {}

    /** The figure. Refused: {@code no-coastline}, {@code unknown-year}, {@code unknown-rule-set}, {@code unknown-revision}, {@code bad-parameter}. */
    public SensitivityFigure figure(Question question) {
        check(question.tolerancesM());
        CountingRules counting = question.rules().map(rules::find).orElseGet(rules::usual);
        Revision coastline = states.coastline(question.revision());
        int year = CoastStates.year(coastline, question.year());
        CoastSurveys.SurveyKey key = new CoastSurveys.SurveyKey(coastline.id(), year, question.coast());
        Tally tally = surveys.tally(new CoastSurveys.TallyKey(key, 0, ""));
        List<SensitivityFigure.ByScale> scales = new ArrayList<>();
        scales.add(new SensitivityFigure.ByScale(0, vertices(key), tally.total(counting)));
        question.tolerancesM().stream().sorted().distinct().forEach(toleranceM -> {
            CoastSurveys.Simplified simplified = surveys.simplified(key, toleranceM);
            scales.add(new SensitivityFigure.ByScale(
                    toleranceM, simplified.vertices(), simplified.tally().total(counting)));
        });
        return new SensitivityFigure(
                year,
                question.coast(),
                coastline.id(),
                rules.all().stream()
                        .map(set -> new SensitivityFigure.ByRules(set.named(), set.title(), tally.total(set)))
                        .toList(),
                counting.named(),
                List.copyOf(scales),
                tally.warnings());
    }

    private long vertices(CoastSurveys.SurveyKey key) {
        return surveys.survey(key).segments().stream()
                .mapToLong(segment -> segment.line().getNumPoints())
                .sum();
    }

    private static void check(List<Double> tolerancesM) {
        boolean sound = tolerancesM.size() <= MOST_SCALES
                && tolerancesM.stream().allMatch(toleranceM -> toleranceM > 0 && toleranceM <= MOST_TOLERANCE_M);
        if (!sound) {
            throw Refusal.invalid(
                    "bad-parameter",
                    "简化容差应为至多 %d 个大于 0、不超过 %.0f 米的数：%s",
                    "Tolerances of simplification should be at most %d numbers of metres, more than 0 and at most %.0f: %s",
                    MOST_SCALES,
                    MOST_TOLERANCE_M,
                    tolerancesM);
        }
    }
}
