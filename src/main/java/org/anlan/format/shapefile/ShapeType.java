package org.anlan.format.shapefile;

import java.util.Optional;

/** The shape types of the format (ESRI Shapefile Technical Description, July 1998, p. 4). */
enum ShapeType {
    NULL(0, Kind.NULL),
    POINT(1, Kind.POINT),
    POLYLINE(3, Kind.LINE),
    POLYGON(5, Kind.POLYGON),
    MULTIPOINT(8, Kind.MULTIPOINT),
    POINT_Z(11, Kind.POINT),
    POLYLINE_Z(13, Kind.LINE),
    POLYGON_Z(15, Kind.POLYGON),
    MULTIPOINT_Z(18, Kind.MULTIPOINT),
    POINT_M(21, Kind.POINT),
    POLYLINE_M(23, Kind.LINE),
    POLYGON_M(25, Kind.POLYGON),
    MULTIPOINT_M(28, Kind.MULTIPOINT),
    MULTIPATCH(31, Kind.PATCH);

    /** What a type is in two dimensions. */
    enum Kind {
        NULL,
        POINT,
        MULTIPOINT,
        LINE,
        POLYGON,
        PATCH
    }

    private static final ShapeType[] BY_CODE = new ShapeType[32];

    static {
        for (ShapeType type : values()) {
            BY_CODE[type.code] = type;
        }
    }

    private final int code;
    private final Kind kind;

    ShapeType(int code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    /** The type of this code; empty when the format knows no such code. */
    static Optional<ShapeType> of(int code) {
        return code < 0 || code >= BY_CODE.length ? Optional.empty() : Optional.ofNullable(BY_CODE[code]);
    }

    int code() {
        return code;
    }

    Kind kind() {
        return kind;
    }

    /** Whether heights or measures stand behind x and y. */
    boolean hasMore() {
        return code > 10;
    }
}
