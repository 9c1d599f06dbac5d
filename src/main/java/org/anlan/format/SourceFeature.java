package org.anlan.format;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * One feature as the file holds it: the file's own coordinates (x, y) and field order.
 *
 * @param record number in the file, from 1
 * @param geometry the shape in the file's coordinates, x east and y north; empty for a null shape or a table row
 * @param values one per {@link FeatureSource#fields()}, {@code null} where there is no value; the array is the receiver's
 */
@SuppressWarnings("ArrayRecordComponent") // one row of a million; never compared, never shared
public record SourceFeature(int record, Optional<Geometry> geometry, Object[] values) {}
