package org.anlan.format.place;

import java.util.Optional;
import org.anlan.base.Text;
import org.locationtech.jts.geom.Geometry;

/**
 * What a row says about where it lies.
 *
 * @param geometry the shape, x east and y north; empty when there is none
 * @param trouble why there is none
 */
public record Spot(Optional<Geometry> geometry, Optional<Trouble> trouble) {

    /**
     * Why a row has no shape.
     *
     * @param code of the finding
     * @param shared whether many rows may have it in the same words, so that they are told together
     * @param text what is wrong, in which column
     */
    public record Trouble(String code, boolean shared, Text text) {}

    static Spot at(Geometry geometry) {
        return new Spot(Optional.of(geometry), Optional.empty());
    }

    static Spot unread(String code, Text text) {
        return new Spot(Optional.empty(), Optional.of(new Trouble(code, false, text)));
    }

    static Spot shared(String code, Text text) {
        return new Spot(Optional.empty(), Optional.of(new Trouble(code, true, text)));
    }

    /** A text as a message may show it. */
    static String shown(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", " ");
        return printable.length() <= 60 ? printable : printable.substring(0, 60) + "…";
    }
}
