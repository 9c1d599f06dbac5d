package org.anlan.coast;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.valid.IsSimpleOp;

/**
 * A baseline that people drew.
 *
 * @param line a line that does not cross itself, CGCS2000 degrees
 * @param seaOnTheLeft on which side the sea is said to lie; empty = the regions tell
 */
public record GivenBaseline(LineString line, Optional<Boolean> seaOnTheLeft) {

    /** The most positions it may have. */
    public static final int MOST_POSITIONS = 100_000;

    private static final GeometryFactory SHAPES = new GeometryFactory();

    /**
     * Reads a GeoJSON LineString (RFC 7946), as it is or as the geometry of a Feature. Refused ({@code bad-baseline}): what is no LineString, one of fewer than two places,
     * of too many, off the earth, or crossing itself; ({@code bad-parameter}) another side than left and right.
     *
     * @param json the GeoJSON, longitude before latitude
     * @param sea {@code left} or {@code right} of the line in its own direction; empty = the regions tell
     */
    public static GivenBaseline read(JsonNode json, Optional<String> sea) {
        JsonNode shape = json.path("type").asText().equals("Feature") ? json.path("geometry") : json;
        if (!shape.path("type").asText().equals("LineString")
                || !shape.path("coordinates").isArray()) {
            throw bad(
                    "基线应为 GeoJSON 的 LineString（或以它为图形的 Feature），不是“%s”",
                    "The baseline should be a GeoJSON LineString (or a Feature with one), not \"%s\"",
                    shape.path("type").asText());
        }
        LineString line = line(shape.path("coordinates"));
        IsSimpleOp simple = new IsSimpleOp(line);
        if (!simple.isSimple()) {
            Coordinate where = simple.getNonSimpleLocation();
            throw bad("基线在 %s, %s 处与自身相交", "The baseline crosses or touches itself at %s, %s", where.x, where.y);
        }
        return new GivenBaseline(line, sea.map(GivenBaseline::isLeft));
    }

    /** The refusal of a side without a baseline that has sides. */
    public static Refusal seaWithoutBaseline() {
        return Refusal.invalid(
                "bad-parameter",
                "参数 sea 只用于给出的基线；修测岸线的海侧由市、镇范围判定",
                "The parameter sea goes with a baseline that is given; the sea side of a survey's line is told by the regions");
    }

    private static LineString line(JsonNode positions) {
        if (positions.size() > MOST_POSITIONS) {
            throw bad(
                    "基线有 %d 个点，最多 %d 个", "The baseline has %d positions; at most %d", positions.size(), MOST_POSITIONS);
        }
        Coordinate[] places = new Coordinate[positions.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = position(positions.get(i), i);
        }
        if (places.length < 2 || SHAPES.createLineString(places).getLength() == 0) {
            throw bad("基线是空的：至少要有两个不同的点", "The baseline is empty: it needs two different positions at least");
        }
        return SHAPES.createLineString(places);
    }

    private static Coordinate position(JsonNode position, int at) {
        JsonNode lon = position.path(0);
        JsonNode lat = position.path(1);
        if (!lon.isNumber()
                || !lat.isNumber()
                || !(Math.abs(lon.asDouble()) <= 180)
                || !(Math.abs(lat.asDouble()) < 90)) {
            throw bad(
                    "基线的第 %d 个点不是“[经度, 纬度]”（度）",
                    "Position %d of the baseline is no [longitude, latitude] in degrees", at + 1);
        }
        return new CoordinateXY(lon.asDouble(), lat.asDouble());
    }

    private static boolean isLeft(String side) {
        return switch (side) {
            case "left" -> true;
            case "right" -> false;
            default ->
                throw Refusal.invalid(
                        "bad-parameter",
                        "参数 sea=%s 应为 left 或 right（沿基线方向海在哪一侧）",
                        "The parameter sea=%s should be left or right: where the sea lies along the baseline",
                        side);
        };
    }

    private static Refusal bad(String zh, String en, Object... arguments) {
        return Refusal.invalid("bad-baseline", zh, en, arguments);
    }
}
