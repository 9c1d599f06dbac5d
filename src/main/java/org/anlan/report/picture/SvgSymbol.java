package org.anlan.report.picture;

import java.util.Locale;
import org.anlan.catalog.Style;

/** A symbol of the catalogue in a drawing: colour and, so that print in black and white can be read, dashes and hatches. */
public final class SvgSymbol {

    private static final String NO_COLOUR = "#5e5e5e";

    private final Style.Symbol symbol;
    private final String id;

    /**
     * Draws with a symbol.
     *
     * @param id a word that no other symbol of the page has
     */
    public SvgSymbol(Style.Symbol symbol, String id) {
        this.symbol = symbol;
        this.id = id;
    }

    /** What must stand in the drawing before the first shape. */
    public String definitions() {
        if (!hatched()) {
            return "";
        }
        String cross = symbol.pattern() == Style.Pattern.CROSS_HATCHED ? "M0 0h6" : "";
        return "<defs><pattern id=\"" + id + "\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\""
                + " patternTransform=\"rotate(45)\"><path d=\"M0 0v6" + cross + "\" stroke=\"" + stroke()
                + "\" stroke-width=\"1\"/></pattern></defs>";
    }

    private boolean hatched() {
        return symbol.pattern() == Style.Pattern.HATCHED || symbol.pattern() == Style.Pattern.CROSS_HATCHED;
    }

    private String stroke() {
        return symbol.stroke().or(symbol::fill).orElse(NO_COLOUR);
    }

    /**
     * A shape.
     *
     * @param path its path data
     * @param dimension 0 for points, 1 for lines, 2 for areas
     */
    public String drawn(String path, int dimension) {
        StringBuilder drawn = new StringBuilder();
        String fill = dimension == 1 ? "none" : symbol.fill().orElse("none");
        drawn.append(path(path, fill, stroke(), symbol.width(), dimension == 1 ? dashes() : ""));
        if (dimension == 2 && hatched()) {
            drawn.append(path(path, "url(#" + id + ")", "none", 0, ""));
        }
        if (dimension == 1 && symbol.pattern() == Style.Pattern.DASHED_CORE) {
            drawn.append(path(path, "none", symbol.fill().orElse("#ffffff"), symbol.width() * 0.4, "5 4"));
        }
        return drawn.toString();
    }

    private String dashes() {
        return switch (symbol.pattern()) {
            case DASHED -> "7 4";
            case DOTTED -> "2 3";
            case TICKED -> "9 2 2 2";
            case SOLID, DASHED_CORE, HATCHED, CROSS_HATCHED, CIRCLE, SQUARE, TRIANGLE, DIAMOND -> "";
        };
    }

    private static String path(String path, String fill, String stroke, double width, String dashes) {
        return "<path d=\"" + path + "\" fill=\"" + fill + "\" stroke=\"" + stroke + "\" stroke-width=\""
                + String.format(Locale.ROOT, "%.1f", width) + "\"" + " fill-rule=\"evenodd\""
                + (dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"") + "/>";
    }
}
