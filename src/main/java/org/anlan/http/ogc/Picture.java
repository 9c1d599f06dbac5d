package org.anlan.http.ogc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anlan.catalog.LayerDefinition;
import org.anlan.catalog.Style;
import org.anlan.store.Row;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

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
        double shrink = Math.cos(Math.toRadians(extent.centre().y)); // a degree of longitude is shorter
        double scale = Math.min(
                (WIDTH - 2 * MARGIN) / Math.max(1e-6, extent.getWidth() * shrink),
                (HEIGHT - 2 * MARGIN) / Math.max(1e-6, extent.getHeight()));
        StringBuilder svg =
                new StringBuilder("<svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" role=\"img\" aria-label=\""
                        + name.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;") + "\">");
        for (Drawn one : drawn) {
            StringBuilder path = new StringBuilder();
            path(one.shape(), path, scale, shrink);
            String fill = one.shape().getDimension() == 1
                    ? "none"
                    : one.symbol().fill().orElse("none");
            svg.append("<path d=\"")
                    .append(path)
                    .append("\" fill=\"")
                    .append(fill)
                    .append("\" stroke=\"")
                    .append(one.symbol().stroke().or(() -> one.symbol().fill()).orElse("#5e5e5e"))
                    .append("\" stroke-width=\"1.5\"/>");
        }
        return svg.append("</svg>").toString();
    }

    private void path(Geometry shape, StringBuilder path, double scale, double shrink) {
        if (shape instanceof Point point) {
            double[] at = at(point.getCoordinate(), scale, shrink);
            path.append(String.format(Locale.ROOT, "M%.1f %.1fa3 3 0 1 0 6 0a3 3 0 1 0 -6 0Z", at[0] - 3, at[1]));
        } else if (shape instanceof LineString line) {
            line(line, path, scale, shrink);
        } else if (shape instanceof Polygon polygon) {
            line(polygon.getExteriorRing(), path, scale, shrink);
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                line(polygon.getInteriorRingN(i), path, scale, shrink);
            }
        } else {
            for (int i = 0; i < shape.getNumGeometries(); i++) {
                path(shape.getGeometryN(i), path, scale, shrink);
            }
        }
    }

    /** Points that fall on the pixel of the one before are left out. */
    private void line(LineString line, StringBuilder path, double scale, double shrink) {
        double[] last = {Double.NaN, Double.NaN};
        Coordinate[] points = line.getCoordinates();
        for (int i = 0; i < points.length; i++) {
            double[] at = at(points[i], scale, shrink);
            boolean same = Math.abs(at[0] - last[0]) < 0.5 && Math.abs(at[1] - last[1]) < 0.5;
            if (!same || i == points.length - 1) {
                path.append(String.format(Locale.ROOT, "%s%.1f %.1f", i == 0 ? "M" : "L", at[0], at[1]));
                last = at;
            }
        }
    }

    private double[] at(Coordinate c, double scale, double shrink) {
        return new double[] {
            WIDTH / 2.0 + (c.x - extent.centre().x) * shrink * scale, HEIGHT / 2.0 - (c.y - extent.centre().y) * scale
        };
    }
}
