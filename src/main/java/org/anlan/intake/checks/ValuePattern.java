package org.anlan.intake.checks;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.catalog.FieldDefinition;

/** A text is written as a pattern asks (a code of so many digits). */
final class ValuePattern implements FeatureCheck {

    /** A longer text is none of the codes that patterns are for, and could keep a pattern busy. */
    private static final int LONGEST = 500;

    private final int at;
    private final FieldDefinition field;
    private final Pattern pattern;

    /** @param at position of the field */
    ValuePattern(int at, FieldDefinition field, String pattern) {
        this.at = at;
        this.field = field;
        this.pattern = Pattern.compile(pattern);
    }

    @Override
    public void feature(Checked feature, Consumer<Finding> findings) {
        if (feature.values()[at] instanceof String value
                && (value.length() > LONGEST || !pattern.matcher(value).matches())) {
            findings.accept(feature.finding(
                    "field.pattern",
                    Severity.WARNING,
                    Text.of(
                            "“%1$s”的值“%3$s”的写法不符合规定（%4$s）。",
                            "The value \"%3$s\" of \"%2$s\" is not written as asked (%4$s).",
                            field.label().zh(),
                            field.label().en(),
                            value.substring(0, Math.min(60, value.length())),
                            pattern.pattern())));
        }
    }
}
