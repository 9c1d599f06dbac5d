package org.anlan.zoning;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.anlan.base.Refusal;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.LayerDefinition;
import org.anlan.coast.Retention;
import org.anlan.store.Actor;
import org.anlan.store.Revision;
import org.anlan.store.Store;
import org.anlan.zoning.indicators.Entering;
import org.anlan.zoning.indicators.Judging;
import org.anlan.zoning.indicators.Live;
import org.anlan.zoning.indicators.LiveFigures;
import org.anlan.zoning.indicators.LiveRules;
import org.anlan.zoning.indicators.ParkReach;
import org.anlan.zoning.indicators.PlanTables;
import org.anlan.zoning.indicators.SameIndicator;

/** The indicators of the plan (table 2): what was promised, what layers and people say, and how far each has come. */
public final class Indicators {

    private final Catalog catalog;
    private final Store store;
    private final LiveRules rules;
    private final LiveFigures live;

    /**
     * The indicators of a store.
     *
     * @param retention computes the natural coast
     * @param coverage computes what red lines cover
     * @param ownFolder the installation's own catalogue folder, with rules of its own; broken ones are refused ({@code rules-broken})
     */
    public static Indicators over(
            Catalog catalog, Store store, Retention retention, Coverage coverage, Optional<Path> ownFolder) {
        return new Indicators(
                catalog,
                store,
                LiveRules.load(ownFolder),
                new LiveFigures(store, retention, coverage, new ParkReach(catalog, store)));
    }

    private Indicators(Catalog catalog, Store store, LiveRules rules, LiveFigures live) {
        this.catalog = catalog;
        this.store = store;
        this.rules = rules;
        this.live = live;
    }

    /**
     * What is asked.
     *
     * @param no number of the only indicator wanted; empty = all
     * @param state only indicators in this state
     * @param revision the state of all layers at this revision; empty = the current one
     */
    public record Question(OptionalLong no, Optional<IndicatorsFigure.State> state, OptionalLong revision) {

        /** All indicators as they are now. */
        public static Question all() {
            return new Question(OptionalLong.empty(), Optional.empty(), OptionalLong.empty());
        }
    }

    /**
     * A value that somebody enters.
     *
     * @param no number of the indicator
     * @param date of when it is
     * @param value the number; empty when it is a text
     * @param text the words; blank when it is a number
     * @param judgement the state, where the target is a text; blank = not judged
     * @param source where it is from
     * @param note note; may be blank
     */
    public record NewValue(
            long no, LocalDate date, OptionalDouble value, String text, String judgement, String source, String note) {}

    /** The figure. Refused: {@code no-indicators}, {@code unknown-indicator}, {@code unknown-revision}. */
    public IndicatorsFigure figure(Question question) {
        question.revision().ifPresent(this::mustExist);
        LayerDefinition layer = catalog.layer(PlanTables.INDICATORS);
        PlanTables tables = new PlanTables(catalog, store, question.revision());
        List<IndicatorsFigure.Plan> plans = plans(tables, question.no());
        int baseYear = PlanTables.year(layer, "base_");
        int targetYear = PlanTables.year(layer, "target_");
        SameIndicator same = new SameIndicator(tables);
        Judging judging = new Judging(targetYear);
        return new IndicatorsFigure(
                baseYear,
                targetYear,
                new IndicatorsFigure.Revisions(
                        id(tables, PlanTables.INDICATORS),
                        id(tables, PlanTables.RESULTS),
                        id(tables, PlanTables.VALUES),
                        id(tables, PlanTables.CONFLICTS)),
                rules.version(),
                plans.stream()
                        .map(plan -> row(plan, tables, same, judging, baseYear, question.revision()))
                        .filter(row -> question.state().isEmpty()
                                || row.state() == question.state().get())
                        .toList());
    }

    /**
     * Keeps a value as a revision of the layer {@code indicator-values}; one of the same date is corrected, and its older form stays in the revisions. Refused: {@code
     * no-indicators}, {@code unknown-indicator}, {@code bad-value}.
     *
     * @param author who enters it
     */
    public Revision enter(NewValue value, Actor author) {
        PlanTables tables = new PlanTables(catalog, store, OptionalLong.empty());
        IndicatorsFigure.Plan plan = plans(tables, OptionalLong.of(value.no())).get(0);
        return Entering.keep(catalog, store, plan, value, author);
    }

