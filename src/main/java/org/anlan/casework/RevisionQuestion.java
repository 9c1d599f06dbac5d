package org.anlan.casework;

import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.coast.Change;

/**
 * Which two revisions of a layer are compared.
 *
 * @param layer the layer: the coastline or one of areas
 * @param from the earlier revision
 * @param to the later revision
 * @param year survey year; empty = the newest in the later revision, where the layer has survey years
 * @param rules id of the counting rule set, for the coastline; empty = the usual one
 * @param toleranceM how far the line of the coast may have moved and still be the same coast, metres
 */
public record RevisionQuestion(
        String layer, long from, long to, Optional<Integer> year, Optional<String> rules, double toleranceM) {

    /** The question as it is entered; refused ({@code missing-value}) without layer, from and to. */
    public static RevisionQuestion entered(
            Optional<String> layer,
            Optional<Long> from,
            Optional<Long> to,
            Optional<Integer> year,
            Optional<String> rules,
            Optional<Double> toleranceM) {
        if (layer.isEmpty() || from.isEmpty() || to.isEmpty()) {
            throw Refusal.invalid(
                    "missing-value",
                    "应给出图层（layer）和两个修订号（from、to）",
                    "A layer and two of its revisions are needed: layer, from, to");
        }
        return new RevisionQuestion(
                layer.get(), from.get(), to.get(), year, rules, toleranceM.orElse(Change.DEFAULT_TOLERANCE_M));
    }
}
