package org.anlan.coast;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CodeList;
import org.anlan.catalog.FieldDefinition;
import org.anlan.coast.survey.CoastStates;
import org.anlan.coast.survey.SplitSurvey;
import org.anlan.coast.survey.Survey;
import org.anlan.coast.tally.Tally;
import org.anlan.store.Revision;
import org.anlan.store.Store;

/**
 * The natural-coast retention ratio (自然岸线保有率) of the mainland, and apart from it of the islands: Σ length counted as natural / Σ length counted in total.
 * Coast belongs to regions by place; coast that is drawn twice counts once; what no region takes is a row of its own.
 */
public final class Retention {

    private final Catalog catalog;
    private final Store store;
    private final CountingRuleSets rules;
    private final CoastTargets targets;
    private final CoastStates states;
    private final CoastSurveys surveys;

    /** Computes figures from this store, held against the shipped targets. */
    public Retention(Catalog catalog, Store store, CountingRuleSets rules) {
        this(catalog, store, rules, CoastTargets.load(Optional.empty()), new CoastSurveys(catalog, store));
    }

    /** Computes figures from this store. */
    public Retention(Catalog catalog, Store store, CountingRuleSets rules, CoastTargets targets, CoastSurveys surveys) {
        this.catalog = catalog;
        this.store = store;
        this.rules = rules;
        this.targets = targets;
        this.states = new CoastStates(store);
        this.surveys = surveys;
    }

    /**
     * What is asked.
     *
     * @param year survey year; empty = the newest
     * @param coast mainland or islands
     * @param by what the rows are
     * @param rules the counting rule set: its id, or id@version; empty = the usual one
     * @param target the target: its id, or a number of percent; empty = the usual one for the mainland, none for islands
     * @param revision the state of all layers at this revision; empty = the current one
     */
    public record Question(
            Optional<Integer> year,
            Coast coast,
            By by,
            Optional<String> rules,
            Optional<String> target,
            OptionalLong revision) {

        /** A question for the mainland, held against the usual target. */
        public Question(Optional<Integer> year, By by, Optional<String> rules, OptionalLong revision) {
            this(year, Coast.MAINLAND, by, rules, Optional.empty(), revision);
        }
    }

    /** What a question means in this store now. */
    private record Basis(
            CountingRules counting,
            Optional<RetentionFigure.Target> target,
            CoastSurveys.SurveyKey survey,
            long regions,
            Tally tally) {}

    /**
     * The figure. Refused: {@code no-coastline}, {@code unknown-year}, {@code no-regions}, {@code unknown-rule-set}, {@code unknown-target}, {@code
     * unknown-revision}.
     */
    public RetentionFigure figure(Question question) {
        return figure(question, basis(question));
    }

    /**
     * The figure by two groupings. Refused as {@link #figure} says, and ({@code unknown-grouping}) unless the columns are classes and other than the rows.
     *
     * @param question what is asked, with what the rows are
     * @param across what the columns are
     */
    public CrossTable table(Question question, By across) {
        if (across.byPlace() || across == question.by()) {
            throw Refusal.invalid(
                    "unknown-grouping",
                    "交叉表的列应按类别统计，且与行不同：行 %s，列 %s",
                    "The columns of a cross-table should be classes, other than the rows: rows %s, columns %s",
                    question.by().word(),
                    across.word());
        }
        Basis basis = basis(question);
        RetentionFigure figure = figure(question, basis);
        Map<String, String> names = classNames(across);
        Map<String, Sums> totals = Tally.sums(basis.tally().whole(), across, names.keySet(), basis.counting());
        List<RetentionFigure.Row> columns = rows(names, totals);
        Set<String> rowCodes =
                figure.rows().stream().map(RetentionFigure.Row::code).collect(Collectors.toSet());
        Map<String, List<Tally.Group>> byRow = basis.tally().groups(question.by()).stream()
                .collect(Collectors.groupingBy(
                        g -> rowCodes.contains(g.code(question.by())) ? g.code(question.by()) : ""));
        Function<String, CrossTable.Cells> cells =
                row -> cells(byRow.getOrDefault(row, List.of()), across, columns, basis.counting());
        return new CrossTable(
                figure,
                across,
                columns,
                totals.get(""),
                figure.rows().stream().map(row -> cells.apply(row.code())).toList(),
                cells.apply(""));
    }

