package org.anlan.outfall.readings;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.anlan.base.Quarter;
import org.anlan.base.Refusal;
import org.anlan.base.Storable;
import org.anlan.catalog.LayerDefinition;
import org.anlan.catalog.Units;
import org.anlan.outfall.Outfall;
import org.anlan.outfall.OutfallReading;
import org.anlan.outfall.ledger.Desk;
import org.anlan.store.Actor;
import org.anlan.store.Commit;
import org.anlan.store.FeatureQuery;
import org.anlan.store.NewFeature;
import org.anlan.store.Origin;
import org.anlan.store.Revision;

/** Checks a reading that somebody enters, and keeps it. */
public final class NewReading {

    private static final int EARLIEST_YEAR = 1950;
    private static final int MOST_CHARACTERS = 1_000;

    private final Desk desk;
    private final Parameters parameters;

    /** Takes readings of these parameters. */
    public NewReading(Desk desk, Gauge gauge) {
        this.desk = desk;
        this.parameters = gauge.parameters();
    }

    /** Keeps a reading; refused ({@code unknown-parameter}, {@code bad-reading}, {@code wrong-unit}, {@code date-in-the-future}) with what is wrong. */
    public Revision keep(Outfall outfall, OutfallReading.New reading, Actor actor) {
        Map<Integer, Double> measured = measured(reading);
        LayerDefinition layer = parameters.layer();
        String id = Gauge.id(outfall.code(), reading.sampled());
        Object[] values = new Object[layer.fields().size()];
        Optional<String> extra = known(id, values);
        values[layer.indexOf("outfall_code")] = outfall.code();
        values[layer.indexOf("sampled")] = reading.sampled();
        values[layer.indexOf("quarter")] = Quarter.of(reading.sampled()).toString();
        if (!reading.remark().isEmpty()) {
            values[layer.indexOf("remark")] = Storable.text(reading.remark());
        }
        measured.forEach((at, value) -> values[at] = value);
        try (Commit commit =
                desk.store().begin(Origin.of(Origin.Kind.EDIT, actor, outfall.code() + " " + reading.sampled()))) {
            commit.layer(layer).put(new NewFeature(id, Optional.empty(), 0, 0, values, extra));
            return commit.finish().get(0);
        }
    }

    /** Fills in what is kept of the sample already. */
    private Optional<String> known(String id, Object[] values) {
        long newest = desk.newest(Parameters.LAYER);
        Object[] extra = {null};
        if (newest > 0) {
            desk.store()
                    .features()
                    .read(FeatureQuery.all(parameters.layer(), newest).withIds(Set.of(id)), row -> {
                        for (int i = 0; i < values.length; i++) {
                            values[i] = row.value(i);
                        }
                        extra[0] = row.extra().orElse(null);
                        return true;
                    });
        }
        return Optional.ofNullable((String) extra[0]);
    }

    private Map<Integer, Double> measured(OutfallReading.New reading) {
        mustBePast(reading.sampled());
        if (reading.values().isEmpty()) {
            throw bad("没有监测值（values）", "there are no \"values\"");
        }
        if (reading.remark().length() > MOST_CHARACTERS) {
            throw bad("备注超过 %d 个字符", "the remark has more than %d characters", MOST_CHARACTERS);
        }
        reading.units().keySet().forEach(word -> {
            parameters.find(word);
            if (!reading.values().containsKey(word)) {
                throw bad("给出了“%s”的单位，却没有它的值", "there is a unit of \"%s\" but no value", word);
            }
        });
        Map<Integer, Double> measured = new HashMap<>();
        reading.values().forEach((word, value) -> {
            Parameters.Parameter parameter = parameters.find(word);
            double inUnit = value * factor(parameter, reading.units().getOrDefault(word, parameter.unit()));
            if (!(inUnit >= parameter.least() && inUnit <= parameter.most()) || !Double.isFinite(inUnit)) {
                throw bad(
                        "“%1$s”的值 %3$s %4$s 不可能（应在 %5$s 到 %6$s 之间）",
                        "\"%2$s\" cannot be %3$s %4$s (from %5$s to %6$s is possible)",
                        parameter.label().zh(),
                        parameter.label().en(),
                        inUnit,
                        parameter.unit(),
                        parameter.least(),
                        parameter.most());
            }
            if (measured.put(parameter.at(), inUnit) != null) {
                throw bad("“%s”给出了两次", "\"%s\" is given twice", parameter.code());
            }
        });
        return measured;
    }

    private static double factor(Parameters.Parameter parameter, String unit) {
        OptionalDouble factor =
                unit.equals(parameter.unit()) ? OptionalDouble.of(1) : Units.factor(unit, parameter.unit());
        return factor.orElseThrow(() -> Refusal.invalid(
                "wrong-unit",
                "“%1$s”的单位 %3$s 不能换算为 %4$s；请以 %4$s 填报。未作任何更改。",
                "\"%2$s\" in %3$s cannot be turned into %4$s; give it in %4$s. Nothing was changed.",
                parameter.label().zh(),
                parameter.label().en(),
                unit,
                parameter.unit()));
    }

    private void mustBePast(LocalDate sampled) {
        if (sampled == null || sampled.getYear() < EARLIEST_YEAR) {
            throw bad("缺少采样日期（sampled），或日期不合理", "the day of the sample (\"sampled\") is missing or out of reason");
        }
        if (sampled.isAfter(desk.today())) {
            throw Refusal.invalid(
                    "date-in-the-future",
                    "采样日期 %s 在今天（%s）之后；未作任何更改。",
                    "The day of the sample, %s, is after today (%s); nothing was changed.",
                    sampled,
                    desk.today());
        }
    }

    private static Refusal bad(String zh, String en, Object... arguments) {
        return Refusal.invalid(
                "bad-reading", "监测值不能登记：" + zh + "。", "The reading cannot be taken: " + en + ".", arguments);
    }
}
