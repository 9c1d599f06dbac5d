package org.anlan.intake.checks;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.LayerDefinition;
import org.anlan.intake.StandardLimits;

/** What is measured does not exceed the limit of the standard that its subject follows. */
final class OverLimit implements FeatureCheck {

    private final LayerDefinition layer;
    private final int subjectAt;
    private final StandardLimits limits;
    private final Map<String, double[]> ofStandards = new HashMap<>();

    /** @param subjectAt position of the field that names the subject (the outfall) */
    OverLimit(LayerDefinition layer, int subjectAt, StandardLimits limits) {
        this.layer = layer;
        this.subjectAt = subjectAt;
        this.limits = limits;
    }

    @Override
    public void feature(Checked feature, Consumer<Finding> findings) {
        if (!(feature.values()[subjectAt] instanceof String subject)) {
            return;
        }
        String standard = limits.standardOf(subject);
        double[] most = ofStandards.computeIfAbsent(standard, limits::ofStandard);
        for (int i = 0; i < most.length; i++) {
            int at = limits.fields().get(i);
            if (feature.values()[at] instanceof Double value && value > most[i]) {
                findings.accept(exceeds(feature, layer.fields().get(at), value, most[i], standard));
            }
        }
    }

    private static Finding exceeds(
            Checked feature, FieldDefinition field, double value, double limit, String standard) {
        return feature.finding(
                        "reading.over-limit",
                        Severity.WARNING,
                        Text.of(
                                "“%1$s”的值 %3$s %4$s 超过限值 %5$s（%6$s）；请核实并跟进。",
                                "\"%2$s\" is %3$s %4$s, above the limit of %5$s (%6$s); verify it and follow it up.",
                                field.label().zh(),
                                field.label().en(),
                                value,
                                field.unit().orElse(""),
                                limit,
                                standard))
                .in(field.name());
    }
}