    private void mustExist(long revision) {
        if (store.revisions().find(revision).isEmpty()) {
            throw Refusal.notFound("unknown-revision", "没有修订 %d", "There is no revision %d", revision);
        }
    }

    private static List<IndicatorsFigure.Plan> plans(PlanTables tables, OptionalLong no) {
        List<IndicatorsFigure.Plan> all = tables.plans();
        if (all.isEmpty()) {
            throw Refusal.conflict(
                    "no-indicators",
                    "还没有规划指标；请先导入图层 %s",
                    "There are no indicators yet; hand the layer %s in first",
                    PlanTables.INDICATORS);
        }
        if (no.isEmpty()) {
            return all;
        }
        List<IndicatorsFigure.Plan> found =
                all.stream().filter(plan -> plan.no() == no.getAsLong()).toList();
        if (found.isEmpty()) {
            throw Refusal.notFound(
                    "unknown-indicator",
                    "没有第 %d 项指标；现有 %d 到 %d",
                    "There is no indicator %d; there are %d to %d",
                    no.getAsLong(),
                    all.get(0).no(),
                    all.get(all.size() - 1).no());
        }
        return found;
    }

    private static long id(PlanTables tables, String layer) {
        return tables.state(layer).map(Revision::id).orElse(0L);
    }

    private IndicatorsFigure.Row row(
            IndicatorsFigure.Plan plan,
            PlanTables tables,
            SameIndicator same,
            Judging judging,
            int baseYear,
            OptionalLong revision) {
        Optional<LiveRules.Rule> rule = Optional.ofNullable(rules.byNumber().get(plan.no()));
        Optional<Live> computed = rule.map(one -> live.of(one.figure(), revision));
        List<IndicatorsFigure.Value> fromLayers = computed.map(Live::values).orElse(List.of());
        List<IndicatorsFigure.Value> entered = tables.values(plan.no());
        Optional<IndicatorsFigure.Value> current =
                last(fromLayers).map(value -> judged(value, last(entered))).or(() -> last(entered));
        OptionalDouble base = plan.baseNumber().isPresent()
                ? plan.baseNumber()
                : computed.map(Live::base).orElse(OptionalDouble.empty());
        Judging.Judged judged =
                judging.judge(plan, rule.map(LiveRules.Rule::notBelowBase).orElse(false), base, current);
        List<IndicatorsFigure.Conflict> conflicts = new ArrayList<>(tables.conflicts(plan.no()));
        conflicts.addAll(same.conflicts(plan));
        return new IndicatorsFigure.Row(
                plan,
                judged.state(),
                current.isEmpty()
                        ? computed.flatMap(one -> one.missing().stream().findFirst())
                                .orElse(judged.why())
                        : judged.why(),
                current,
                series(plan, baseYear, id(tables, PlanTables.INDICATORS), entered, fromLayers),
                computed.map(Live::details).orElse(List.of()),
                List.copyOf(conflicts));
    }

    private static Optional<IndicatorsFigure.Value> last(List<IndicatorsFigure.Value> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }

    /** A computed value is judged by what was last entered, if that is no older than it. */
    private static IndicatorsFigure.Value judged(
            IndicatorsFigure.Value value, Optional<IndicatorsFigure.Value> entered) {
        return new IndicatorsFigure.Value(
                value.date(),
                value.value(),
                value.text(),
                value.origin(),
                value.source(),
                value.note(),
                entered.filter(one -> !one.date().isBefore(value.date())).flatMap(IndicatorsFigure.Value::judgement),
                value.revision());
    }

    private static List<IndicatorsFigure.Value> series(
            IndicatorsFigure.Plan plan,
            int baseYear,
            long revision,
            List<IndicatorsFigure.Value> entered,
            List<IndicatorsFigure.Value> computed) {
        List<IndicatorsFigure.Value> series = new ArrayList<>();
        if (plan.baseNumber().isPresent()) {
            series.add(new IndicatorsFigure.Value(
                    LocalDate.of(baseYear, 12, 31),
                    plan.baseNumber(),
                    "",
                    IndicatorsFigure.Origin.PLAN,
                    "表2 第" + plan.no() + "项",
                    "",
                    Optional.empty(),
                    revision));
        }
        series.addAll(entered);
        series.addAll(computed);
        series.sort(Comparator.comparing(IndicatorsFigure.Value::date)
                .thenComparing(IndicatorsFigure.Value::origin)
                .thenComparingLong(IndicatorsFigure.Value::revision));
        return List.copyOf(series);
    }
}
