package org.anlan.coast.rates;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.format.geojson.DrawnShape;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.valid.IsSimpleOp;

/**
 * A baseline that people drew.
 *
 * @param line a line that does not cross itself, CGCS2000 degrees
 * @param seaOnTheLeft on which side the sea is said to lie; empty = the regions tell
 */
public record GivenBaseline(LineString line, Optional<Boolean> seaOnTheLeft) {

    /**
     * Reads a GeoJSON LineString (RFC 7946), as it is or in a Feature. Refused as {@link DrawnShape#read} does; ({@code bad-baseline}) what is no line, several lines, a line
     * that crosses itself; ({@code bad-parameter}) another side than left and right.
     *
     * @param json the GeoJSON, longitude before latitude
     * @param sea {@code left} or {@code right} of the line in its own direction; empty = the regions tell
     */
    public static GivenBaseline read(JsonNode json, Optional<String> sea) {
        Geometry shape = DrawnShape.read(json);
        if (!(shape instanceof LineString line)) {
            throw Refusal.invalid(
                    "bad-baseline",
                    "基线应为一条 GeoJSON LineString，不是 %s",
                    "The baseline should be one GeoJSON LineString, not a %s",
                    shape.getGeometryType());
        }
        IsSimpleOp simple = new IsSimpleOp(line);
        if (!simple.isSimple()) {
            Coordinate where = simple.getNonSimpleLocation();
            throw Refusal.invalid(
                    "bad-baseline",
                    "基线在 %s, %s 处与自身相交或相接",
                    "The baseline crosses or touches itself at %s, %s",
                    Double.toString(where.x),
                    Double.toString(where.y));
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
}
