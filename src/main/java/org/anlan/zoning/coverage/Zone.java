package org.anlan.zoning.coverage;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * One feature of a polygon layer: a control zone of a protected area, a red line.
 *
 * @param layer id of its layer
 * @param id its id
 * @param name its name; its id where it has none
 * @param codes its codes in the fields of its layer that have a code list, in their order; blank where it has none
 * @param shape where it lies, CGCS2000 degrees, x = longitude
 * @param areaM2 its geodesic area, computed at the commit
 */
public record Zone(String layer, String id, String name, List<String> codes, Geometry shape, double areaM2) {}
