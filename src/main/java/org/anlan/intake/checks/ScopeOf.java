package org.anlan.intake.checks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.anlan.catalog.LayerDefinition;

/**
 * What belongs together: features of one scope (a survey year, a level). Those of others are not compared: each survey draws the whole coast anew.
 *
 * @param field position of the layer's scope field; -1 when it has none
 */
record ScopeOf(int field) {

    static ScopeOf layer(LayerDefinition layer) {
        return new ScopeOf(layer.scopeField().map(layer::indexOf).orElse(-1));
    }

    /** The scope of a feature; the empty string when it has none. */
    Object of(Checked feature) {
        return field < 0 || feature.values()[field] == null ? "" : feature.values()[field];
    }

    /** Something for each scope, made when it is first met, in that order. */
    static final class Each<T> {

        private final ScopeOf scope;
        private final Supplier<T> maker;
        private final Map<Object, T> made = new LinkedHashMap<>();

        Each(ScopeOf scope, Supplier<T> maker) {
            this.scope = scope;
            this.maker = maker;
        }

        T of(Checked feature) {
            return made.computeIfAbsent(scope.of(feature), key -> maker.get());
        }

        Map<Object, T> all() {
            return made;
        }
    }
}
