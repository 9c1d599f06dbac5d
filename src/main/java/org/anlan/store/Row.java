package org.anlan.store;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/** One feature while it is read; valid only during the visit. */
public interface Row {

    /** Key of the row, rising; the key to page by. */
    long fid();

    /** The feature's id, stable across revisions. */
    String id();

    /** The shape as well-known binary (OGC 06-103r4, little-endian, 2-D, x = longitude); empty when it has none. */
    Optional<ByteBuffer> wkb();

    /** The shape, CGCS2000 longitude and latitude in degrees; empty when it has none. */
    Optional<Geometry> geometry();

    /** Geodesic length of lines in metres, computed at the commit; 0 for points, areas and tables. */
    double lengthM();

    /** Geodesic area in square metres, computed at the commit; 0 for lines, points and tables. */
    double areaM2();

    /** The value of the catalogue field at this position of {@code LayerDefinition.fields()}; {@code null} when it has none. */
    Object value(int field);

    /** Whether the text of a field is this one; {@code null} when it has none. */
    default Boolean isText(int field, EncodedText other) {
        Object value = value(field);
        return value == null ? null : Boolean.valueOf(other.text().equals(value));
    }

    /** The revision that brought the feature as it is: it was recorded then, and has not changed since. */
    long since();

    /** What the hand-in carried beyond the catalogue's fields, as a JSON object; empty when nothing. */
    Optional<String> extra();
}
