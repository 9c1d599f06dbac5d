package org.anlan.casework;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anlan.access.Caller;
import org.anlan.base.Refusal;
import org.anlan.catalog.Catalog;
import org.anlan.coast.Change;
import org.anlan.coast.ChangeFigure;
import org.anlan.coast.CoastLabels;
import org.anlan.coast.CountingRuleSets;
import org.anlan.coast.CountingRules;
import org.anlan.coast.Counts;
import org.anlan.format.geojson.GeoJsonGeometry;
import org.anlan.geo.RegionSplit;
import org.anlan.report.Seal;
import org.locationtech.jts.geom.Geometry;

/** Proposes problem sites where natural coast became something else between two surveys, and opens those that somebody chooses. */
public final class CaseComparisons {

    /** The most that are opened at once. */
    public static final int MOST_AT_ONCE = 200;

    /** How far from a known problem site's line the coast may lie and still be the same place, metres. [cfg] */
    private static final double SAME_PLACE_M = 50;

    private static final int ID_LETTERS = 16;

    private final Cases cases;
    private final Change change;
    private final CountingRuleSets rules;
    private final FieldPlaces places;
    private final CoastLabels labels;

    /** Proposals from this comparison of surveys, for this ledger. */
    public CaseComparisons(Catalog catalog, Cases cases, Change change, CountingRuleSets rules, FieldPlaces places) {
        this.cases = cases;
        this.change = change;
        this.rules = rules;
        this.places = places;
        this.labels = new CoastLabels(catalog);
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
        Map<String, Case> known = new HashMap<>();
        cases.all().values().stream()
                .filter(one -> one.opening().source().kind() == CaseSource.Kind.CHANGE)
                .forEach(one -> known.put(one.number(), one));
        RegionSplit lines = new RegionSplit(
                known.values().stream()
                        .map(one -> new RegionSplit.Region(
                                one.number(), one.opening().shape()))
                        .toList(),
                SAME_PLACE_M);
        List<CaseProposal> proposals = new ArrayList<>();
        for (ChangeFigure.Reach reach : figure.reaches()) {
            if (reach.to().isPresent() && natural(counting, reach.from()) && !natural(counting, reach.to())) {
                proposals.add(new CaseProposal(
                        id(reach.line()), reach, places.of(reach.line()), alongside(lines, reach.line())));
            }
        }
        return new Proposed(figure, List.copyOf(proposals));
    }

    private static boolean natural(CountingRules counting, Optional<ChangeFigure.Type> type) {
        return type.map(one -> counting.counts(one.type1(), one.type2()) == Counts.NATURAL)
                .orElse(false);
    }

    private static String id(Geometry line) {
        return Seal.of(GeoJsonGeometry.text(line)).substring(0, ID_LETTERS);
    }

    /** The problem site whose line at least half of this one follows. */
    private static Optional<String> alongside(RegionSplit lines, Geometry line) {
        Map<String, Double> lengths = new HashMap<>();
        double all = 0;
        for (RegionSplit.Stretch stretch : lines.split(line)) {
            all += stretch.lengthM();
            stretch.region().ifPresent(number -> lengths.merge(number, stretch.lengthM(), Double::sum));
        }
        double half = all / 2;
        return lengths.entrySet().stream()
                .filter(one -> one.getValue() >= half)
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    /**
     * Opens problem sites at the places that are chosen, all or none. Refused as the comparison is, and: {@code missing-value} when none is chosen, {@code
     * too-many-cases}, {@code unknown-place}, {@code case-exists}, {@code not-your-region}, {@code day-in-the-future}, {@code deadline-before}.
     *
     * @param chosen ids of proposals
     */
    public synchronized List<Case> open(CaseDraft draft, Change.Question question, List<String> chosen, Caller caller) {
        if (chosen.isEmpty()) {
            throw Refusal.invalid("missing-value", "缺少“places”：请选择至少一处", "\"places\" is missing: choose at least one");
        }
        if (chosen.size() > MOST_AT_ONCE) {
            throw Refusal.invalid(
                    "too-many-cases", "一次最多登记 %d 个问题点位", "At most %d problem sites are opened at once", MOST_AT_ONCE);
        }
        LocalDate found = cases.found(draft);
        Proposed proposed = proposals(question);
        List<CaseOpening> openings = chosen.stream()
                .distinct()
                .map(id -> opening(draft, proposed.figure(), proposal(proposed, id)))
                .toList();
        return cases.open(openings, found, caller);
    }

    private static CaseProposal proposal(Proposed proposed, String id) {
        CaseProposal one = proposed.proposals().stream()
                .filter(proposal -> proposal.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(
                        "unknown-place",
                        "这次比对中没有编号为“%s”的位置；请重新比对",
                        "This comparison has no place \"%s\"; ask for its proposals again",
                        id));
        one.known().ifPresent(number -> {
            throw CaseOpenings.exists(number);
        });
        return one;
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
        type(facts, "from", reach.from());
        type(facts, "to", reach.to());
        facts.putObject("revisions")
                .put("coastline", figure.revisions().coastline())
                .put("regions", figure.revisions().regions());
        String title = "自然岸线减少：" + label(reach.from()) + " → " + label(reach.to()) + "（" + figure.fromYear() + "–"
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

    private String label(Optional<ChangeFigure.Type> type) {
        return type.map(one -> labels.type(one.type1(), one.type2()).zh()).orElse("");
    }

    private static void type(ObjectNode facts, String name, Optional<ChangeFigure.Type> type) {
        type.ifPresent(one -> facts.putObject(name).put("type1", one.type1()).put("type2", one.type2()));
    }
}
