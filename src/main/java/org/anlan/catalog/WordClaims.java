package org.anlan.catalog;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.anlan.base.json.JsonValue;

/** Sees to it that a word in files can mean only one thing: one field of a layer, or one entry of a code list. */
final class WordClaims {

    private final Map<String, String> owners = new HashMap<>();
    private final UnaryOperator<String> comparedAs;

    /** @param comparedAs how words are compared */
    WordClaims(UnaryOperator<String> comparedAs) {
        this.comparedAs = comparedAs;
    }

    /** Claims a word for its owner; refused when another owner has it. */
    void claim(String word, String owner, JsonValue place) {
        String other = owners.putIfAbsent(comparedAs.apply(word), owner);
        if (other != null && !other.equals(owner)) {
            throw place.broken("“%s”同时指“%s”和“%s”", "\"%s\" is claimed by both \"%s\" and \"%s\"", word, other, owner);
        }
    }
}
