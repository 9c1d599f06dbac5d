package org.anlan.format.kml;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anlan.base.Text;
import org.locationtech.jts.geom.Geometry;

/**
 * A placemark as it was read.
 *
 * @param layer position of the layer it belongs to, as {@link KmlWalk} counts them
 * @param folder names of the folders below the layer's own, joined by "/"; "" when it lies in that
 * @param name its name; "" when it has none
 * @param description its description; "" when it has none
 * @param data the values of its ExtendedData, in the order of the file
 * @param schemas ids of the schemas that its values name
 * @param shape its shape; empty when it has none
 * @param bad why its shape is none
 * @param marks what there is to be told of it
 */
record Placemark(
        int layer,
        String folder,
        String name,
        String description,
        Map<String, String> data,
        Set<String> schemas,
        Optional<Geometry> shape,
        Optional<Text> bad,
        Set<Mark> marks) {

    /** Something that was not taken over as it was. */
    enum Mark {
        HEIGHTS_DROPPED,
        RING_CLOSED,
        TRACK_LEFT_OUT,
        TEXT_TOO_LONG,
        MORE_SHAPES
    }
}
