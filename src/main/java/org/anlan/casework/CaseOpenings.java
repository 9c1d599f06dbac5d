package org.anlan.casework;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.anlan.access.Caller;
import org.anlan.base.EnteredText;
import org.anlan.base.EnumWord;
import org.anlan.base.Refusal;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.FeatureQuery;
import org.anlan.store.Revision;
import org.anlan.store.Store;
import org.anlan.zoning.Impact;
import org.anlan.zoning.ImpactQuestion;
import org.anlan.zoning.ImpactReport;
import org.locationtech.jts.geom.Geometry;

/** Opens problem sites by hand and from an impact check. What the layers say is kept with each, with their revisions. */
public final class CaseOpenings {

    /** Every place is in a region: that is no hit. */
    private static final String REGIONS = "regions";

    private final Catalog catalog;
    private final Store store;
    private final Cases cases;
    private final Impact impact;
    private final FieldPlaces places;

    /**
     * A feature that somebody names.
     *
     * @param layer id of the layer
     * @param feature id of the feature
     */
    public record Named(String layer, String feature) {}

    /** Opens problem sites in this ledger. */
    public CaseOpenings(Catalog catalog, Store store, Cases cases, Impact impact, FieldPlaces places) {
        this.catalog = catalog;
        this.store = store;
        this.cases = cases;
        this.impact = impact;
        this.places = places;
    }

    /**
     * Opens one by hand. Refused: {@code missing-value} without a title, {@code text-too-long}, {@code unknown-layer}, {@code unknown-feature}, {@code not-your-region},
     * {@code day-in-the-future}, {@code deadline-before}.
     *
     * @param shape where it is, CGCS2000 degrees
     * @param named the feature it is about, if somebody names one: the first of its hits then
     */
    public Case byHand(CaseDraft draft, Geometry shape, Optional<Named> named, Caller caller) {
        EnteredText.required("title", draft.title(), EnteredText.LONGEST_NAME);
        LocalDate found = cases.found(draft);
        List<CaseHit> hits = new ArrayList<>(hits(impact.report(new ImpactQuestion(
                shape,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                found,
                0))));
        named.map(one -> hit(one, hits)).ifPresent(first -> {
            hits.removeIf(hit -> same(hit, first));
            hits.add(0, first);
        });
        return open(draft, "", shape, new CaseSource(CaseSource.Kind.MANUAL, object()), hits, caller);
    }

    /**
     * Opens one from an impact check: it keeps what the report meets, its verdict and the revisions. Refused as the check is, and as by {@link #byHand}.
     */
    public Case fromImpact(CaseDraft draft, ImpactQuestion question, Caller caller) {
        ImpactReport report = impact.report(question);
        ObjectNode facts = object().put("activity", report.activity().code())
                .put("day", report.day().toString())
                .put("verdict", EnumWord.of(report.verdict()))
                .put("lengthM", report.lengthM())
                .put("areaM2", report.areaM2());
        ObjectNode sets = facts.putObject("ruleSets");
        report.ruleSets().forEach(sets::put);
        var rules = facts.putArray("rules");
        report.judgements().forEach(judgement -> rules.addObject()
                .put("rule", judgement.rule().id())
                .put("verdict", EnumWord.of(judgement.verdict())));
        ObjectNode revisions = facts.putObject("revisions");
        report.layers().forEach(layer -> revisions.put(layer.layer().id(), layer.revision()));
        String title = "选址预检：" + report.activity().label().zh() + "，"
                + report.verdict().label().zh();
        return open(
                draft,
                title,
                question.footprint(),
                new CaseSource(CaseSource.Kind.IMPACT, facts),
                hits(report),
                caller);
    }

    /** The refusal of a problem site that there is already. */
    static Refusal exists(String number) {
        return Refusal.conflict(
                "case-exists",
                "此处已登记问题点位 %s；请在其上继续办理或重新打开。未作任何更改。",
                "There is the problem site %s for this already: take it on or open it again. Nothing was changed.",
                number);
    }

    private Case open(
            CaseDraft draft, String title, Geometry shape, CaseSource source, List<CaseHit> hits, Caller caller) {
        CaseOpening opening = opening(draft, title, shape, places.of(shape), source, hits);
        return cases.open(List.of(opening), cases.found(draft), caller, all -> {})
                .get(0);
    }

    /** An opening from a draft, whose title may be left to the source. */
    static CaseOpening opening(
            CaseDraft draft, String title, Geometry shape, CasePlace place, CaseSource source, List<CaseHit> hits) {
        String said = EnteredText.or("title", draft.title(), EnteredText.LONGEST_NAME);
        String usual = title.substring(0, Math.min(title.length(), EnteredText.LONGEST_NAME));
        return new CaseOpening(
                said.isEmpty() ? usual : said,
                EnteredText.or("remark", draft.remark(), EnteredText.LONGEST_REMARK),
                shape,
                place,
                source,
                hits,
                EnteredText.or("unit", draft.unit(), EnteredText.LONGEST_NAME),
                draft.deadline());
    }

    private CaseHit hit(Named named, List<CaseHit> byPlace) {
        LayerDefinition layer = catalog.layer(named.layer());
        List<CaseHit> found = new ArrayList<>();
        long revision = store.revisions().newest(layer.id()).map(Revision::id).orElse(0L);
        if (revision > 0) {
            int name = layer.nameField().map(layer::indexOf).orElse(-1);
            store.features().read(FeatureQuery.all(layer, revision).withIds(Set.of(named.feature())), row -> {
                Object label = name < 0 ? null : row.value(name);
                found.add(
                        new CaseHit(layer.id(), row.id(), label == null ? row.id() : label.toString(), revision, 0, 0));
                return true;
            });
        }
        CaseHit one = found.stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(
                        "unknown-feature",
                        "图层 %s 没有编号为“%s”的要素",
                        "The layer %s has no feature \"%s\"",
                        named.layer(),
                        named.feature()));
        return byPlace.stream().filter(hit -> same(hit, one)).findFirst().orElse(one);
    }

    private static boolean same(CaseHit one, CaseHit other) {
        return one.layer().equals(other.layer()) && one.feature().equals(other.feature());
    }

    private static List<CaseHit> hits(ImpactReport report) {
        return report.layers().stream()
                .filter(layer -> !layer.layer().id().equals(REGIONS))
                .flatMap(layer -> layer.hits().stream()
                        .map(hit -> new CaseHit(
                                layer.layer().id(),
                                hit.feature().id(),
                                hit.feature().name(),
                                layer.revision(),
                                hit.lengthM(),
                                hit.areaM2())))
                .toList();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
