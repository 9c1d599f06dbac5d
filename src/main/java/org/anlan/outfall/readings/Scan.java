package org.anlan.outfall.readings;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anlan.intake.StandardLimits;
import org.anlan.outfall.ledger.Desk;
import org.anlan.outfall.ledger.Register;
import org.anlan.store.FeatureQuery;
import org.anlan.store.Row;

/** Goes once through all readings of a revision. */
public final class Scan {

    /** The check that tells which limits hold. */
    public static final String OVER_LIMIT = "over-limit";

    private final Parameters parameters;
    private final Register register;
    private final LimitTable limits;
    private final Summary summary;
    private final int codeAt;
    private final int dayAt;
    private final double[] values;

    private Scan(Parameters parameters, Register register, LimitTable limits) {
        this.parameters = parameters;
        this.register = register;
        this.limits = limits;
        this.summary = new Summary(register.outfalls().size(), parameters.all().size());
        this.codeAt = parameters.layer().indexOf("outfall_code");
        this.dayAt = parameters.layer().indexOf("sampled");
        this.values = new double[parameters.all().size()];
    }

    /** The summary of the readings at a revision; 0 = none were ever handed in. */
    public static Summary summary(
            Desk desk, Parameters parameters, Register register, LimitTable limits, long revision) {
        Scan scan = new Scan(parameters, register, limits);
        if (revision > 0) {
            desk.store().features().read(FeatureQuery.all(parameters.layer(), revision), row -> {
                scan.take(row);
                return true;
            });
        }
        scan.summary.seal();
        return scan.summary;
    }

    private void take(Row row) {
        String code = (String) row.value(codeAt);
        if (!(row.value(dayAt) instanceof LocalDate day)) {
            return;
        }
        int place = register.place(code);
        for (int i = 0; i < values.length; i++) {
            values[i] = row.value(parameters.all().get(i).at()) instanceof Double value ? value : Double.NaN;
        }
        String standard = place < 0 ? "" : register.outfalls().get(place).standard();
        String known = place < 0 ? code : register.outfalls().get(place).code();
        summary.add(place, known, day, parameters.all(), values, limits.of(standard));
    }

    /** The limits of standards, one for each parameter. */
    public static final class LimitTable {

        private final Map<String, double[]> known = new HashMap<>();
        private final Parameters parameters;
        private final Optional<StandardLimits> limits;

        /** The limits as they are now; none where the layer of readings asks for no check of them. */
        public LimitTable(Desk desk, Parameters parameters) {
            this.parameters = parameters;
            this.limits = parameters
                    .layer()
                    .check(OVER_LIMIT)
                    .map(call -> StandardLimits.ofStandards(desk.catalog(), desk.store(), parameters.layer(), call));
        }

        /** The limits of a standard, NaN where there is none. */
        public synchronized double[] of(String standard) {
            return known.computeIfAbsent(standard, this::byParameter);
        }

        private double[] byParameter(String standard) {
            double[] of = limits.map(table -> table.ofStandard(standard)).orElse(new double[0]);
            List<Integer> fields = limits.map(StandardLimits::fields).orElse(List.of());
            double[] all = new double[parameters.all().size()];
            for (int i = 0; i < all.length; i++) {
                int at = fields.indexOf(parameters.all().get(i).at());
                all[i] = at < 0 || at >= of.length ? Double.NaN : of[at];
            }
            return all;
        }
    }
}
