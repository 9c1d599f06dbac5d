package org.anlan.casework;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anlan.access.Caller;
import org.anlan.base.Refusal;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.GeometryKind;
import org.anlan.catalog.LayerDefinition;
import org.anlan.coast.ChangeFigure;
import org.anlan.coast.RevisedSurvey;
import org.anlan.coast.SurveyRevisions;
import org.anlan.format.geojson.GeoJsonGeometry;
import org.anlan.store.Revision;
import org.anlan.store.Store;

/**
 * Proposes problem sites where two revisions of a layer differ, and opens those that somebody chooses: natural coast that is natural no more in the same survey, areas (red lines,
 * protected areas) that became smaller or larger.
 */
public final class CaseRevisions {

    private static final String COASTLINE = "coastline";

    private final Store store;
    private final Cases cases;
    private final SurveyRevisions surveys;
    private final FieldPlaces places;
    private final ChangeTypes types;

    /** Proposals from revisions in this store, for this ledger. */
    public CaseRevisions(Catalog catalog, Store store, Cases cases, SurveyRevisions surveys, FieldPlaces places) {
        this.store = store;
        this.cases = cases;
        this.surveys = surveys;
        this.places = places;
        this.types = new ChangeTypes(catalog);
    }

    /**
     * The places where the revisions differ. Refused: {@code unknown-layer}, {@code not-comparable} for a layer of points, of other lines or a table, {@code unknown-revision}, {@code
     * revisions-in-order}, {@code unknown-year}, {@code too-many-changes}, and for the coastline as {@link SurveyRevisions#compare} is.
     *
     * @param shown the layers and fields that the caller is shown
     */
    public RevisionProposals proposals(Catalog shown, RevisionQuestion question) {
        LayerDefinition layer = shown.layer(question.layer());
        if (layer.id().equals(COASTLINE)) {
            return ofCoast(layer, question);
        }
        if (layer.geometry() != GeometryKind.POLYGON) {
            throw Refusal.invalid(
                    "not-comparable",
                    "图层 %s 既不是岸线也不是面图层，不能按修订比对出问题点位",
                    "The layer %s is neither the coastline nor one of areas: no problem sites are proposed from its revisions",
                    layer.id());
        }
        Revision from = store.revisions().at(layer.id(), question.from());
        Revision to = store.revisions().at(layer.id(), question.to());
        SurveyRevisions.checkOrder(question.from(), question.to(), from, to);
        Optional<Integer> year = year(layer, to, question.year());
        List<RevisedPlace> found = new RevisedAreas(store, layer, year).between(from.id(), to.id());
        return new RevisionProposals(layer, from.id(), to.id(), year, Optional.empty(), proposed(layer, found));
    }

    private RevisionProposals ofCoast(LayerDefinition layer, RevisionQuestion question) {
        RevisedSurvey survey = surveys.compare(new SurveyRevisions.Question(
                question.from(), question.to(), question.year(), question.rules(), question.toleranceM()));
        List<RevisedPlace> found = survey.reaches().stream()
                .filter(reach -> ChangeTypes.naturalLost(survey.rules(), reach))
                .map(reach -> ofReach(survey, reach))
                .toList();
        return new RevisionProposals(
                layer,
                survey.from(),
                survey.to(),
                Optional.of(survey.year()),
                Optional.of(survey),
                proposed(layer, found));
    }

    private static RevisedPlace ofReach(RevisedSurvey survey, ChangeFigure.Reach reach) {
        return new RevisedPlace(
                RevisedPlace.Change.NATURAL_LOST,
                reach.segment(),
                reach.segment(),
                survey.from(),
                reach.from(),
                reach.to(),
                reach.lengthM(),
                0,
                reach.line());
    }

    private static Optional<Integer> year(LayerDefinition layer, Revision to, Optional<Integer> asked) {
        var years = to.state().surveyYears();
        if (asked.isPresent() && !years.containsKey(asked.get())) {
            throw Refusal.notFound(
                    "unknown-year",
                    "图层 %s 没有 %d 年的修测；现有：%s",
                    "The layer %s has no survey of %d; there are: %s",
                    layer.id(),
                    asked.get(),
                    years.keySet());
        }
        return asked.or(() -> years.isEmpty() ? Optional.empty() : Optional.of(years.lastKey()));
    }

    private List<RevisionProposal> proposed(LayerDefinition layer, List<RevisedPlace> found) {
        KnownPlaces known = new KnownPlaces(cases.all().values());
        List<RevisionProposal> proposals = new ArrayList<>();
        for (RevisedPlace change : found) {
            CaseSource source = new CaseSource(CaseSource.Kind.REVISION, change.facts(layer.id()));
            String id =
                    ChosenPlaces.id(change.change().word() + change.feature() + GeoJsonGeometry.text(change.shape()));
            proposals.add(
                    new RevisionProposal(id, change, places.of(change.shape()), known.of(change.shape(), source)));
        }
        return List.copyOf(proposals);
    }

    /**
     * Opens problem sites at the places that are chosen, all or none. Refused as {@link #proposals} says, and: {@code missing-value} when none is chosen, {@code too-many-cases},
     * {@code unknown-place}, {@code case-exists}, {@code not-your-region}, {@code day-in-the-future}, {@code deadline-before}.
     *
     * @param chosen ids of proposals
     */
    public List<Case> open(
            CaseDraft draft, Catalog shown, RevisionQuestion question, List<String> chosen, Caller caller) {
        ChosenPlaces wanted = new ChosenPlaces(chosen);
        LocalDate found = cases.found(draft);
        RevisionProposals proposed = proposals(shown, question);
        List<CaseOpening> openings = wanted.among(proposed.proposals(), RevisionProposal::id).stream()
                .map(one -> opening(draft, proposed, one))
                .toList();
        return cases.open(openings, found, caller, all -> new KnownPlaces(all.values()).mustNotHold(openings));
    }

    private CaseOpening opening(CaseDraft draft, RevisionProposals proposed, RevisionProposal one) {
        RevisedPlace change = one.change();
        String layer = proposed.layer().id();
        ObjectNode facts = proposed.comparison(change.facts(layer));
        facts.putObject("revisions")
                .put(layer, proposed.to())
                .put("regions", one.place().regionsRevision());
        CaseHit hit = new CaseHit(
                layer, change.feature(), change.name(), change.revision(), change.lengthM(), change.areaM2());
        return CaseOpenings.opening(
                draft,
                title(proposed, change),
                change.shape(),
                one.place(),
                new CaseSource(CaseSource.Kind.REVISION, facts),
                List.of(hit));
    }

    private String title(RevisionProposals proposed, RevisedPlace change) {
        String what = change.change() == RevisedPlace.Change.NATURAL_LOST
                ? types.zh(change.from()) + " → " + types.zh(change.to())
                : proposed.layer().title().zh() + String.format(Locale.ROOT, " %.0f 平方米", change.areaM2());
        String when =
                proposed.year().map(year -> year + " 年，").orElse("") + "修订 " + proposed.from() + "→" + proposed.to();
        return change.change().label().zh() + "：" + what + "（" + when + "，" + change.name() + "）";
    }
}
