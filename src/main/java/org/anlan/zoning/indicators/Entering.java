package org.anlan.zoning.indicators;

import java.util.List;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.base.Storable;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.Actor;
import org.anlan.store.Commit;
import org.anlan.store.NewFeature;
import org.anlan.store.Origin;
import org.anlan.store.Revision;
import org.anlan.store.Store;
import org.anlan.zoning.Indicators;
import org.anlan.zoning.IndicatorsFigure;

/** Checks a value that somebody enters for an indicator, and keeps it as an edit of the layer of such values. */
public final class Entering {

    private static final int EARLIEST_YEAR = 1950;
    private static final int LATEST_YEAR = 2100;
    private static final int MOST_CHARACTERS = 1_000;

    private Entering() {}

    /** Keeps a value; refused ({@code bad-value}) with what is wrong. */
    public static Revision keep(
            Catalog catalog, Store store, IndicatorsFigure.Plan plan, Indicators.NewValue value, Actor author) {
        check(plan, value);
        LayerDefinition layer = catalog.layer(PlanTables.VALUES);
        Object[] values = new Object[layer.fields().size()];
        values[layer.indexOf("no")] = value.no();
        values[layer.indexOf("as_of")] = value.date();
        values[layer.indexOf("value")] =
                value.value().isPresent() ? Double.valueOf(value.value().getAsDouble()) : null;
        values[layer.indexOf("text")] = orNull(value.text());
        values[layer.indexOf("judgement")] = orNull(value.judgement());
        values[layer.indexOf("source")] = Storable.text(value.source().strip());
        values[layer.indexOf("note")] = orNull(value.note());
        String id = value.no() + "@" + value.date();
        try (Commit commit = store.begin(Origin.of(Origin.Kind.EDIT, author, value.note()))) {
            commit.layer(layer).put(new NewFeature(id, Optional.empty(), 0, 0, values, Optional.empty()));
            List<Revision> revisions = commit.finish();
            return revisions.get(0);
        }
    }

    private static String orNull(String text) {
        String clean = Storable.text(text.strip());
        return clean.isEmpty() ? null : clean;
    }

    private static void check(IndicatorsFigure.Plan plan, Indicators.NewValue value) {
        if (value.value().isPresent() == !value.text().isBlank()) {
            throw bad("应填数值或文字，二者取一", "a number or a text is wanted, one of them");
        }
        if (value.value().isPresent() && !Double.isFinite(value.value().getAsDouble())) {
            throw bad("数值不是有限的数", "the value is no finite number");
        }
        int year = value.date().getYear();
        if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
            throw bad("日期应在 %d 到 %d 年之间", "the date should lie between %d and %d", EARLIEST_YEAR, LATEST_YEAR);
        }
        if (value.source().isBlank()) {
            throw bad("缺少来源", "the source is missing");
        }
        for (String text : List.of(value.text(), value.source(), value.note())) {
            if (text.length() > MOST_CHARACTERS) {
                throw bad("文字超过 %d 个字符", "a text has more than %d characters", MOST_CHARACTERS);
            }
        }
        checkJudgement(plan, value.judgement());
    }

    private static void checkJudgement(IndicatorsFigure.Plan plan, String judgement) {
        if (judgement.isBlank()) {
            return;
        }
        if (plan.targetNumber().isPresent()) {
            throw bad("目标为数值，状态由计算得出，不作认定", "the target is a number: its state is computed and not judged");
        }
        if (IndicatorsFigure.State.of(judgement).isEmpty()) {
            throw bad(
                    "没有状态“%s”；可用：met, on-the-way, missed, no-data",
                    "there is no state \"%s\"; there are: met, on-the-way, missed, no-data", judgement);
        }
    }

    private static Refusal bad(String zh, String en, Object... arguments) {
        return Refusal.invalid("bad-value", "填报的值不能用：" + zh, "The value cannot be taken: " + en, arguments);
    }
}
