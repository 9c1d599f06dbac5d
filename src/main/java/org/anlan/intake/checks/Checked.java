package org.anlan.intake.checks;

import java.util.Optional;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * A feature on its way into a layer, as checks see it.
 *
 * @param id its id
 * @param source name of the layer in the file
 * @param record its number in the file
 * @param values one per catalogue field
 * @param geometry its shape, CGCS2000 degrees
 * @param lengthM geodesic length
 * @param areaM2 geodesic area
 */
@SuppressWarnings("ArrayRecordComponent") // read by checks, never compared
public record Checked(
        String id,
        String source,
        int record,
        Object[] values,
        Optional<Geometry> geometry,
        double lengthM,
        double areaM2) {

    /** A finding about this feature, at a point on it. */
    public Finding finding(String code, Severity severity, Text text) {
        Finding finding = Finding.ofRecord(code, severity, source, record, text).about(id);
        if (geometry.isEmpty() || geometry.get().isEmpty()) {
            return finding;
        }
        Coordinate[] points = geometry.get().getCoordinates();
        Coordinate middle = points[points.length / 2];
        return finding.at(middle.x, middle.y);
    }
}
