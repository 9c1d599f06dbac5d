package org.anlan.intake.checks;

import java.util.OptionalDouble;
import org.anlan.catalog.LayerDefinition;

/**
 * How the lines of a layer have to lie to each other, as its catalogue entry says; what is empty or false is not looked at.
 *
 * @param overlapM two drawings of one line lie nearer than this, metres
 * @param gapM ends nearer than this should meet, metres
 * @param danglesM an end nearer than this to the middle of a line should meet it, metres
 * @param crossing whether lines must not cross
 * @param direction whether lines that follow each other should run the same way
 */
record LineRules(
        OptionalDouble overlapM, OptionalDouble gapM, OptionalDouble danglesM, boolean crossing, boolean direction) {

    static LineRules of(LayerDefinition layer) {
        return new LineRules(
                metres(layer, "line-overlap"),
                metres(layer, "line-gap"),
                metres(layer, "line-dangle"),
                layer.check("line-crossing").isPresent(),
                layer.check("line-direction").isPresent());
    }

    private static OptionalDouble metres(LayerDefinition layer, String check) {
        return layer.check(check).map(call -> OptionalDouble.of(call.number(0))).orElse(OptionalDouble.empty());
    }

    /** Whether there is anything to look at. */
    boolean any() {
        return overlapM.isPresent() || gapM.isPresent() || danglesM.isPresent() || crossing || direction;
    }
}
