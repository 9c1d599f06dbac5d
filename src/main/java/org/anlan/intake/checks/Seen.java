package org.anlan.intake.checks;

import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * What a check that looks at the whole layer keeps of a feature, to name it at the end.
 *
 * @param id its id
 * @param source name of the layer in the file
 * @param record its number in the file
 */
record Seen(String id, String source, int record) {

    static Seen of(Checked feature) {
        return new Seen(feature.id(), feature.source(), feature.record());
    }

    /** What it is called in a sentence: a record of a file, or a feature that is kept. */
    Text named() {
        return record > 0 ? Text.of("第 %d 条记录“%s”", "record %d, \"%s\"", record, id) : Text.of("“%s”", "\"%s\"", id);
    }

    /** A warning about this feature at a place. */
    Finding warning(String code, Finding.Place at, Text text) {
        return Finding.ofRecord(code, Severity.WARNING, source, record, text)
                .about(id)
                .at(at.lon(), at.lat());
    }

    /** A warning about this feature, shown by an area. */
    Finding warning(String code, Geometry area, Text text) {
        Point inside = area.getInteriorPoint();
        return warning(code, new Finding.Place(inside.getX(), inside.getY()), text)
                .showing(area);
    }
}
