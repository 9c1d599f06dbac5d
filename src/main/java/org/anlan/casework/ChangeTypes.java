package org.anlan.casework;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.anlan.catalog.Catalog;
import org.anlan.coast.ChangeFigure;
import org.anlan.coast.CoastLabels;
import org.anlan.coast.CountingRules;
import org.anlan.coast.Counts;

/** The types of coast before and after, as problem sites tell them and count them. */
final class ChangeTypes {

    private final CoastLabels labels;

    /** Types as this catalogue calls them. */
    ChangeTypes(Catalog catalog) {
        this.labels = new CoastLabels(catalog);
    }

    /** What a type is called in Chinese, the language of titles; blank where there is no coast. */
    String zh(Optional<ChangeFigure.Type> type) {
        return type.map(one -> labels.type(one.type1(), one.type2()).zh()).orElse("");
    }

    /** Says a type; nothing where there is no coast. */
    static void put(ObjectNode node, String name, Optional<ChangeFigure.Type> type) {
        type.ifPresent(one -> node.putObject(name).put("type1", one.type1()).put("type2", one.type2()));
    }

    /** Whether coast that counted as natural is there still and counts so no more. */
    static boolean naturalLost(CountingRules counting, ChangeFigure.Reach reach) {
        return reach.to().isPresent() && natural(counting, reach.from()) && !natural(counting, reach.to());
    }

    private static boolean natural(CountingRules counting, Optional<ChangeFigure.Type> type) {
        return type.map(one -> counting.counts(one.type1(), one.type2()) == Counts.NATURAL)
                .orElse(false);
    }
}
