package org.anlan.coast;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.LayerDefinition;
import org.anlan.coast.survey.CoastStates;
import org.anlan.coast.survey.Survey;
import org.anlan.coast.survey.SurveyMatch;
import org.anlan.coast.tally.ChangeSums;
import org.anlan.geo.LineCut;
import org.anlan.store.Revision;
import org.anlan.store.Store;

/** How the mainland coast changed between two surveys: a matrix of metres from type to type, by place. */
public final class Change {

    /** How far the line may have moved between two surveys and still be the same coast, metres. [cfg] */
    public static final double DEFAULT_TOLERANCE_M = 50;

    /** The most that may be asked for. */
    public static final double MOST_TOLERANCE_M = 1_000;

    private final Catalog catalog;
    private final Store store;
    private final CountingRuleSets rules;
    private final CoastStates states;

    /** Computes figures from this store. */
    public Change(Catalog catalog, Store store, CountingRuleSets rules) {
        this.catalog = catalog;
        this.store = store;
        this.rules = rules;
        this.states = new CoastStates(store);
    }

    /**
     * What is asked.
     *
     * @param from the older survey year
     * @param to the newer survey year
     * @param by city, town or bay
     * @param rules id of the counting rule set; empty = the usual one
     * @param revision the state of all layers at this revision; empty = the current one
     * @param toleranceM how far the line may have moved and still be the same coast, metres
     */
    public record Question(int from, int to, By by, Optional<String> rules, OptionalLong revision, double toleranceM) {}

    /**
     * The figure. Refused: {@code no-coastline}, {@code unknown-year}, {@code years-in-order}, {@code unknown-grouping}, {@code no-regions}, {@code
     * unknown-rule-set}, {@code unknown-revision}, {@code bad-parameter}.
     */
    public ChangeFigure figure(Question question) {
        check(question);
        CountingRules counting = question.rules().map(rules::find).orElseGet(rules::usual);
        Revision coastline = states.coastline(question.revision());
        int from = CoastStates.year(coastline, Optional.of(question.from()));
        int to = CoastStates.year(coastline, Optional.of(question.to()));
        long regionsAt = states.regions(question.revision()).map(Revision::id).orElse(0L);
        Regions regions =
                Regions.required(catalog, store, regionsAt, question.by().word());
        LayerDefinition layer = catalog.layer("coastline");
        SurveyMatch match = new SurveyMatch(regions, question.toleranceM());
        Survey older = Survey.read(store, layer, coastline.id(), from, Coast.MAINLAND);
        Survey newer = Survey.read(store, layer, coastline.id(), to, Coast.MAINLAND);
        List<SurveyMatch.Stretch> stretches = match.stretches(older, newer);
        List<Text> warnings = new ArrayList<>(match.warnings());
        warnings.addAll(SurveySource.warnings(from, older.source(), to, newer.source()));
        ChangeSums total = new ChangeSums(counting);
        ChangeSums unassigned = new ChangeSums(counting);
        Map<String, ChangeSums> rows = new TreeMap<>();
        List<ChangeFigure.Reach> reaches = new ArrayList<>();
        for (SurveyMatch.Stretch stretch : stretches) {
            ChangeSums row = stretch.region().isEmpty()
                    ? unassigned
                    : rows.computeIfAbsent(stretch.region(), code -> new ChangeSums(counting));
            row.add(stretch.from(), stretch.to(), stretch.lengthM());
            total.add(stretch.from(), stretch.to(), stretch.lengthM());
            if (!stretch.from().equals(stretch.to())) {
                reaches.add(reach(stretch));
            }
        }
        return new ChangeFigure(
                from,
                to,
                question.by(),
                counting.named(),
                new RetentionFigure.Revisions(coastline.id(), regionsAt),
                question.toleranceM(),
                total.sums(),
                rows.entrySet().stream()
                        .map(row -> new ChangeFigure.Row(
                                row.getKey(),
                                regions.names().get(row.getKey()),
                                row.getValue().sums()))
                        .toList(),
                unassigned.sums(),
                List.copyOf(reaches),
                List.copyOf(warnings));
    }

    private static void check(Question question) {
        if (!question.by().byPlace()) {
            throw Refusal.invalid(
                    "unknown-grouping",
                    "变化只能按 city、town、bay 统计，不能按“%s”",
                    "Changes are told by city, town or bay, not by \"%s\"",
                    question.by().word());
        }
        if (question.from() >= question.to()) {
            throw Refusal.invalid(
                    "years-in-order",
                    "起始年 %d 应早于终止年 %d",
                    "The first year, %d, should be before the second, %d",
                    question.from(),
                    question.to());
        }
        checkTolerance(question.toleranceM());
    }

    static void checkTolerance(double toleranceM) {
        if (!(toleranceM > 0 && toleranceM <= MOST_TOLERANCE_M)) {
            throw Refusal.invalid(
                    "bad-parameter",
                    "容差 %s 应大于 0、不超过 %.0f 米",
                    "The tolerance %s should be more than 0 and at most %.0f m",
                    Double.toString(toleranceM),
                    MOST_TOLERANCE_M);
        }
    }

    static ChangeFigure.Reach reach(SurveyMatch.Stretch stretch) {
        return new ChangeFigure.Reach(
                stretch.segment().id(),
                stretch.from(),
                stretch.to(),
                stretch.region(),
                stretch.lengthM(),
                LineCut.between(stretch.segment().line(), stretch.fromM(), stretch.toM()));
    }
}
