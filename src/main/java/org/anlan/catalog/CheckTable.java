package org.anlan.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The checks there are, what each is told, and what is usual where that is left out. docs/catalog.md says what they find.
 *
 * @param shapes the layers that may ask for it; any when empty
 * @param parameters what it is told, in order; those with a usual value come last
 */
record CheckTable(Set<GeometryKind> shapes, List<CheckTable.Parameter> parameters) {

    /** Kinds of arguments. */
    enum Argument {
        NUMBER_FIELD,
        MEASURE_FIELD,
        TEXT_FIELD,
        CODE_FIELD,
        CODE_OF_FIELD,
        LENGTH_UNIT,
        AREA_UNIT,
        REGION_LEVEL,
        DATE_FIELD,
        LAYER,
        FIELD_OF_LAYER,
        SEVERITY,
        SCOPE_OF_LAYER,
        OWN_SCOPE,
        NOT_NEGATIVE,
        BOUND,
        PATTERN
    }

    /**
     * One argument.
     *
     * @param kind what it may be
     * @param usual its value where it is left out; empty = it may not be
     */
    record Parameter(Argument kind, Optional<String> usual) {}

    private static final Set<GeometryKind> LINES = Set.of(GeometryKind.LINE, GeometryKind.ANY);
    private static final Set<GeometryKind> AREAS = Set.of(GeometryKind.POLYGON, GeometryKind.ANY);
    private static final Set<GeometryKind> DRAWN = Set.of(GeometryKind.LINE, GeometryKind.POLYGON, GeometryKind.ANY);
    private static final Set<GeometryKind> POINTS = Set.of(GeometryKind.POINT, GeometryKind.ANY);
    private static final Set<GeometryKind> SHAPES =
            Set.of(GeometryKind.POINT, GeometryKind.LINE, GeometryKind.POLYGON, GeometryKind.ANY);

    static final Map<String, CheckTable> KNOWN = new TreeMap<>(Map.ofEntries(
            Map.entry("area-gap", of(AREAS, number("1"), number("10000"))),
            Map.entry("area-overlap", of(AREAS, number("1"))),
            Map.entry("code-parent", of(Set.of(), given(Argument.CODE_FIELD), given(Argument.CODE_FIELD))),
            Map.entry(
                    "covers",
                    of(
                            AREAS,
                            given(Argument.LAYER),
                            usual(Argument.SCOPE_OF_LAYER, ""),
                            number("100"),
                            usual(Argument.OWN_SCOPE, ""))),
            Map.entry("declared-area", of(AREAS, given(Argument.NUMBER_FIELD), given(Argument.AREA_UNIT))),
            Map.entry("declared-length", of(LINES, given(Argument.NUMBER_FIELD), given(Argument.LENGTH_UNIT))),
            Map.entry("duplicate", of(SHAPES, number("0"))),
            Map.entry("inside", of(SHAPES, given(Argument.LAYER), usual(Argument.SCOPE_OF_LAYER, ""), number("500"))),
            Map.entry("known-in", of(Set.of(), given(Argument.TEXT_FIELD), given(Argument.LAYER))),
            Map.entry("line-crossing", of(LINES)),
            Map.entry("line-dangle", of(LINES, number("5"))),
            Map.entry("line-direction", of(LINES)),
            Map.entry("line-gap", of(LINES, number("5"))),
            Map.entry("line-overlap", of(LINES, number("0.01"))),
            Map.entry("min-area", of(AREAS, number("1"))),
            Map.entry("min-length", of(LINES, number("1"))),
            Map.entry("not-in", of(SHAPES, given(Argument.LAYER), usual(Argument.SCOPE_OF_LAYER, ""), number("0.05"))),
            Map.entry("not-future", of(Set.of(), given(Argument.DATE_FIELD))),
            Map.entry(
                    "over-limit",
                    of(
                            Set.of(),
                            given(Argument.TEXT_FIELD),
                            given(Argument.LAYER),
                            given(Argument.FIELD_OF_LAYER),
                            given(Argument.LAYER))),
            Map.entry("pattern", of(Set.of(), given(Argument.TEXT_FIELD), given(Argument.PATTERN))),
            Map.entry(
                    "range",
                    of(
                            Set.of(),
                            given(Argument.MEASURE_FIELD),
                            given(Argument.BOUND),
                            given(Argument.BOUND),
                            usual(Argument.SEVERITY, "warning"))),
            Map.entry("region-code", of(SHAPES, given(Argument.TEXT_FIELD), given(Argument.REGION_LEVEL))),
            Map.entry(
                    "side-of-coast",
                    of(POINTS, given(Argument.CODE_FIELD), given(Argument.CODE_OF_FIELD), number("50"))),
            Map.entry(
                    "series-gap",
                    of(
                            Set.of(),
                            given(Argument.TEXT_FIELD),
                            given(Argument.DATE_FIELD),
                            given(Argument.LAYER),
                            given(Argument.FIELD_OF_LAYER))),
            Map.entry("single-line", of(LINES)),
            Map.entry("sliver", of(AREAS, number("1"))),
            Map.entry("spike", of(DRAWN, number("2"), number("5")))));

    private static CheckTable of(Set<GeometryKind> shapes, Parameter... parameters) {
        return new CheckTable(shapes, List.of(parameters));
    }

    private static Parameter given(Argument kind) {
        return new Parameter(kind, Optional.empty());
    }

    private static Parameter usual(Argument kind, String value) {
        return new Parameter(kind, Optional.of(value));
    }

    private static Parameter number(String value) {
        return usual(Argument.NOT_NEGATIVE, value);
    }

    /** How many arguments may not be left out. */
    int least() {
        return (int) parameters.stream().filter(p -> p.usual().isEmpty()).count();
    }
}
