package org.anlan.http.ogc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.anlan.catalog.GeometryKind;
import org.anlan.catalog.LayerDefinition;
import org.anlan.catalog.Style;
import org.anlan.http.Json;

/**
 * The catalogue's symbols as a Mapbox style (version 8), so that QGIS and web maps show the colours of our own map. Dashes are there; ticks are drawn as short
 * dashes, hatches as a lighter fill with an outline and every point shape as a circle, since those would need pictures (a sprite). Names are not written on the
 * map: that would need fonts to be served.
 */
final class StyleJson {

    private StyleJson() {}

    static ObjectNode of(String name, String tileJson, List<LayerDefinition> layers) {
        ObjectNode style = Json.mapper().createObjectNode();
        style.put("version", 8).put("name", name);
        style.putObject("sources").putObject("anlan").put("type", "vector").put("url", tileJson);
        ArrayNode drawn = style.putArray("layers");
        layers.stream()
                .sorted(Comparator.comparingInt(layer -> layer.style().order()))
                .forEach(layer -> StyleJson.layer(drawn, layer));
        return style;
    }

    private static void layer(ArrayNode drawn, LayerDefinition layer) {
        List<Style.Symbol> symbols = layer.style().symbols();
        for (int i = 0; i < symbols.size(); i++) {
            Style.Symbol symbol = symbols.get(i);
            if (layer.geometry() != GeometryKind.LINE && layer.geometry() != GeometryKind.POINT) {
                symbol.fill().ifPresent(fill -> fill(drawn, layer, symbol, fill));
            }
            if (layer.geometry() == GeometryKind.POINT) {
                circle(drawn, layer, symbol);
            } else if (symbol.stroke().isPresent()) {
                line(drawn, layer, symbol);
            }
        }
    }

    private static ObjectNode entry(ArrayNode drawn, LayerDefinition layer, Style.Symbol symbol, String type) {
        ObjectNode entry = drawn.addObject();
        entry.put("id", layer.id() + "-" + symbol.code().orElse("other") + "-" + type);
        entry.put("type", type).put("source", "anlan").put("source-layer", layer.id());
        entry.put("minzoom", layer.style().minZoom());
        filter(entry, layer, symbol);
        return entry;
    }

    /** The symbol's own code; the symbol without one is for every code that has none. */
    private static void filter(ObjectNode entry, LayerDefinition layer, Style.Symbol symbol) {
        Optional<String> field = layer.style().field();
        if (field.isEmpty()) {
            return;
        }
        ArrayNode filter = entry.putArray("filter");
        if (symbol.code().isPresent()) {
            filter.add("==").add(field.get()).add(symbol.code().get());
        } else {
            filter.add("!in").add(field.get());
            layer.style().symbols().forEach(other -> other.code().ifPresent(filter::add));
        }
    }

    private static void line(ArrayNode drawn, LayerDefinition layer, Style.Symbol symbol) {
        ObjectNode entry = entry(drawn, layer, symbol, "line");
        entry.putObject("layout").put("line-join", "round");
        ObjectNode paint = entry.putObject("paint");
        colour(paint, "line", symbol.stroke().orElseThrow());
        paint.put("line-width", symbol.width());
        switch (symbol.pattern()) {
            case DASHED, DASHED_CORE -> paint.putArray("line-dasharray").add(4).add(2);
            case DOTTED -> paint.putArray("line-dasharray").add(1).add(1.5);
            case TICKED -> paint.putArray("line-dasharray").add(0.5).add(0.8);
            case SOLID, HATCHED, CROSS_HATCHED, CIRCLE, SQUARE, TRIANGLE, DIAMOND -> {
                // drawn through
            }
        }
    }

    private static void fill(ArrayNode drawn, LayerDefinition layer, Style.Symbol symbol, String fill) {
        ObjectNode paint = entry(drawn, layer, symbol, "fill").putObject("paint");
        colour(paint, "fill", fill);
    }

    private static void circle(ArrayNode drawn, LayerDefinition layer, Style.Symbol symbol) {
        ObjectNode paint = entry(drawn, layer, symbol, "circle").putObject("paint");
        colour(paint, "circle", symbol.fill().or(symbol::stroke).orElseThrow());
        paint.put("circle-radius", Math.max(3, symbol.width()));
        symbol.stroke()
                .ifPresent(stroke -> paint.put("circle-stroke-color", stroke).put("circle-stroke-width", 1));
    }

    /** "#rrggbbaa" is a colour and an opacity. */
    private static void colour(ObjectNode paint, String what, String colour) {
        paint.put(what + "-color", colour.substring(0, 7));
        if (colour.length() == 9) {
            paint.put(what + "-opacity", Math.round(Integer.parseInt(colour.substring(7), 16) / 2.55) / 100.0);
        }
    }
}
