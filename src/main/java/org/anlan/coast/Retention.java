package org.anlan.coast;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CodeList;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.Revision;
import org.anlan.store.Store;

/**
 * The natural-coast retention ratio of the mainland (大陆自然岸线保有率): Σ length counted as natural / Σ length counted in total. Coast belongs to regions by
 * place; coast that is drawn twice counts once; what no region takes is a row of its own.
 */
public final class Retention {

    private final Catalog catalog;
    private final Store store;
    private final CountingRuleSets rules;
    private final CoastStates states;

    /** Surveys that were split lately: revisions never change, so an entry never goes stale. */
    private final Cache<SplitKey, SplitSurvey> splits =
            Caffeine.newBuilder().maximumSize(64).softValues().build();

    /** Computes figures from this store. */
    public Retention(Catalog catalog, Store store, CountingRuleSets rules) {
        this.catalog = catalog;
        this.store = store;
        this.rules = rules;
        this.states = new CoastStates(store);
    }

    /**
     * What is asked.
     *
     * @param year survey year; empty = the newest
     * @param by what the rows are
     * @param rules id of the counting rule set; empty = the usual one
     * @param revision the state of all layers at this revision; empty = the current one
     */
    public record Question(Optional<Integer> year, By by, Optional<String> rules, OptionalLong revision) {}

    /** What a split survey rests on. Level "" = not split by place. */
    private record SplitKey(long coastline, int year, long regions, String level) {}

    /**
     * The figure. Refused: {@code no-coastline}, {@code unknown-year}, {@code no-regions}, {@code unknown-rule-set}, {@code unknown-revision}.
     */
    public RetentionFigure figure(Question question) {
        CountingRules counting = question.rules().map(rules::find).orElseGet(rules::usual);
        Revision coastline = states.coastline(question.revision());
        int year = CoastStates.year(coastline, question.year());
        Optional<Revision> regions = states.regions(question.revision());
        SplitKey key = new SplitKey(
                coastline.id(),
                year,
                regions.map(Revision::id).orElse(0L),
                question.by().byPlace() ? question.by().word() : "");
        SplitSurvey survey = splits.get(key, this::split);
        RetentionFigure.Revisions revisions = new RetentionFigure.Revisions(key.coastline(), key.regions());
        RetentionFigure.RuleSet ruleSet = new RetentionFigure.RuleSet(counting.id(), counting.version());
        return add(question.by(), year, survey, counting, ruleSet, revisions);
    }

    /** A survey year of this state of the coastline, else its newest; refused ({@code no-coastline}, {@code unknown-year}). */
    public static int surveyYear(Revision coastline, Optional<Integer> asked) {
        return CoastStates.year(coastline, asked);
    }

    /** What these changes of the current coastline would do to the ratio, for each survey year that they touch. */
    public List<RetentionEffect> effects(SurveyChanges changes) {
        Optional<Revision> coastline = store.revisions().newest("coastline");
        List<RetentionEffect> effects = new ArrayList<>();
        for (int year : changes.years()) {
            Optional<SplitSurvey> before = coastline
                    .filter(revision -> revision.state().surveyYears().containsKey(year))
                    .map(revision -> splits.get(new SplitKey(revision.id(), year, 0, ""), this::split));
            SplitSurvey after = SplitSurvey.whole(
                    changes.over(before.map(SplitSurvey::segments).orElse(List.of()), year));
            effects.add(new RetentionEffect(year, before.map(this::usualSums), usualSums(after)));
        }
        return effects;
    }

    private Sums usualSums(SplitSurvey survey) {
        SumsBuilder sums = new SumsBuilder(rules.usual());
        survey.stretches()
                .forEach(stretch ->
                        sums.add(stretch.segment(), survey.segments().get(stretch.segment()), stretch.lengthM()));
        return sums.sums();
    }

    private SplitSurvey split(SplitKey key) {
        LayerDefinition layer = catalog.layer("coastline");
        Survey survey = Survey.read(store, layer, key.coastline(), key.year());
        if (key.level().isEmpty()) {
            return SplitSurvey.whole(survey);
        }
        Regions regions = Regions.required(catalog, store, key.regions(), key.level());
        return SplitSurvey.byRegion(survey, regions);
    }

    private RetentionFigure add(
            By by,
            int year,
            SplitSurvey survey,
            CountingRules counting,
            RetentionFigure.RuleSet ruleSet,
            RetentionFigure.Revisions revisions) {
        Map<String, String> names = by.byPlace() ? survey.regionNames() : classNames(by);
        Function<SplitSurvey.Stretch, String> row = rowOf(by);
        SumsBuilder total = new SumsBuilder(counting);
        SumsBuilder unassigned = new SumsBuilder(counting);
        Map<String, SumsBuilder> rows = new TreeMap<>();
        for (SplitSurvey.Stretch stretch : survey.stretches()) {
            String code = row.apply(stretch);
            Survey.Segment segment = survey.segments().get(stretch.segment());
            total.add(stretch.segment(), segment, stretch.lengthM());
            SumsBuilder sums =
                    names.containsKey(code) ? rows.computeIfAbsent(code, c -> new SumsBuilder(counting)) : unassigned;
            sums.add(stretch.segment(), segment, stretch.lengthM());
        }
        List<String> order = new ArrayList<>(names.keySet());
        List<RetentionFigure.Row> listed = rows.entrySet().stream()
                .sorted((a, b) -> Integer.compare(order.indexOf(a.getKey()), order.indexOf(b.getKey())))
                .map(e -> new RetentionFigure.Row(
                        e.getKey(), names.get(e.getKey()), e.getValue().sums()))
                .toList();
        return new RetentionFigure(
                year, by, ruleSet, revisions, total.sums(), listed, unassigned.sums(), warnings(survey, counting));
    }

    private static Function<SplitSurvey.Stretch, String> rowOf(By by) {
        return switch (by) {
            case CITY, TOWN, BAY -> SplitSurvey.Stretch::region;
            case PROTECTION -> SplitSurvey.Stretch::protection;
            case SPACE -> SplitSurvey.Stretch::space;
        };
    }

    /** The classes of a grouping by class, in the order of their code list. */
    private Map<String, String> classNames(By by) {
        Map<String, String> names = new LinkedHashMap<>();
        catalog.layer("coastline")
                .field(by.word())
                .flatMap(FieldDefinition::codeList)
                .map(catalog::codeList)
                .map(CodeList::entries)
                .ifPresent(entries ->
                        entries.forEach(e -> names.put(e.code(), e.label().zh())));
        return names;
    }

    private static List<Text> warnings(SplitSurvey survey, CountingRules counting) {
        List<Text> warnings = new ArrayList<>(survey.warnings());
        List<String> unknown = survey.segments().stream()
                .filter(s -> !counting.knows(s.type1(), s.type2()))
                .map(s -> s.type1() + "/" + s.type2())
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            warnings.add(Text.of(
                    "统计规则没有写明这些类型，只计入总长：%s",
                    "The rule set does not name these types; they count in the total only: %s",
                    String.join(", ", unknown)));
        }
        return warnings;
    }
}