    private static CrossTable.Cells cells(
            List<Tally.Group> row, By across, List<RetentionFigure.Row> columns, CountingRules counting) {
        List<String> codes = columns.stream().map(RetentionFigure.Row::code).toList();
        Map<String, Sums> cells = Tally.sums(row, across, Set.copyOf(codes), counting);
        return new CrossTable.Cells(
                codes.stream().map(code -> cells.getOrDefault(code, Sums.NONE)).toList(), cells.get(""));
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
            Optional<CoastSurveys.SurveyKey> before = coastline
                    .filter(revision -> revision.state().surveyYears().containsKey(year))
                    .map(revision -> new CoastSurveys.SurveyKey(revision.id(), year, Coast.MAINLAND));
            Survey after = changes.over(
                    before.map(key -> surveys.survey(key).segments()).orElse(List.of()), year);
            effects.add(new RetentionEffect(
                    year,
                    before.map(key ->
                            surveys.tally(new CoastSurveys.TallyKey(key, 0, "")).total(rules.usual())),
                    Tally.of(SplitSurvey.whole(after)).total(rules.usual())));
        }
        return effects;
    }

    private Basis basis(Question question) {
        CountingRules counting = question.rules().map(rules::find).orElseGet(rules::usual);
        Optional<RetentionFigure.Target> target = targets.asked(question.target(), question.coast());
        Revision coastline = states.coastline(question.revision());
        int year = CoastStates.year(coastline, question.year());
        long regions = states.regions(question.revision()).map(Revision::id).orElse(0L);
        CoastSurveys.SurveyKey survey = new CoastSurveys.SurveyKey(coastline.id(), year, question.coast());
        Tally tally = surveys.tally(
                question.by().byPlace()
                        ? new CoastSurveys.TallyKey(
                                survey, regions, question.by().word())
                        : new CoastSurveys.TallyKey(survey, 0, ""));
        return new Basis(counting, target, survey, regions, tally);
    }

    private RetentionFigure figure(Question question, Basis basis) {
        By by = question.by();
        CountingRules counting = basis.counting();
        Tally tally = basis.tally();
        Map<String, String> names = by.byPlace() ? tally.regionNames() : classNames(by);
        Map<String, Sums> sums = Tally.sums(tally.groups(by), by, names.keySet(), counting);
        return new RetentionFigure(
                basis.survey().year(),
                question.coast(),
                by,
                counting.named(),
                basis.target(),
                new RetentionFigure.Revisions(basis.survey().coastline(), basis.regions()),
                tally.source(),
                tally.total(counting),
                rows(names, sums),
                sums.get(""),
                warnings(tally, counting));
    }

    /** A row for each of these regions or classes that has coast, in their order. */
    private static List<RetentionFigure.Row> rows(Map<String, String> names, Map<String, Sums> sums) {
        return names.entrySet().stream()
                .filter(name -> sums.containsKey(name.getKey()))
                .map(name -> new RetentionFigure.Row(name.getKey(), name.getValue(), sums.get(name.getKey())))
                .toList();
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

    private static List<Text> warnings(Tally tally, CountingRules counting) {
        List<Text> warnings = new ArrayList<>(tally.warnings());
        List<String> unknown = tally.whole().stream()
                .map(Tally.Group::kind)
                .filter(kind -> !counting.knows(kind.type1(), kind.type2()))
                .map(kind -> kind.type1() + "/" + kind.type2())
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            warnings.add(Text.of(
                    "统计规则没有写明这些类型，只计入总长：%s",
                    "The rule set does not name these types; they count in the total only: %s",
                    String.join(", ", unknown)));
        }
        return List.copyOf(warnings);
    }
}
