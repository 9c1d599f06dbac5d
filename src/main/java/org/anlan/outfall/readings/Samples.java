package org.anlan.outfall.readings;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.anlan.outfall.ledger.Register;
import org.anlan.store.FeatureQuery;
import org.anlan.store.FeatureStore;
import org.anlan.store.Row;

/** Reads rows of readings as samples: by which outfall, beside which limits. */
final class Samples {

    private final FeatureStore features;
    private final Parameters parameters;
    private final Register register;
    private final LimitTable limits;
    private final int codeAt;
    private final int dayAt;

    /** Samples of these outfalls. */
    Samples(FeatureStore features, Parameters parameters, Register register, LimitTable limits) {
        this.features = features;
        this.parameters = parameters;
        this.register = register;
        this.limits = limits;
        this.codeAt = parameters.layer().indexOf("outfall_code");
        this.dayAt = parameters.layer().indexOf("sampled");
    }

    /**
     * Gives the samples of some rows, at most of so many rows.
     *
     * @return how many rows there were; one more than {@code most} when there were too many
     */
    long read(FeatureQuery query, long most, Consumer<Sample> each) {
        long[] rows = {0};
        features.read(query, row -> {
            if (++rows[0] > most) {
                return false;
            }
            sample(row).ifPresent(each);
            return true;
        });
        return rows[0];
    }

    private Optional<Sample> sample(Row row) {
        if (!(row.value(dayAt) instanceof LocalDate day)) {
            return Optional.empty();
        }
        String stated = (String) row.value(codeAt);
        int outfall = register.place(stated);
        double[] values = new double[parameters.all().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.value(parameters.all().get(i).at()) instanceof Double value ? value : Double.NaN;
        }
        String standard = outfall < 0 ? "" : register.outfalls().get(outfall).standard();
        String code = outfall < 0 ? stated : register.outfalls().get(outfall).code();
        return Optional.of(new Sample(row.fid(), outfall, code, day, values, limits.of(standard)));
    }
}
