package org.anlan.filter;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads filters in the Common Query Language (OGC 21-065r2). Names are resolved and types are checked here. Whatever is wrong is refused as {@code
 * bad-filter}, naming the place: the character in text, counted from 1; a path such as {@code $.args[1].op} in JSON, line and column where it is no JSON.
 */
public final class Cql {

    private Cql() {}

    /** A filter in CQL2 text (clause 8, {@code cql2-text}). */
    public static Expression text(String text, Queryables queryables) {
        return TextParser.parse(text, queryables);
    }

    /** A filter in CQL2 JSON (clause 8, {@code cql2-json}). */
    public static Expression json(byte[] json, Queryables queryables) {
        return JsonParsing.parse(json, queryables);
    }

    /** A filter in CQL2 JSON. */
    public static Expression json(String json, Queryables queryables) {
        return json(json.getBytes(StandardCharsets.UTF_8), queryables);
    }

    /**
     * The filter of a query parameter that is named as a property is ({@code town=石狮}; OGC API - Features Part 1, 7.15.5): the property equals the value,
     * which is read by the property's type.
     *
     * @param name the property's name or label, refused when there is none
     */
    public static Expression equal(String name, String value, Queryables queryables) {
        Assembly assembly = new Assembly(queryables);
        Spot spot = Spot.path(Spot.shown(name));
        Expression property = assembly.property(name, spot);
        Expression literal = PlainValue.of(property.type(), value, assembly.literals(), spot);
        return assembly.compare(CompareOp.EQUAL, property, literal, spot);
    }

    /** A filter that lets pass what all of these let pass; at least one. */
    public static Expression all(List<Expression> filters) {
        return filters.size() == 1
                ? filters.get(0)
                : new Expression.And(filters.stream()
                        .flatMap(f -> f instanceof Expression.And and ? and.all().stream() : List.of(f).stream())
                        .toList());
    }
}
