package org.anlan.casework;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.anlan.access.Caller;
import org.anlan.catalog.Catalog;
import org.anlan.coast.Change;
import org.anlan.coast.ChangeFigure;
import org.anlan.coast.CountingRuleSets;
import org.anlan.coast.CountingRules;
import org.anlan.format.geojson.GeoJsonGeometry;

/** Proposes problem sites where natural coast became something else between two surveys, and opens those that somebody chooses. */
public final class CaseComparisons {

    private final Cases cases;
    private final Change change;
    private final CountingRuleSets rules;
    private final FieldPlaces places;
    private final ChangeTypes types;

    /** Proposals from this comparison of surveys, for this ledger. */
    public CaseComparisons(Catalog catalog, Cases cases, Change change, CountingRuleSets rules, FieldPlaces places) {
        this.cases = cases;
        this.change = change;
        this.rules = rules;
        this.places = places;
        this.types = new ChangeTypes(catalog);
    }

    /**
     * What is proposed.
     *
     * @param figure the comparison it is from
     * @param proposals a place each, in the order of the comparison
     */
    public record Proposed(ChangeFigure figure, List<CaseProposal> proposals) {}

    /** The places where coast that counted as natural is there still and counts so no more; refused as the comparison is. */
    public Proposed proposals(Change.Question question) {
        ChangeFigure figure = change.figure(question);
        CountingRules counting =
                rules.find(figure.rules().id() + "@" + figure.rules().version());
        KnownPlaces known = new KnownPlaces(cases.all().values());
        List<CaseProposal> proposals = new ArrayList<>();
        for (ChangeFigure.Reach reach : figure.reaches()) {
            if (ChangeTypes.naturalLost(counting, reach)) {
                proposals.add(new CaseProposal(
                        ChosenPlaces.id(GeoJsonGeometry.text(reach.line())),
                        reach,
                        places.of(reach.line()),
                        known.ofLine(reach.line())));
            }
        }
        return new Proposed(figure, List.copyOf(proposals));
    }

    /**
     * Opens problem sites at the places that are chosen, all or none. Refused as the comparison is, and: {@code missing-value} when none is chosen, {@code
     * too-many-cases}, {@code unknown-place}, {@code case-exists}, {@code not-your-region}, {@code day-in-the-future}, {@code deadline-before}.
     *
     * @param chosen ids of proposals
     */
    public List<Case> open(CaseDraft draft, Change.Question question, List<String> chosen, Caller caller) {
        ChosenPlaces places = new ChosenPlaces(chosen);
        LocalDate found = cases.found(draft);
        Proposed proposed = proposals(question);
        List<CaseOpening> openings = places.among(proposed.proposals(), CaseProposal::id).stream()
                .map(one -> opening(draft, proposed.figure(), one))
                .toList();
        return cases.open(openings, found, caller, all -> new KnownPlaces(all.values()).mustNotHold(openings));
    }

    private CaseOpening opening(CaseDraft draft, ChangeFigure figure, CaseProposal proposal) {
        ChangeFigure.Reach reach = proposal.reach();
        ObjectNode facts = JsonNodeFactory.instance
                .objectNode()
                .put("fromYear", figure.fromYear())
                .put("toYear", figure.toYear())
                .put("segment", reach.segment())
                .put("lengthM", reach.lengthM())
                .put("toleranceM", figure.toleranceM())
                .put("rules", figure.rules().id() + "@" + figure.rules().version());
        ChangeTypes.put(facts, "from", reach.from());
        ChangeTypes.put(facts, "to", reach.to());
        facts.putObject("revisions")
                .put("coastline", figure.revisions().coastline())
                .put("regions", figure.revisions().regions());
        String title = "自然岸线减少：" + types.zh(reach.from()) + " → " + types.zh(reach.to()) + "（" + figure.fromYear() + "–"
                + figure.toYear() + "，" + reach.segment() + "）";
        CaseHit hit = new CaseHit(
                "coastline",
                reach.segment(),
                reach.segment(),
                figure.revisions().coastline(),
                reach.lengthM(),
                0);
        return CaseOpenings.opening(
                draft,
                title,
                reach.line(),
                proposal.place(),
                new CaseSource(CaseSource.Kind.CHANGE, facts),
                List.of(hit));
    }
}
