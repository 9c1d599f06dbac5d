package org.anlan.format;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * A feature that is written.
 *
 * @param id its id in the layer
 * @param geometry its shape in the coordinates of {@link OutLayer#crs()}, x east (longitude) and y north (latitude)
 * @param values one per field, {@code null} where it has none, of the field's Java type
 */
@SuppressWarnings("ArrayRecordComponent") // one row of a million; never compared, never shared
public record OutFeature(String id, Optional<Geometry> geometry, Object[] values) {}
