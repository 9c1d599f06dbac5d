package org.anlan.coast.scenario;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.anlan.base.Refusal;
import org.anlan.base.json.JsonValue;
import org.anlan.coast.SitePlace;
import org.anlan.format.geojson.DrawnShape;
import org.anlan.geo.Corridor;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Reads where the sites of a scenario lie: a GeoJSON Polygon or MultiPolygon, a LineString with a width in metres, or ids of segments. Longitude and latitude. One
 * reader reads all sites of a scenario, because their vertices are counted together.
 */
final class SiteReader {

    private static final int MOST_VERTICES = 20_000;
    private static final int MOST_SEGMENTS = 5_000;
    private static final GeometryFactory SHAPES = new GeometryFactory();

    /** The members of a site that say where it lies. */
    static final Set<String> MEMBERS = Set.of("geometry", "widthM", "segments");

    private int vertices;

    /** The place of a site; refused with its place in the JSON when it is none, or two. */
    SitePlace place(JsonValue site) {
        boolean named = site.member("segments").isPresent();
        if (named == site.member("geometry").isPresent()) {
            throw named
                    ? site.broken("应只有 geometry 或 segments 之一", "must have either geometry or segments, not both")
                    : site.at("geometry")
                            .broken("缺失；也可以用 segments 列出岸段", "is missing; segments may stand in its place");
        }
        if (named) {
            mustHaveNoWidth(site);
            return segments(site.at("segments"));
        }
        JsonValue geometry = site.at("geometry");
        geometry.object(Set.of("type", "coordinates"), Set.of("bbox"));
        if (geometry.at("type").text().equals("LineString")) {
            return corridor(site, geometry.at("coordinates"));
        }
        mustHaveNoWidth(site);
        return new SitePlace.Area(area(geometry));
    }

    private static void mustHaveNoWidth(JsonValue site) {
        if (site.member("widthM").isPresent()) {
            throw site.at("widthM").broken("只用于 LineString", "is for a LineString only");
        }
    }

    private static SitePlace segments(JsonValue at) {
        Set<String> ids = new LinkedHashSet<>();
        for (JsonValue id : at.list(MOST_SEGMENTS)) {
            if (!ids.add(id.text())) {
                throw id.broken("岸段“%s”列了两次", "names the segment \"%s\" a second time", id.text());
            }
        }
        if (ids.isEmpty()) {
            throw at.broken("是空的；请至少列出一个岸段", "is empty; name at least one segment");
        }
        return new SitePlace.Segments(List.copyOf(ids));
    }

    private SitePlace corridor(JsonValue site, JsonValue coordinates) {
        double widthM = site.member("widthM")
                .orElseThrow(
                        () -> site.at("widthM").broken("缺失：线要有宽度（米）", "is missing: a line needs a width in metres"))
                .number(SitePlace.LEAST_WIDTH_M, SitePlace.MOST_WIDTH_M);
        Coordinate[] positions = positions(coordinates);
        if (positions.length < 2) {
            throw coordinates.broken("应至少有两个点", "must have at least two points");
        }
        LineString line = SHAPES.createLineString(positions);
        fit(line, coordinates);
        Geometry area = Corridor.along(line, widthM)
                .orElseThrow(
                        () -> coordinates.broken(
                                "应在南北纬 70° 以内、跨度不超过 2°；更长的线请分成几项措施",
                                "must lie within 70° of the equator and be at most 2° across; cut a longer line into several measures"));
        return new SitePlace.Corridor(line, widthM, area);
    }

    private Geometry area(JsonValue at) {
        JsonValue coordinates = at.at("coordinates");
        Geometry area =
                switch (at.at("type").text()) {
                    case "Polygon" -> polygon(coordinates);
                    case "MultiPolygon" ->
                        SHAPES.createMultiPolygon(coordinates.list(MOST_VERTICES).stream()
                                .map(this::polygon)
                                .toArray(Polygon[]::new));
                    default ->
                        throw at.at("type")
                                .broken(
                                        "应为 Polygon、MultiPolygon，或带 widthM 的 LineString",
                                        "must be Polygon or MultiPolygon, or LineString with a widthM");
                };
        if (area.isEmpty()) {
            throw coordinates.broken("是空的", "is empty");
        }
        return fit(area, coordinates);
    }

    /** The same shape; refused when it crosses itself, has no size or spans half the globe. */
    private static Geometry fit(Geometry shape, JsonValue coordinates) {
        try {
            return DrawnShape.of(List.of(shape));
        } catch (Refusal unfit) {
            throw coordinates.broken(
                    pattern(unfit.text().zh()), pattern(unfit.text().en()));
        }
    }

    private static String pattern(String text) {
        return text.replace("%", "%%");
    }

    private Polygon polygon(JsonValue at) {
        List<LinearRing> rings = at.list(MOST_VERTICES).stream().map(this::ring).toList();
        return rings.isEmpty()
                ? SHAPES.createPolygon()
                : SHAPES.createPolygon(
                        rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    private LinearRing ring(JsonValue at) {
        Coordinate[] positions = positions(at);
        if (positions.length < 4 || !positions[0].equals2D(positions[positions.length - 1])) {
            throw at.broken("应至少四个点且首尾相同", "must have at least four points, the first and the last the same");
        }
        return SHAPES.createLinearRing(positions);
    }

    private Coordinate[] positions(JsonValue at) {
        List<Coordinate> positions = new ArrayList<>();
        for (JsonValue position : at.list(MOST_VERTICES)) {
            List<JsonValue> numbers = position.list(4);
            if (numbers.size() < 2) {
                throw position.broken("应为经度、纬度两个数", "must be two numbers, longitude and latitude");
            }
            positions.add(new Coordinate(
                    numbers.get(0).number(-180, 180), numbers.get(1).number(-90, 90)));
        }
        vertices += positions.size();
        if (vertices > MOST_VERTICES) {
            throw at.broken("使全部顶点数超过 %d", "makes more than %d vertices in all", MOST_VERTICES);
        }
        return positions.toArray(Coordinate[]::new);
    }
}
