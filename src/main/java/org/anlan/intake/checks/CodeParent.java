package org.anlan.intake.checks;

import java.util.Optional;
import java.util.function.Consumer;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.catalog.CodeList;

/** A level-2 class belongs to its level-1 class: 砂质 is natural coast. */
final class CodeParent implements FeatureCheck {

    private final int child;
    private final int parent;
    private final CodeList children;

    CodeParent(int child, int parent, CodeList children) {
        this.child = child;
        this.parent = parent;
        this.children = children;
    }

    @Override
    public void feature(Checked feature, Consumer<Finding> findings) {
        if (!(feature.values()[child] instanceof String code) || !(feature.values()[parent] instanceof String above)) {
            return;
        }
        Optional<CodeList.Entry> entry = children.entry(code);
        entry.flatMap(CodeList.Entry::parent)
                .filter(p -> !p.equals(above))
                .ifPresent(expected -> findings.accept(feature.finding(
                        "code.parent",
                        Severity.WARNING,
                        Text.of(
                                "二级类“%1$s”属于“%3$s”，而一级类是“%4$s”。",
                                "The level-2 class \"%2$s\" belongs to \"%3$s\", but level 1 is \"%4$s\".",
                                entry.get().label().zh(),
                                entry.get().label().en(),
                                expected,
                                above))));
    }
}
