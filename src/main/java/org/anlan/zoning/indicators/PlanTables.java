package org.anlan.zoning.indicators;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CodeList;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.FeatureQuery;
import org.anlan.store.Revision;
import org.anlan.store.Row;
import org.anlan.store.Store;
import org.anlan.zoning.IndicatorsFigure;

/** Reads the tables of the plan and what was entered for it, each in the state of a revision. */
public final class PlanTables {

    /** Table 2 of the plan. */
    public static final String INDICATORS = "indicators";

    /** Table 1 of the plan. */
    public static final String RESULTS = "plan-results";

    /** Values entered by hand. */
    public static final String VALUES = "indicator-values";

    /** Contradictions of the plan. */
    public static final String CONFLICTS = "indicator-conflicts";

    private static final Pattern NUMBER = Pattern.compile("([-−]?)(\\d{1,12}(?:\\.\\d{1,12})?)%?");

    private final Catalog catalog;
    private final Store store;
    private final OptionalLong asked;

    /** The tables at a revision, else as they are now. */
    public PlanTables(Catalog catalog, Store store, OptionalLong asked) {
        this.catalog = catalog;
        this.store = store;
        this.asked = asked;
    }

    /** A row of table 1: what the plan says was reached. */
    public record Result(long no, String name, String subItem, String actual, String kind) {}

    /** The year at the end of the only field that begins with a word ("base_2020"). */
    public static int year(LayerDefinition layer, String word) {
        return Integer.parseInt(field(layer, word).substring(word.length()));
    }

    private static String field(LayerDefinition layer, String word) {
        return layer.fields().stream()
                .map(one -> one.name())
                .filter(name -> name.matches(Pattern.quote(word) + "\\d{4}"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(layer.id() + " has no field " + word + "YEAR"));
    }

    /** The state of a table; empty while it has none. A table may have come after the revision that is asked for: then there was none. */
    public Optional<Revision> state(String id) {
        return store.revisions().upTo(id, asked);
    }

    /** Table 2, by number. */
    public List<IndicatorsFigure.Plan> plans() {
        LayerDefinition layer = catalog.layer(INDICATORS);
        String base = field(layer, "base_");
        String target = field(layer, "target_");
        List<IndicatorsFigure.Plan> plans = new ArrayList<>();
        read(layer, row -> {
            Fields fields = new Fields(layer, row);
            plans.add(new IndicatorsFigure.Plan(
                    (Long) fields.value("no"),
                    fields.text("domain"),
                    fields.text("name"),
                    fields.text("unit"),
                    fields.text("kind"),
                    fields.text(base),
                    number(fields.text(base)),
                    fields.text(target),
                    fields.text("target_comparator"),
                    fields.number("target_number"),
                    fields.text("target_text"),
                    fields.text("note")));
        });
        plans.sort(Comparator.comparingLong(IndicatorsFigure.Plan::no));
        return plans;
    }

    /** Table 1, by number. */
    public List<Result> results() {
        LayerDefinition layer = catalog.layer(RESULTS);
        List<Result> results = new ArrayList<>();
        read(layer, row -> {
            Fields fields = new Fields(layer, row);
            results.add(new Result(
                    (Long) fields.value("no"),
                    fields.text("name"),
                    fields.text("sub_item"),
                    fields.text(field(layer, "actual_")),
                    fields.text("kind")));
        });
        results.sort(Comparator.comparingLong(Result::no).thenComparing(Result::subItem));
        return results;
    }

    /** What was entered for an indicator, by date. */
    public List<IndicatorsFigure.Value> values(long no) {
        LayerDefinition layer = catalog.layer(VALUES);
        List<IndicatorsFigure.Value> values = new ArrayList<>();
        read(layer, row -> {
            Fields fields = new Fields(layer, row);
            if (fields.value("no").equals(no)) {
                values.add(new IndicatorsFigure.Value(
                        (LocalDate) fields.value("as_of"),
                        fields.number("value"),
                        fields.text("text"),
                        IndicatorsFigure.Origin.ENTERED,
                        fields.text("source"),
                        fields.text("note"),
                        IndicatorsFigure.State.of(fields.text("judgement")),
                        row.since()));
            }
        });
        values.sort(Comparator.comparing(IndicatorsFigure.Value::date));
        return values;
    }

    /** What the plan says twice about an indicator, in the order of the aspects. */
    public List<IndicatorsFigure.Conflict> conflicts(long no) {
        LayerDefinition layer = catalog.layer(CONFLICTS);
        List<IndicatorsFigure.Conflict> conflicts = new ArrayList<>();
        read(layer, row -> {
            Fields fields = new Fields(layer, row);
            if (fields.value("no").equals(no)) {
                conflicts.add(new IndicatorsFigure.Conflict(
                        fields.text("aspect"),
                        label("indicator-aspect", fields.text("aspect")),
                        fields.text("first_value"),
                        fields.text("first_source"),
                        fields.text("second_value"),
                        fields.text("second_source"),
                        fields.text("note")));
            }
        });
        return conflicts;
    }

    /** The words of a code. */
    public Text label(String list, String code) {
        return catalog.codeList(list).entry(code).map(CodeList.Entry::label).orElse(Text.same(code));
    }

    /** A number as the plan prints it: "65", "−5.02%"; empty for words and strokes. */
    static OptionalDouble number(String printed) {
        Matcher matcher = NUMBER.matcher(printed.strip());
        if (!matcher.matches()) {
            return OptionalDouble.empty();
        }
        double number = Double.parseDouble(matcher.group(2));
        return OptionalDouble.of(matcher.group(1).isEmpty() ? number : -number);
    }

    private interface Visitor {
        void visit(Row row);
    }

    private void read(LayerDefinition layer, Visitor visitor) {
        state(layer.id()).ifPresent(state -> store.features()
                .read(FeatureQuery.all(layer, state.id()).in(FeatureQuery.Order.ID), row -> {
                    visitor.visit(row);
                    return true;
                }));
    }

    /** The values of a row by the names of their fields. */
    private record Fields(LayerDefinition layer, Row row) {

        Object value(String name) {
            return row.value(layer.indexOf(name));
        }

        String text(String name) {
            Object value = value(name);
            return value == null ? "" : value.toString();
        }

        OptionalDouble number(String name) {
            return value(name) instanceof Number number
                    ? OptionalDouble.of(number.doubleValue())
                    : OptionalDouble.empty();
        }
    }
}
