package org.anlan.coast;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.anlan.base.Refusal;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.LayerDefinition;
import org.anlan.coast.survey.CoastStates;
import org.anlan.coast.survey.Survey;
import org.anlan.coast.survey.SurveyMatch;
import org.anlan.store.Revision;
import org.anlan.store.Store;

/** How the mainland coast of one survey year differs between two revisions of the layer: what a later hand-in or edit made of the same survey. */
public final class SurveyRevisions {

    private final Catalog catalog;
    private final Store store;
    private final CountingRuleSets rules;
    private final CoastStates states;

    /** Compares revisions in this store. */
    public SurveyRevisions(Catalog catalog, Store store, CountingRuleSets rules) {
        this.catalog = catalog;
        this.store = store;
        this.rules = rules;
        this.states = new CoastStates(store);
    }

    /**
     * What is asked.
     *
     * @param from the earlier revision
     * @param to the later revision
     * @param year survey year; empty = the newest in the later revision
     * @param rules id of the counting rule set; empty = the usual one
     * @param toleranceM how far the line may have moved and still be the same coast, metres
     */
    public record Question(long from, long to, Optional<Integer> year, Optional<String> rules, double toleranceM) {}

    /**
     * The comparison. Refused: {@code no-coastline}, {@code unknown-revision}, {@code revisions-in-order}, {@code unknown-year} (it must be in both), {@code
     * unknown-rule-set}, {@code bad-parameter}.
     */
    public RevisedSurvey compare(Question question) {
        Change.checkTolerance(question.toleranceM());
        CountingRules counting = question.rules().map(rules::find).orElseGet(rules::usual);
        Revision from = states.coastline(OptionalLong.of(question.from()));
        Revision to = states.coastline(OptionalLong.of(question.to()));
        checkOrder(question.from(), question.to(), from, to);
        int year = CoastStates.year(from, Optional.of(CoastStates.year(to, question.year())));
        LayerDefinition layer = catalog.layer("coastline");
        Survey older = Survey.read(store, layer, from.id(), year, Coast.MAINLAND);
        Survey newer = Survey.read(store, layer, to.id(), year, Coast.MAINLAND);
        SurveyMatch match = new SurveyMatch(Regions.none(By.CITY.word()), question.toleranceM());
        List<ChangeFigure.Reach> reaches = match.stretches(older, newer).stream()
                .filter(stretch -> !stretch.from().equals(stretch.to()))
                .map(Change::reach)
                .toList();
        return new RevisedSurvey(
                year, from.id(), to.id(), counting, question.toleranceM(), reaches, List.copyOf(match.warnings()));
    }

    /**
     * Two revisions of a layer that are to be compared, and the states of the layer that they stand for; refused ({@code revisions-in-order}) unless the first is the earlier
     * one and the layer changed in between.
     */
    public static void checkOrder(long askedFrom, long askedTo, Revision from, Revision to) {
        if (from.id() >= to.id()) {
            throw Refusal.invalid(
                    "revisions-in-order",
                    "修订 %d 与 %d 之间图层 %s 没有变化，或先后颠倒：其状态分别为修订 %d 与 %d；请先给较早的修订",
                    "The layer %3$s did not change from revision %1$d to %2$d, or they are the wrong way round: they stand for its revisions %4$d and %5$d. Name the earlier "
                            + "one first",
                    askedFrom,
                    askedTo,
                    from.layer(),
                    from.id(),
                    to.id());
        }
    }
}
