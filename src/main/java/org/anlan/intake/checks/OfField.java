package org.anlan.intake.checks;

import java.util.function.Consumer;
import org.anlan.base.Finding;

/**
 * A check of one field's values: what it finds names the field.
 *
 * @param check looks at the values
 * @param field name of the field in its layer
 */
record OfField(FeatureCheck check, String field) implements FeatureCheck {

    @Override
    public void feature(Checked feature, Consumer<Finding> findings) {
        check.feature(feature, found -> findings.accept(found.in(field)));
    }

    @Override
    public void end(Consumer<Finding> findings) {
        check.end(found -> findings.accept(found.in(field)));
    }
}
