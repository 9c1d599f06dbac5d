package org.anlan.format.shapefile;

/** What shapes a shapefile that we write holds; a shapefile holds one kind, and any record may be a null shape. */
public enum ShapeKind {
    /** One point per record. */
    POINT(ShapeType.POINT),
    /** Several points per record. */
    MULTIPOINT(ShapeType.MULTIPOINT),
    /** Lines of one or more parts. */
    LINE(ShapeType.POLYLINE),
    /** Polygons of one or more shells with their holes. */
    POLYGON(ShapeType.POLYGON);

    private final ShapeType type;

    ShapeKind(ShapeType type) {
        this.type = type;
    }

    ShapeType type() {
        return type;
    }
}
