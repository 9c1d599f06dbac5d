package org.anlan.catalog;

import java.util.List;
import java.util.Optional;

/**
 * How a layer looks on a map and in its legend. Symbols are tried in order; the first whose values fit is drawn.
 *
 * @param field the field whose code chooses the symbol; empty when all features look the same
 * @param minZoom smallest web-map zoom at which the layer is drawn
 * @param order layers with a higher order are drawn above
 * @param visible drawn when the page opens
 * @param symbols one per code, or one with an empty code for all
 * @param tileFields the fields that features of vector tiles have; empty = name, class and survey year
 */
public record Style(
        Optional<String> field,
        int minZoom,
        int order,
        boolean visible,
        List<Symbol> symbols,
        List<String> tileFields) {

    /** What tells classes apart without colour: for lines a dash or tick pattern, for areas a hatch, for points a shape. */
    public enum Pattern {
        SOLID,
        DASHED,
        DOTTED,
        TICKED,
        DASHED_CORE,
        HATCHED,
        CROSS_HATCHED,
        CIRCLE,
        SQUARE,
        TRIANGLE,
        DIAMOND
    }

    /**
     * One symbol.
     *
     * @param code code of the style's field; empty = every feature not met before
     * @param stroke line colour, #rrggbb
     * @param width line width in pixels
     * @param fill area or point colour, #rrggbb or #rrggbbaa
     * @param pattern tells the class apart without colour
     */
    public record Symbol(
            Optional<String> code, Optional<String> stroke, double width, Optional<String> fill, Pattern pattern) {}
}
