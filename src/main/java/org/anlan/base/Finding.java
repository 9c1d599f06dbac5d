package org.anlan.base;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * Something found in a hand-in. One bad record never kills a hand-in: it becomes a finding.
 *
 * @param code stable code, dotted ("shapefile.truncated", "field.required", "coast.declared-length")
 * @param severity error blocks the commit, warning and note do not
 * @param text what, where, what to do
 * @param layer the name of the layer in the file, as handed in ("AX2015")
 * @param record the record number in the file, from 1; 0 when the finding is about the file as a whole
 * @param featureId the feature's id where it is known
 * @param place longitude and latitude (CGCS2000 degrees) where it is known
 * @param shape what to show on the map where a point does not tell it (the stretch drawn twice, the area of an overlap), CGCS2000 degrees
 * @param field name of the layer's field that it is about, where it is about one ("type1")
 * @param fix word of the repair that would mend it ("make-valid"); empty when a person has to
 */
public record Finding(
        String code,
        Severity severity,
        Text text,
        String layer,
        int record,
        Optional<String> featureId,
        Optional<Place> place,
        Optional<Geometry> shape,
        Optional<String> field,
        Optional<String> fix) {

    /** Most vertices of a shape that is shown. */
    private static final int MOST_VERTICES = 2_000;

    /**
     * A point on the map.
     *
     * @param lon longitude, degrees east
     * @param lat latitude, degrees north
     */
    public record Place(double lon, double lat) {}

    /** A finding about the file as a whole. */
    public static Finding ofFile(String code, Severity severity, String layer, Text text) {
        return ofRecord(code, severity, layer, 0, text);
    }

    /** A finding about one record (from 1) of a layer. */
    public static Finding ofRecord(String code, Severity severity, String layer, int record, Text text) {
        return new Finding(
                code,
                severity,
                text,
                layer,
                record,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same finding with another severity. */
    public Finding as(Severity other) {
        return new Finding(code, other, text, layer, record, featureId, place, shape, field, fix);
    }

    /** The same finding with the feature's id. */
    public Finding about(String id) {
        return new Finding(code, severity, text, layer, record, Optional.of(id), place, shape, field, fix);
    }

    /** The same finding with its place, longitude and latitude in degrees. */
    public Finding at(double lon, double lat) {
        return new Finding(
                code, severity, text, layer, record, featureId, Optional.of(new Place(lon, lat)), shape, field, fix);
    }

    /** The same finding with the shape that shows it, CGCS2000 degrees; its envelope where it has very many vertices. */
    public Finding showing(Geometry what) {
        Geometry shown = what.getNumPoints() <= MOST_VERTICES ? what : what.getEnvelope();
        return new Finding(code, severity, text, layer, record, featureId, place, Optional.of(shown), field, fix);
    }

    /** The same finding as one about this field of the layer. */
    public Finding in(String fieldName) {
        return new Finding(code, severity, text, layer, record, featureId, place, shape, Optional.of(fieldName), fix);
    }

    /** The same finding with the word of the repair that would mend it. */
    public Finding mendedBy(String repair) {
        return new Finding(code, severity, text, layer, record, featureId, place, shape, field, Optional.of(repair));
    }
}
