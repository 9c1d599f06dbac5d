package org.anlan.intake.checks;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.LayerDefinition;
import org.anlan.intake.NewestRows;
import org.anlan.store.Store;

/** A reading is one of an outfall that there is: a field names a feature of another layer by its id. Silent while that layer was never handed in. */
final class KnownIn implements FeatureCheck {

    private final int at;
    private final FieldDefinition field;
    private final LayerDefinition other;
    private final boolean isThere;
    private final Set<String> ids = new HashSet<>();

    /**
     * @param at position of the field
     * @param other the layer that it names a feature of
     */
    KnownIn(Store store, int at, FieldDefinition field, LayerDefinition other) {
        this.at = at;
        this.field = field;
        this.other = other;
        this.isThere = store.revisions().newest(other.id()).isPresent();
        NewestRows.each(store, other, row -> ids.add(row.id()));
    }

    @Override
    public void feature(Checked feature, Consumer<Finding> findings) {
        if (isThere && feature.values()[at] instanceof String id && !ids.contains(id)) {
            findings.accept(feature.finding(
                    "value.unknown-feature",
                    Severity.ERROR,
                    Text.of(
                            "“%1$s”的值“%3$s”不在图层“%4$s”中；请改正编码，或先导入该图层。",
                            "The value \"%3$s\" of \"%2$s\" is not in the layer \"%5$s\"; correct it, or hand that layer in first.",
                            field.label().zh(),
                            field.label().en(),
                            id,
                            other.title().zh(),
                            other.title().en())));
        }
    }
}
