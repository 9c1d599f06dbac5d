package org.anlan.zoning.indicators;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.anlan.zoning.IndicatorsFigure;

/** Finds where table 1 says something else than table 2 about an indicator of the same name: another value of the base year, another kind. */
public final class SameIndicator {

    private static final Pattern UNIT = Pattern.compile("[(（][^()（）]*[)）]$");

    private final PlanTables tables;
    private final List<PlanTables.Result> results;

    /** Compares with table 1. */
    public SameIndicator(PlanTables tables) {
        this.tables = tables;
        this.results = tables.results();
    }

    /** The differences about one indicator. */
    public List<IndicatorsFigure.Conflict> conflicts(IndicatorsFigure.Plan plan) {
        List<IndicatorsFigure.Conflict> conflicts = new ArrayList<>();
        for (PlanTables.Result result : results) {
            if (name(result.name()).equals(name(plan.name()))) {
                if (differ(plan.base(), result.actual())) {
                    conflicts.add(conflict("base", plan, plan.base(), result, result.actual()));
                }
                if (!result.kind().isEmpty()
                        && !plan.kind().isEmpty()
                        && !result.kind().equals(plan.kind())) {
                    conflicts.add(conflict(
                            "kind",
                            plan,
                            tables.label("indicator-kind", plan.kind()).zh(),
                            result,
                            tables.label("indicator-kind", result.kind()).zh()));
                }
            }
        }
        return conflicts;
    }

    /** Without the unit in brackets behind it. */
    private static String name(String name) {
        return UNIT.matcher(name.strip()).replaceFirst("").strip();
    }

    /** Two numbers differ as numbers ("−5.02%" is "-5.02"), two texts as texts. */
    private static boolean differ(String base, String actual) {
        var one = PlanTables.number(base);
        var other = PlanTables.number(actual);
        if (one.isPresent() && other.isPresent()) {
            return one.getAsDouble() != other.getAsDouble();
        }
        return !base.strip().equals(actual.strip());
    }

    private IndicatorsFigure.Conflict conflict(
            String aspect, IndicatorsFigure.Plan plan, String first, PlanTables.Result result, String second) {
        return new IndicatorsFigure.Conflict(
                aspect,
                tables.label("indicator-aspect", aspect),
                first,
                "表2 第" + plan.no() + "项",
                second,
                "表1 第" + result.no() + "项",
                "");
    }
}
