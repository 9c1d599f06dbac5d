package org.anlan.outfall.readings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.anlan.outfall.Outfall;
import org.anlan.outfall.OutfallReading;
import org.anlan.outfall.ledger.Desk;
import org.anlan.outfall.ledger.Lately;
import org.anlan.outfall.ledger.Register;
import org.anlan.store.FeatureQuery;
import org.anlan.store.Row;

/** The readings as they are now: their summary, and those of single outfalls. */
public final class Gauge {

    private final Desk desk;
    private final Parameters parameters;
    private final String limitLayer;
    private final Lately<Revisions, Look> looks;

    /**
     * What readings rest on; 0 = none were ever handed in.
     *
     * @param readings revision of the readings
     * @param limits revision of the limits
     * @param outfalls revision of the outfalls
     */
    public record Revisions(long readings, long limits, long outfalls) {}

    /**
     * The readings of one state.
     *
     * @param revisions what they rest on
     * @param register the outfalls
     * @param limits the limits
     * @param summary the summary
     */
    public record Look(Revisions revisions, Register register, LimitTable limits, Summary summary) {}

    /** The readings in front of somebody. */
    public Gauge(Desk desk) {
        this.desk = desk;
        this.parameters = Parameters.of(desk.catalog());
        this.limitLayer = parameters
                .layer()
                .check(LimitTable.OVER_LIMIT)
                .map(call -> call.text(3))
                .orElse(Parameters.LAYER);
        this.looks = new Lately<>(this::look, this::followed);
    }

    /** What is measured. */
    public Parameters parameters() {
        return parameters;
    }

    /** The readings as they are now. */
    public Look now() {
        return looks.of(newest());
    }

    /** What readings rest on now. */
    public Revisions newest() {
        return new Revisions(desk.newest(Parameters.LAYER), desk.newest(limitLayer), desk.newest(Register.LAYER));
    }

    /** The revisions that readings rest on, by layer. */
    public Map<String, Long> byLayer(Revisions revisions) {
        Map<String, Long> named = new TreeMap<>();
        named.put(limitLayer, revisions.limits());
        named.put(Parameters.LAYER, revisions.readings());
        named.put(Register.LAYER, revisions.outfalls());
        return named;
    }

    /** All readings are read. */
    private Look look(Revisions revisions) {
        Register register = desk.register();
        LimitTable limits = new LimitTable(desk, parameters);
        Summing summing = Summing.none(parameters, register.outfalls().size());
        if (revisions.readings() > 0) {
            samples(register, limits)
                    .read(FeatureQuery.all(parameters.layer(), revisions.readings()), Long.MAX_VALUE, summing::add);
        }
        return new Look(revisions, register, limits, summing.made());
    }

    /** The look before, taken on by what was entered since; who asked a moment too early is shown the newer one. */
    private Optional<Look> followed(Look before, Revisions wanted) {
        Revisions known = before.revisions();
        if (known.readings() == 0 || known.limits() != wanted.limits() || known.outfalls() != wanted.outfalls()) {
            return Optional.empty();
        }
        if (known.readings() >= wanted.readings()) {
            return Optional.of(before);
        }
        return new Following(samples(before.register(), before.limits()), parameters, before.register())
                .to(before.summary(), known.readings(), wanted.readings())
                .map(summary -> new Look(wanted, before.register(), before.limits(), summary));
    }

    private Samples samples(Register register, LimitTable limits) {
        return new Samples(desk.store().features(), parameters, register, limits);
    }

    /** The readings of an outfall between two days, both included, the oldest first. */
    public List<OutfallReading> of(Look look, Outfall outfall, LocalDate from, LocalDate to) {
        double[] limits = look.limits().of(outfall.standard());
        Map<LocalDate, OutfallReading> readings = new TreeMap<>();
        Set<String> ids = new HashSet<>();
        int place = look.register().place(outfall.code());
        for (int day : place < 0 ? new int[0] : look.summary().days(place)) {
            LocalDate sampled = LocalDate.ofEpochDay(day);
            if (!sampled.isBefore(from) && !sampled.isAfter(to)) {
                ids.add(id(outfall.code(), sampled));
                if (ids.size() == FeatureQuery.MOST_IDS) {
                    read(look, ids, limits, readings);
                    ids.clear();
                }
            }
        }
        read(look, ids, limits, readings);
        return List.copyOf(readings.values());
    }

    /** The id of a reading, as the layer makes it. */
    public static String id(String outfall, LocalDate sampled) {
        return outfall + "@" + sampled;
    }

    private void read(Look look, Set<String> ids, double[] limits, Map<LocalDate, OutfallReading> into) {
        if (!ids.isEmpty()) {
            FeatureQuery query = FeatureQuery.all(
                            parameters.layer(), look.revisions().readings())
                    .withIds(ids);
            desk.store().features().read(query, row -> {
                OutfallReading reading = reading(row, limits);
                into.put(reading.sampled(), reading);
                return true;
            });
        }
    }

    private OutfallReading reading(Row row, double[] limits) {
        Map<String, Double> values = new LinkedHashMap<>();
        List<String> exceeding = new ArrayList<>();
        for (int i = 0; i < limits.length; i++) {
            Parameters.Parameter parameter = parameters.all().get(i);
            if (row.value(parameter.at()) instanceof Double value) {
                values.put(parameter.code(), value);
                if (value > limits[i]) {
                    exceeding.add(parameter.code());
                }
            }
        }
        Optional<Object> remark =
                Optional.ofNullable(row.value(parameters.layer().indexOf("remark")));
        return new OutfallReading(
                (LocalDate) row.value(parameters.layer().indexOf("sampled")),
                values,
                List.copyOf(exceeding),
                remark.map(Object::toString).orElse(""));
    }
}
