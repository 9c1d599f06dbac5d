package org.anlan.format.kml;

import org.anlan.format.SourceField;

/**
 * Where the values of a field come from.
 *
 * @param part of the placemark
 * @param data name among the placemark's values, for {@link Part#DATA}
 * @param field the field
 */
public record KmlField(Part part, String data, SourceField field) {

    /** The parts of a placemark that have values. */
    public enum Part {
        /** Its name. */
        NAME,
        /** Its description. */
        DESCRIPTION,
        /** The folders it lies in, below the layer's own. */
        FOLDER,
        /** A value of its ExtendedData. */
        DATA
    }

    /** The text of this field in a placemark; "" when it has none. */
    String text(Placemark placemark) {
        return switch (part) {
            case NAME -> placemark.name();
            case DESCRIPTION -> placemark.description();
            case FOLDER -> placemark.folder();
            case DATA -> placemark.data().getOrDefault(data, "");
        };
    }
}
