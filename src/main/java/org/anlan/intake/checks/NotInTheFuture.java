package org.anlan.intake.checks;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.anlan.base.ChinaTime;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.catalog.FieldDefinition;

/** What was measured was not measured after today. */
final class NotInTheFuture implements FeatureCheck {

    private final int at;
    private final FieldDefinition field;
    private final LocalDate today = ChinaTime.today();

    /** @param at position of the field */
    NotInTheFuture(int at, FieldDefinition field) {
        this.at = at;
        this.field = field;
    }

    @Override
    public void feature(Checked feature, Consumer<Finding> findings) {
        if (feature.values()[at] instanceof LocalDate day && day.isAfter(today)) {
            findings.accept(feature.finding(
                    "date.future",
                    Severity.ERROR,
                    Text.of(
                            "“%1$s”%3$s 在今天（%4$s）之后；请改正。",
                            "\"%2$s\", %3$s, is after today (%4$s); correct it.",
                            field.label().zh(),
                            field.label().en(),
                            day,
                            today)));
        }
    }
}
