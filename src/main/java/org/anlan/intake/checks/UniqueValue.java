package org.anlan.intake.checks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.catalog.FieldDefinition;

/** No two features of one scope (a survey year) have the same value of a field that the catalogue calls unique. */
final class UniqueValue implements FeatureCheck {

    private final int at;
    private final FieldDefinition field;
    private final ScopeOf scope;
    private final Map<List<Object>, Integer> records = new HashMap<>();

    /**
     * @param at position of the field
     * @param scope within what it is unique
     */
    UniqueValue(int at, FieldDefinition field, ScopeOf scope) {
        this.at = at;
        this.field = field;
        this.scope = scope;
    }

    @Override
    public void feature(Checked feature, Consumer<Finding> findings) {
        Object value = feature.values()[at];
        Object within = scope.of(feature);
        Integer earlier = value == null ? null : records.putIfAbsent(List.of(within, value), feature.record());
        if (earlier != null) {
            findings.accept(feature.finding(
                    "field.unique",
                    Severity.ERROR,
                    Text.of(
                            "“%1$s”的值“%3$s”与第 %4$d 条记录重复。",
                            "The value \"%3$s\" of \"%2$s\" is that of record %4$d too.",
                            field.label().zh(),
                            field.label().en(),
                            value,
                            earlier)));
        }
    }
}
