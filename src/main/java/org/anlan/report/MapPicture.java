package org.anlan.report;

import java.util.List;
import org.anlan.base.Text;
import org.anlan.catalog.Style;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A map, north up, with legend and scale bar.
 *
 * @param title what it shows
 * @param extent what of the world is shown, longitude and latitude in degrees; shapes are cut there
 * @param layers what is drawn, the lowest first
 */
public record MapPicture(Text title, Envelope extent, List<Layer> layers) implements Block {

    /**
     * Shapes that look the same.
     *
     * @param name as the legend says it
     * @param symbol how they are drawn
     * @param shapes what is drawn
     */
    public record Layer(Text name, Style.Symbol symbol, List<Shape> shapes) {}

    /**
     * One shape.
     *
     * @param geometry longitude and latitude in degrees
     * @param mark a short mark beside it that the text refers to ("3"); blank = none
     * @param name its name, written on it where there is room; blank = none
     */
    public record Shape(Geometry geometry, String mark, String name) {

        /** A shape without a name. */
        public Shape(Geometry geometry, String mark) {
            this(geometry, mark, "");
        }
    }
}
