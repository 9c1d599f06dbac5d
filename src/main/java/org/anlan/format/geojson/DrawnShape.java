package org.anlan.format.geojson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.format.FindingList;
import org.anlan.geo.GeometryCheck;
import org.anlan.geo.GeometryProblem;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;

/**
 * A shape that somebody drew or took from elsewhere, as GeoJSON (RFC 7946): a geometry, a feature, or a collection of features, whose shapes are one then.
 * Longitude and latitude in degrees, CGCS2000 or WGS 84.
 */
public final class DrawnShape {

    /** Vertices that a shape may have. */
    public static final int MOST_VERTICES = 100_000;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final double HALF_TURN = 180;
    private static final double QUARTER_TURN = 90;

    private DrawnShape() {}

    /**
     * The shape: points, lines or areas, never a mixture, valid. Refused: {@code bad-geometry} (no GeoJSON, empty, a mixture), {@code geometry-not-degrees},
     * {@code geometry-too-large} (more than {@value #MOST_VERTICES} vertices), {@code geometry-crosses-itself}, {@code geometry-over-antimeridian}.
     */
    public static Geometry read(JsonNode json) {
        List<Geometry> shapes = new ArrayList<>();
        try {
            collect(json, shapes);
        } catch (BadGeometry e) {
            throw bad(e.reason());
        } catch (IOException e) {
            throw new IllegalStateException("JSON that was read is none", e);
        }
        return of(shapes);
    }

    /** The shape that some make together, refused as {@link #read} does. */
    public static Geometry of(List<Geometry> shapes) {
        if (shapes.isEmpty()) {
            throw bad(new Text("没有任何坐标", "it has no coordinates"));
        }
        shapes.forEach(DrawnShape::mustBeFit);
        return shapes.size() == 1 ? shapes.get(0) : together(shapes);
    }

    private static void collect(JsonNode json, List<Geometry> shapes) throws BadGeometry, IOException {
        String type = json.path("type").asText();
        if (type.equals("FeatureCollection")) {
            for (JsonNode feature : json.path("features")) {
                collect(feature, shapes);
            }
        } else if (type.equals("Feature")) {
            collect(json.path("geometry"), shapes);
        } else if (type.equals("GeometryCollection")) {
            for (JsonNode member : json.path("geometries")) {
                collect(member, shapes);
            }
        } else if (!json.isNull()) {
            try (JsonParser parser = MAPPER.treeAsTokens(json)) {
                parser.nextToken();
                new GeometryReading(new FindingList(""))
                        .read(1, parser)
                        .geometry()
                        .ifPresent(shapes::add);
            }
        }
    }

    private static void mustBeFit(Geometry shape) {
        if (shape.getNumPoints() > MOST_VERTICES) {
            throw tooLarge(shape.getNumPoints());
        }
        Envelope extent = shape.getEnvelopeInternal();
        boolean degrees = extent.getMinX() >= -HALF_TURN
                && extent.getMaxX() <= HALF_TURN
                && extent.getMinY() >= -QUARTER_TURN
                && extent.getMaxY() <= QUARTER_TURN;
        if (!degrees) {
            throw Refusal.invalid(
                    "geometry-not-degrees",
                    "图形的坐标应为经度、纬度（度），先经后纬；实际 x %1$s，y %2$s",
                    "The shape should be in degrees, longitude before latitude; it has x %1$s, y %2$s",
                    range(extent.getMinX(), extent.getMaxX()),
                    range(extent.getMinY(), extent.getMaxY()));
        }
        if (extent.getWidth() > HALF_TURN) {
            throw Refusal.invalid(
                    "geometry-over-antimeridian",
                    "图形跨度超过 180°；跨 180° 经线的图形请在该处分成两部分",
                    "The shape spans more than 180°; cut a shape that crosses the antimeridian in two there");
        }
        GeometryCheck.check(shape).stream()
                .filter(problem -> problem.kind().fatal())
                .findFirst()
                .ifPresent(DrawnShape::refuse);
    }

    private static void refuse(GeometryProblem problem) {
        String place = problem.place()
                .map(at -> String.format(Locale.ROOT, "%.6f, %.6f", at.lon(), at.lat()))
                .orElse("?");
        throw Refusal.invalid(
                "geometry-crosses-itself",
                "图形有误（%1$s），位置 %2$s；请改正后重试",
                "The shape is broken (%3$s) at %2$s; mend it and try again",
                problem.kind().text().zh(),
                place,
                problem.kind().text().en());
    }

    /** Areas that overlap count once. */
    private static Geometry together(List<Geometry> shapes) {
        int dimension = shapes.get(0).getDimension();
        int vertices = shapes.stream().mapToInt(Geometry::getNumPoints).sum();
        if (vertices > MOST_VERTICES) {
            throw tooLarge(vertices);
        }
        if (shapes.stream().anyMatch(shape -> shape.getDimension() != dimension)) {
            throw bad(new Text("点、线、面混在一起", "it mixes points, lines and areas"));
        }
        Geometry all = shapes.get(0).getFactory().buildGeometry(shapes);
        return dimension == 2 ? UnaryUnionNG.union(all, new PrecisionModel()) : all;
    }

    /** The refusal of a shape that has, or a part of which has, so many vertices. */
    public static Refusal tooLarge(int vertices) {
        return Refusal.invalid(
                "geometry-too-large",
                "图形有 %d 个顶点，最多 %d 个；请先简化",
                "The shape has %d vertices, at most %d are taken; simplify it first",
                vertices,
                MOST_VERTICES);
    }

    private static Refusal bad(Text why) {
        return Refusal.invalid("bad-geometry", "图形不能用：%1$s", "The shape cannot be used: %2$s", why.zh(), why.en());
    }

    private static String range(double from, double to) {
        return String.format(Locale.ROOT, "%.6g … %.6g", from, to);
    }
}
