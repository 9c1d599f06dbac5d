package org.anlan.intake.checks;

import java.util.function.Consumer;
import org.anlan.base.Finding;

/** Looks at every feature of a layer as it passes, and at all of them at the end. */
public interface FeatureCheck {

    /** One feature. */
    void feature(Checked feature, Consumer<Finding> findings);

    /** After the last feature; checks that need the whole layer find here. */
    default void end(Consumer<Finding> findings) {}
}
