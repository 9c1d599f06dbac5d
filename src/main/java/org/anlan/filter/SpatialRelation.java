package org.anlan.filter;

import java.util.Locale;

/** How two shapes lie to each other (OGC 06-103r4, DE-9IM; 21-065r2, rule {@code spatialFunction}). */
public enum SpatialRelation {
    /** They have a point in common. */
    INTERSECTS,
    /** They have no point in common. */
    DISJOINT,
    /** They are the same set of points. */
    EQUALS,
    /** Their boundaries meet, their insides do not. */
    TOUCHES,
    /** They have some of their insides in common, of a lower dimension than the higher of the two. */
    CROSSES,
    /** The first lies in the second. */
    WITHIN,
    /** The second lies in the first. */
    CONTAINS,
    /** They are of one dimension and have a part of it in common, and neither holds the other. */
    OVERLAPS;

    /** The function's name in text: "S_INTERSECTS". */
    public String word() {
        return "S_" + name();
    }

    /** The function's name in JSON: "s_intersects". */
    public String op() {
        return word().toLowerCase(Locale.ROOT);
    }

    /** The same with its operands exchanged. */
    SpatialRelation turned() {
        return switch (this) {
            case INTERSECTS, DISJOINT, EQUALS, TOUCHES, CROSSES, OVERLAPS -> this;
            case WITHIN -> CONTAINS;
            case CONTAINS -> WITHIN;
        };
    }
}
