package org.anlan.catalog;

/** What shapes a layer holds; multipart shapes of the same kind are allowed everywhere. */
public enum GeometryKind {
    /** Points. */
    POINT,
    /** Lines. */
    LINE,
    /** Areas. */
    POLYGON,
    /** Any of the three (a base map). */
    ANY,
    /** No shape: a table. */
    NONE
}
