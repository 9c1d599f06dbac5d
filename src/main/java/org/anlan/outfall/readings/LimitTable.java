package org.anlan.outfall.readings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anlan.intake.StandardLimits;
import org.anlan.outfall.ledger.Desk;

/** The limits of standards, one for each parameter. */
public final class LimitTable {

    /** The check that tells which limits hold. */
    static final String OVER_LIMIT = "over-limit";

    private final Map<String, double[]> known = new HashMap<>();
    private final Parameters parameters;
    private final Optional<StandardLimits> limits;

    /** The limits as they are now; none where the layer of readings asks for no check of them. */
    LimitTable(Desk desk, Parameters parameters) {
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
