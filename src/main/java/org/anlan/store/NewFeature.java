package org.anlan.store;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * A feature to be kept.
 *
 * @param id stable id within the layer
 * @param geometry the shape in CGCS2000 longitude and latitude (x = longitude), 2-D
 * @param lengthM geodesic length in metres
 * @param areaM2 geodesic area in square metres
 * @param values one per catalogue field, {@code null} where it has none, of the field's Java type
 * @param extra what the hand-in carried beyond the catalogue's fields, as a JSON object
 */
@SuppressWarnings("ArrayRecordComponent") // one row of a million; never compared, never shared
public record NewFeature(
        String id,
        Optional<Geometry> geometry,
        double lengthM,
        double areaM2,
        Object[] values,
        Optional<String> extra) {}
