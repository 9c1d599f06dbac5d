package org.anlan.intake;

import java.util.Optional;
import java.util.OptionalDouble;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.Units;

/**
 * The unit that the heading of a column states, where it is another than that of the field it goes to: a laboratory's ug/L for mg/L.
 *
 * @param column the heading
 * @param stated the unit that it states
 * @param field where it goes
 * @param wanted the unit there
 * @param factor what its numbers are multiplied by; empty when that is not known
 */
record ColumnUnit(String column, String stated, FieldDefinition field, String wanted, OptionalDouble factor) {

    /** The unit of a column that is another than its field's. */
    static Optional<ColumnUnit> other(String column, FieldDefinition field) {
        return field.unit().flatMap(wanted -> Units.heading(column)
                .map(heading ->
                        new ColumnUnit(column, heading.unit(), field, wanted, Units.factor(heading.unit(), wanted)))
                .filter(one -> one.factor().isEmpty() || one.factor().getAsDouble() != 1));
    }

    /** What a hand-in is told of it. */
    Finding finding(String layer) {
        if (factor.isPresent()) {
            return Finding.ofFile(
                    "unit.converted",
                    Severity.WARNING,
                    layer,
                    Text.of(
                            "列“%1$s”以 %2$s 为单位，“%3$s”应为 %5$s：数值已乘以 %6$s；请核对。",
                            "The column \"%1$s\" is in %2$s, \"%4$s\" in %5$s: its numbers are multiplied by %6$s; check them.",
                            column,
                            stated,
                            field.label().zh(),
                            field.label().en(),
                            wanted,
                            factor.getAsDouble()));
        }
        return Finding.ofFile(
                "unit.differs",
                Severity.ERROR,
                layer,
                Text.of(
                        "列“%1$s”的单位 %2$s 不能换算为“%3$s”的单位 %5$s；请把数值改为 %5$s 并改列名，或不导入该列。",
                        "The column \"%1$s\" is in %2$s, which cannot be turned into %5$s, the unit of \"%4$s\"; give its numbers in %5$s and rename it, or "
                                + "leave the column out.",
                        column,
                        stated,
                        field.label().zh(),
                        field.label().en(),
                        wanted));
    }
}
