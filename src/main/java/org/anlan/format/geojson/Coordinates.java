package org.anlan.format.geojson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The value of a "coordinates" member before its type is known: positions packed as x and y, or lists of such. What is not made of
 * numbers and lists, or mixes levels, is marked as bad; it is read to its end all the same.
 */
final class Coordinates {

    private static final double[] NONE = {};

    /** How many lists stand around a position: 0 a position, 1 a list of them, and so on; -1 nothing. */
    private int depth = -1;

    private double[] xy = NONE;
    private int points;
    private final List<Coordinates> parts = new ArrayList<>(0);
    private boolean heights;
    private boolean bad;

    private Coordinates() {}

    /** Reads a value, the parser being at its first token, and leaves the parser at its last. */
    static Coordinates read(JsonParser parser, Size size) throws IOException {
        Coordinates result = new Coordinates();
        if (!size.hasRoom()) {
            result.bad = true;
            parser.skipChildren();
            return result;
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            result.bad = parser.currentToken() != JsonToken.VALUE_NULL;
            parser.skipChildren();
            return result;
        }
        int ordinate = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token.isNumeric()) {
                result.number(ordinate++, parser.getDoubleValue());
            } else if (token == JsonToken.START_ARRAY && ordinate == 0) {
                result.add(read(parser, size));
            } else {
                result.bad = true;
                parser.skipChildren();
            }
        }
        if (ordinate == 0) {
            size.list();
        }
        result.bad |= ordinate == 1 || (ordinate > 0 && !result.parts.isEmpty());
        return result;
    }

    /** How large the coordinates of one geometry may become, so that no file fills the memory. */
    static final class Size {
        private static final int POINTS = 4_000_000;
        private static final int POINTS_PER_LIST = 8;

        private int left = POINTS;

        private boolean hasRoom() {
            return left-- > 0;
        }

        private void list() {
            left -= POINTS_PER_LIST;
        }
    }

    private void number(int ordinate, double value) {
        bad |= !Double.isFinite(value) || depth > 0;
        depth = 0;
        if (ordinate == 0) {
            xy = new double[] {value, Double.NaN};
            points = 1;
        } else if (ordinate == 1) {
            xy[1] = value;
        } else {
            heights = true;
        }
    }

    private void add(Coordinates child) {
        heights |= child.heights;
        bad |= child.bad || (depth >= 0 && child.depth >= 0 && depth != child.depth + 1);
        depth = Math.max(depth, child.depth < 0 ? -1 : child.depth + 1);
        if (child.depth == 0 && !bad) {
            if (xy.length == 2 * points) {
                xy = Arrays.copyOf(xy, Math.max(8, 4 * points));
            }
            xy[2 * points] = child.xy[0];
            xy[2 * points + 1] = child.xy[1];
            points++;
        } else {
            parts.add(child);
        }
    }

    boolean isEmpty() {
        return depth < 0;
    }

    boolean hasHeights() {
        return heights;
    }

    /** Fails unless positions stand in exactly this many lists. */
    void require(int lists) throws BadGeometry {
        if (bad || (depth >= 0 && depth != lists)) {
            throw new BadGeometry(
                    "“coordinates”的层次与图形类型不符，含有不是有限数的坐标，或超过四百万个点",
                    "“coordinates” is not nested as its type demands, holds something that is no finite number, or has more than four million points");
        }
    }

    /** The packed positions of a position or a list of them. */
    double[] xy() {
        return xy.length == 2 * points ? xy : Arrays.copyOf(xy, 2 * points);
    }

    int points() {
        return points;
    }

    List<Coordinates> parts() {
        return parts;
    }
}
