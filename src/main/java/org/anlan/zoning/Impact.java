package org.anlan.zoning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.GeometryKind;
import org.anlan.catalog.LayerDefinition;
import org.anlan.coast.CountingRuleSets;
import org.anlan.coast.Retention;
import org.anlan.geo.Geodesy;
import org.anlan.store.FeatureQuery;
import org.anlan.store.Revision;
import org.anlan.store.Store;
import org.anlan.zoning.impact.CoastInside;
import org.anlan.zoning.impact.Footprint;
import org.anlan.zoning.impact.Judge;
import org.anlan.zoning.impact.LayerShapes;
import org.locationtech.jts.geom.Geometry;

/** The impact check of a site (选址预检): every layer that a project meets, the coast it takes, what is near, and what the rules say. */
public final class Impact {

    private static final String PROJECTS = "projects";

    /** Layers that say nothing about a site: what the map is drawn on, and other projects. */
    private static final Set<String> NOT_ASKED = Set.of("basemap", PROJECTS);

    private static final String COAST = "coastline";
    private static final String OUTFALLS = "outfalls";
    private static final String REGIONS = "regions";

    private final Catalog catalog;
    private final Store store;
    private final ZoningRuleSets rules;
    private final CoastInside coastInside;

    /** Layers that were read lately: revisions never change, so an entry never goes stale. */
    private final Cache<Key, LayerShapes> read =
            Caffeine.newBuilder().maximumSize(64).softValues().build();

    private record Key(String layer, long revision, Optional<Integer> year) {}

    /** Checks against this store. */
    public Impact(Catalog catalog, Store store, ZoningRuleSets rules, Retention retention, CountingRuleSets counting) {
        this.catalog = catalog;
        this.store = store;
        this.rules = rules;
        this.coastInside = new CoastInside(catalog.layer(COAST), retention, counting);
    }

    /** The rule sets that are asked. */
    public ZoningRuleSets rules() {
        return rules;
    }

    /** The shape of a project that is kept, by its number, in the state at a revision or the current one; refused ({@code unknown-project}). */
    public Geometry project(String number, OptionalLong revision) {
        LayerDefinition projects = catalog.layer(PROJECTS);
        List<Geometry> found = new ArrayList<>();
        store.revisions()
                .upTo(PROJECTS, revision)
                .map(state -> FeatureQuery.all(projects, state.id()).withIds(Set.of(number)))
                .ifPresent(query -> store.features().read(query, row -> {
                    row.geometry().ifPresent(found::add);
                    return true;
                }));
        return found.stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(
                        "unknown-project",
                        "没有编号为“%s”且有图形的项目；项目见图层 projects",
                        "There is no project \"%s\" that has a shape; the layer projects lists them",
                        number));
    }

    /**
     * The report. Refused: {@code unknown-activity}, {@code unknown-rule-set}, {@code unknown-year} when a year is named that was not surveyed,
     * {@code unknown-revision}. A layer that is not there yet is told in a warning.
     */
    public ImpactReport report(ImpactQuestion question) {
        ZoningRules.Activity activity = rules.activity(question.activity());
        List<ZoningRules> asked = rules.asked(question.rules());
        List<Text> warnings = new ArrayList<>();
        List<LayerShapes> layers = layers(question, warnings);
        Footprint footprint = new Footprint(question.footprint());
        Judge judge = new Judge(footprint, layers, activity, question.day());
        List<ImpactReport.LayerHits> hits =
                layers.stream().map(layer -> hits(footprint, layer)).toList();
        if (hits.stream()
                .noneMatch(layer ->
                        layer.layer().id().equals(REGIONS) && !layer.hits().isEmpty())) {
            warnings.add(new Text("图形不在任何行政区或海湾之内，请核对位置", "The shape lies in no region and no bay: check where it is"));
        }
        List<ImpactReport.Judgement> judgements = judge.ask(asked);
        TreeMap<String, Integer> versions = new TreeMap<>();
        asked.forEach(set -> versions.put(set.id(), set.version()));
        return new ImpactReport(
                question.footprint(),
                question.footprint().getDimension() == 1 ? Geodesy.lengthM(question.footprint()) : 0,
                Geodesy.areaM2(question.footprint()),
                activity,
                question.day(),
                hits,
                layer(layers, COAST).map(coast -> coastInside.taken(footprint, coast, question)),
                layer(layers, OUTFALLS)
                        .map(outfalls -> footprint.within(outfalls, question.nearM()).stream()
                                .map(apart -> near(outfalls, apart))
                                .toList())
                        .orElse(List.of()),
                question.nearM(),
                judgements,
                judgements.stream()
                        .map(ImpactReport.Judgement::verdict)
                        .max(Verdict::compareTo)
                        .orElse(Verdict.ALLOWED),
                versions,
                warnings);
    }

    private static Optional<LayerShapes> layer(List<LayerShapes> layers, String id) {
        return layers.stream().filter(layer -> layer.layer().id().equals(id)).findFirst();
    }

    private List<LayerShapes> layers(ImpactQuestion question, List<Text> warnings) {
        question.revision().ifPresent(this::mustBeThere);
        List<LayerShapes> layers = new ArrayList<>();
        List<Text> missing = new ArrayList<>();
        Map<String, Revision> states = store.revisions().states(question.revision());
        for (LayerDefinition layer : catalog.layers()) {
            if (layer.geometry() == GeometryKind.NONE || NOT_ASKED.contains(layer.id())) {
                continue;
            }
            Revision state = states.get(layer.id());
            if (state == null || state.state().count() == 0) {
                missing.add(layer.title());
                continue;
            }
            Optional<Integer> year = layer.id().equals(COAST)
                    ? Optional.of(Retention.surveyYear(state, question.year()))
                    : Optional.empty();
            layers.add(read.get(
                    new Key(layer.id(), state.id(), year),
                    key -> LayerShapes.read(store, layer, key.revision(), key.year())));
        }
        if (!missing.isEmpty()) {
            warnings.add(Text.of(
                    "这些图层还没有数据，未作检查：%1$s",
                    "These layers have no data yet and were not checked: %2$s",
                    missing.stream().map(Text::zh).collect(Collectors.joining("、")),
                    missing.stream().map(Text::en).collect(Collectors.joining(", "))));
        }
        return layers;
    }

    private void mustBeThere(long revision) {
        if (store.revisions().find(revision).isEmpty()) {
            throw Refusal.notFound("unknown-revision", "没有修订 %d", "There is no revision %d", revision);
        }
    }

    private static ImpactReport.LayerHits hits(Footprint footprint, LayerShapes layer) {
        Footprint.Look look = footprint.look(layer);
        boolean none = look.parts().isEmpty() && look.touching().isEmpty();
        return new ImpactReport.LayerHits(
                layer.layer(),
                layer.revision(),
                look.parts().stream()
                        .map(part -> new ImpactReport.Hit(
                                layer.feature(part.of()), part.lengthM(), part.areaM2(), part.geometry()))
                        .toList(),
                look.touching().stream().map(layer::feature).toList(),
                none ? footprint.nearest(layer).map(apart -> near(layer, apart)) : Optional.empty());
    }

    private static ImpactReport.Near near(LayerShapes layer, Footprint.Apart apart) {
        return new ImpactReport.Near(layer.feature(apart.shape()), apart.distanceM());
    }
}
