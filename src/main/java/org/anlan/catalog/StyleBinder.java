package org.anlan.catalog;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anlan.base.json.JsonValue;
import org.anlan.catalog.Style.Pattern;

/** Reads a layer's map style. */
final class StyleBinder {

    private static final int MOST_SYMBOLS = 500;
    private static final int MOST_TILE_FIELDS = 50;
    private static final double WIDEST = 20;

    private static final Map<GeometryKind, Set<Pattern>> PATTERNS = Map.of(
            GeometryKind.POINT,
            EnumSet.of(Pattern.CIRCLE, Pattern.SQUARE, Pattern.TRIANGLE, Pattern.DIAMOND),
            GeometryKind.LINE,
            EnumSet.of(Pattern.SOLID, Pattern.DASHED, Pattern.DOTTED, Pattern.TICKED, Pattern.DASHED_CORE),
            GeometryKind.POLYGON,
            EnumSet.of(Pattern.SOLID, Pattern.DASHED, Pattern.DOTTED, Pattern.HATCHED, Pattern.CROSS_HATCHED),
            GeometryKind.ANY,
            EnumSet.allOf(Pattern.class),
            GeometryKind.NONE,
            EnumSet.noneOf(Pattern.class));

    private StyleBinder() {}

    /** The style of a table: it is not drawn. */
    static Style none() {
        return new Style(Optional.empty(), 0, 0, false, List.of(), List.of());
    }

    static Style bind(JsonValue value, GeometryKind geometry) {
        value.object(Set.of("minZoom", "order", "visible", "symbols"), Set.of("field", "tileFields"));
        List<Style.Symbol> symbols = value.at("symbols").list(MOST_SYMBOLS).stream()
                .map(symbol -> symbol(symbol, geometry))
                .toList();
        return new Style(
                value.member("field").map(JsonValue::text),
                value.at("minZoom").integer(0, 22),
                value.at("order").integer(0, 1_000),
                value.at("visible").bool(),
                symbols,
                value.member("tileFields")
                        .map(names -> names.list(MOST_TILE_FIELDS).stream()
                                .map(JsonValue::text)
                                .toList())
                        .orElse(List.of()));
    }

    private static Style.Symbol symbol(JsonValue value, GeometryKind geometry) {
        value.object(Set.of("width", "pattern"), Set.of("code", "stroke", "fill"));
        Pattern pattern = value.at("pattern").word(Pattern.class);
        if (!PATTERNS.get(geometry).contains(pattern)) {
            throw value.at("pattern").broken("不适用于该几何类型", "does not suit the layer's geometry");
        }
        Style.Symbol symbol = new Style.Symbol(
                value.member("code").map(JsonValue::text),
                value.member("stroke").map(NameRules::stroke),
                value.at("width").number(0, WIDEST),
                value.member("fill").map(NameRules::fill),
                pattern);
        if (symbol.stroke().isEmpty() && symbol.fill().isEmpty()) {
            throw value.broken("应有 stroke 或 fill", "needs a stroke or a fill");
        }
        return symbol;
    }
}
