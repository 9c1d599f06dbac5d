package org.anlan.http.ogc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anlan.catalog.LayerDefinition;
import org.anlan.catalog.Style;
import org.anlan.report.picture.Frame;
import org.anlan.report.picture.SvgPath;
import org.anlan.store.Row;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** A small drawing (SVG) of some features in the catalogue's colours, north up. Only numbers and the catalogue's checked colours go into it. */
final class Picture {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 360;
    private static final int MARGIN = 12;

    private record Drawn(Geometry shape, Style.Symbol symbol) {}

    private final LayerDefinition layer;
    private final int field;
    private final List<Drawn> drawn = new ArrayList<>();
    private final Envelope extent = new Envelope();

    Picture(LayerDefinition layer) {
        this.layer = layer;
        this.field = layer.style().field().map(layer::indexOf).orElse(-1);
    }

    void take(Row row) {
        row.geometry().ifPresent(shape -> symbol(row).ifPresent(symbol -> {
            extent.expandToInclude(shape.getEnvelopeInternal());
            drawn.add(new Drawn(shape, symbol));
        }));
    }

    private Optional<Style.Symbol> symbol(Row row) {
        Object code = field < 0 ? null : row.value(field);
        return layer.style().symbols().stream()
                .filter(s -> s.code().isEmpty() || s.code().get().equals(code))
                .findFirst();
    }

    /** The drawing; blank when nothing has a shape. */
    String svg(String name) {
        if (drawn.isEmpty()) {
            return "";
        }
        Frame frame = new Frame(extent, WIDTH, HEIGHT, MARGIN);
        StringBuilder svg =
                new StringBuilder("<svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" role=\"img\" aria-label=\""
                        + name.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;") + "\">");
        for (Drawn one : drawn) {
            String fill = one.shape().getDimension() == 1
                    ? "none"
                    : one.symbol().fill().orElse("none");
            svg.append("<path d=\"")
                    .append(SvgPath.of(one.shape(), frame))
                    .append("\" fill=\"")
                    .append(fill)
                    .append("\" stroke=\"")
                    .append(one.symbol().stroke().or(() -> one.symbol().fill()).orElse("#5e5e5e"))
                    .append("\" stroke-width=\"1.5\"/>");
        }
        return svg.append("</svg>").toString();
    }
}
