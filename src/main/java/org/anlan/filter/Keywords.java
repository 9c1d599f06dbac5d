package org.anlan.filter;

import java.util.Set;

/** The words of CQL2 text, in upper case. */
final class Keywords {

    /** Words that cannot be bare names. */
    static final Set<String> RESERVED =
            Set.of("AND", "OR", "NOT", "LIKE", "BETWEEN", "IN", "IS", "NULL", "TRUE", "FALSE", "DIV");

    /** Words that begin a shape in well-known text. */
    static final Set<String> SHAPES = Set.of(
            "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION");

    private Keywords() {}
}
