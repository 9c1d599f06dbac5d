package org.anlan.intake.checks;

import java.util.Locale;
import java.util.function.Consumer;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.catalog.FieldDefinition;

/** A number lies between two bounds, both included; an empty bound is none. */
final class ValueRange implements FeatureCheck {

    private final int at;
    private final FieldDefinition field;
    private final double least;
    private final double most;
    private final Severity severity;
    private final String words;

    /**
     * @param at position of the field
     * @param least lower bound; "" for none
     * @param most upper bound; "" for none
     * @param severity word of what a value outside is
     */
    ValueRange(int at, FieldDefinition field, String least, String most, String severity) {
        this.at = at;
        this.field = field;
        this.least = least.isEmpty() ? Double.NEGATIVE_INFINITY : Double.parseDouble(least);
        this.most = most.isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(most);
        this.severity = Severity.valueOf(severity.toUpperCase(Locale.ROOT));
        this.words = least + " … " + most;
    }

    @Override
    public void feature(Checked feature, Consumer<Finding> findings) {
        if (feature.values()[at] instanceof Number value
                && !(value.doubleValue() >= least && value.doubleValue() <= most)) {
            findings.accept(feature.finding(
                    "field.range",
                    severity,
                    Text.of(
                            "“%1$s”的值 %3$s 不在 %4$s 之内；请核对。",
                            "The value %3$s of \"%2$s\" is not within %4$s; check it.",
                            field.label().zh(),
                            field.label().en(),
                            value,
                            words)));
        }
    }
}
