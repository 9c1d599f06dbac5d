package org.anlan.report.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.anlan.base.Language;
import org.anlan.report.MapPicture;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Point;

/** Draws a map: shapes in the catalogue's colours and patterns, marks, corners with their coordinates, a scale bar, north. All texts are escaped. */
public final class SvgMap {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 400;
    private static final int MARGIN = 26;
    private static final int BESIDE = 11;
    private static final int WIDEST_BAR = 180;
    private static final int NAME_SIZE = 12;

    private final MapPicture map;
    private final Language language;
    private final Frame frame;
    private final StringBuilder svg = new StringBuilder();
    private final List<Envelope> names = new ArrayList<>();

    private SvgMap(MapPicture map, Language language) {
        this.map = map;
        this.language = language;
        this.frame = new Frame(map.extent(), WIDTH, HEIGHT, MARGIN);
    }

    /**
     * The drawing.
     *
     * @param id a word that no other drawing of the page has
     */
    public static String of(MapPicture map, Language language, String id) {
        return new SvgMap(map, language).draw(id);
    }

    private String draw(String id) {
        svg.append(String.format(
                Locale.ROOT,
                "<svg class=\"map\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                WIDTH,
                HEIGHT,
                escape(language.of(map.title()))));
        for (int i = 0; i < map.layers().size(); i++) {
            layer(map.layers().get(i), id + "-" + i);
        }
        map.layers().forEach(layer -> layer.shapes().forEach(this::name));
        map.layers().forEach(layer -> layer.shapes().forEach(this::mark));
        around();
        return svg.append("</svg>").toString();
    }

    private void layer(MapPicture.Layer layer, String id) {
        SvgSymbol symbol = new SvgSymbol(layer.symbol(), id);
        svg.append(symbol.definitions());
        Envelope shown = frame.shown();
        SvgLines lines = new SvgLines(frame);
        for (MapPicture.Shape shape : layer.shapes()) {
            if (!shown.intersects(shape.geometry().getEnvelopeInternal())) {
                continue;
            }
            if (shape.geometry().getDimension() == 1) {
                lines.add(shape.geometry());
            } else {
                svg.append(symbol.drawn(
                        SvgPath.of(shape.geometry(), frame), shape.geometry().getDimension()));
            }
        }
        if (!lines.path().isEmpty()) {
            svg.append(symbol.drawn(lines.path(), 1));
        }
    }

    /** A name in the middle of an area, where it lies on the drawing and meets no other. */
    private void name(MapPicture.Shape shape) {
        if (shape.name().isEmpty() || !frame.shown().intersects(shape.geometry().getEnvelopeInternal())) {
            return;
        }
        Point at = shape.geometry().getInteriorPoint();
        double x = frame.x(at.getX());
        double y = frame.y(at.getY());
        double half = shape.name().length() * NAME_SIZE / 2.0;
        Envelope box = new Envelope(x - half, x + half, y - NAME_SIZE, y + 2);
        boolean fits = box.getMinX() > 0 && box.getMaxX() < WIDTH && box.getMinY() > 18 && box.getMaxY() < HEIGHT - 22;
        if (fits && names.stream().noneMatch(box::intersects)) {
            names.add(box);
            svg.append(String.format(
                    Locale.ROOT,
                    "<text class=\"edge name\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" font-size=\"%d\">%s</text>",
                    x,
                    y,
                    NAME_SIZE,
                    escape(shape.name())));
        }
    }

    /** A number in a circle: on an area, beside a line or point. */
    private void mark(MapPicture.Shape shape) {
        Envelope shown = frame.shown();
        if (shape.mark().isEmpty() || !shown.intersects(shape.geometry().getEnvelopeInternal())) {
            return;
        }
        Point at = shape.geometry().getInteriorPoint();
        int aside = shape.geometry().getDimension() == 2 ? 0 : BESIDE;
        double x = Math.min(WIDTH - 12.0, Math.max(12, frame.x(at.getX()) + aside));
        double y = Math.min(HEIGHT - 12.0, Math.max(12, frame.y(at.getY()) - aside));
        svg.append(String.format(
                Locale.ROOT,
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"9\" fill=\"#fff\" stroke=\"#222\"/>"
                        + "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" font-size=\"11\">%s</text>",
                x,
                y,
                x,
                y + 4,
                escape(shape.mark())));
    }

    private void around() {
        Envelope shown = frame.shown();
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"0.5\" y=\"0.5\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#555\"/>",
                WIDTH - 1,
                HEIGHT - 1));
        label(6, 14, "start", degrees(shown.getMinX(), "E", "W") + " " + degrees(shown.getMaxY(), "N", "S"));
        label(
                WIDTH - 6,
                HEIGHT - 7,
                "end",
                degrees(shown.getMaxX(), "E", "W") + " " + degrees(shown.getMinY(), "N", "S"));
        svg.append("<path d=\"M").append(WIDTH - 20).append(" 10l6 20l-6 -5l-6 5Z\" fill=\"#222\"/>");
        label(WIDTH - 20, 42, "middle", language == Language.EN ? "N" : "北");
        scaleBar();
    }

    private void scaleBar() {
        double most = WIDEST_BAR * frame.metresPerPixel();
        double unit = Math.pow(10, Math.floor(Math.log10(most)));
        double lengthM = most >= 5 * unit ? 5 * unit : most >= 2 * unit ? 2 * unit : unit;
        double pixels = lengthM / frame.metresPerPixel();
        svg.append(String.format(
                Locale.ROOT,
                "<path d=\"M12 %1$dv6h%2$.1fv-6\" fill=\"none\" stroke=\"#222\" stroke-width=\"1.5\"/>",
                HEIGHT - 16,
                pixels));
        String told = lengthM >= 1000
                ? String.format(Locale.ROOT, "%.0f km", lengthM / 1000)
                : String.format(Locale.ROOT, lengthM >= 1 ? "%.0f m" : "%.2f m", lengthM);
        label(16 + (int) pixels, HEIGHT - 9, "start", told + " · CGCS2000");
    }

    private void label(int x, int y, String anchor, String text) {
        svg.append("<text class=\"edge\" x=\"")
                .append(x)
                .append("\" y=\"")
                .append(y)
                .append("\" font-size=\"11\" text-anchor=\"")
                .append(anchor)
                .append("\">")
                .append(escape(text))
                .append("</text>");
    }

    private static String degrees(double value, String positive, String negative) {
        return String.format(Locale.ROOT, "%.4f° %s", Math.abs(value), value < 0 ? negative : positive);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
