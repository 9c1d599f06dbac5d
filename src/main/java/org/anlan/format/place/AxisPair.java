package org.anlan.format.place;

import org.anlan.format.place.AxisName.Axis;

/**
 * Two columns that by their names hold the two coordinates of a place.
 *
 * @param named what the first is called: longitude, easting or x
 * @param first longitude or easting, by its name
 * @param second latitude or northing, by its name
 */
record AxisPair(Axis named, AxisColumn first, AxisColumn second) {

    boolean namedAsAngles() {
        return named == Axis.LONGITUDE;
    }

    boolean namedXy() {
        return named == Axis.X;
    }

    boolean isBlank(Texts row) {
        return first.text(row).isEmpty() && second.text(row).isEmpty();
    }

    String names() {
        return "“" + first.name() + "”“" + second.name() + "”";
    }
}
