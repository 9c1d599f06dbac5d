package org.anlan.report.picture;

import org.anlan.geo.Geodesy;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Where places fall on a drawing, north up; a degree of longitude is as much shorter than one of latitude as it is at the middle.
 *
 * @param extent what should be on it, longitude and latitude in degrees
 * @param width of the drawing, in pixels
 * @param height of the drawing
 * @param margin that stays free around the extent
 */
public record Frame(Envelope extent, int width, int height, int margin) {

    private static final double LEAST_DEGREES = 1e-6;

    private double shrink() {
        return Math.cos(Math.toRadians(extent.centre().y));
    }

    /** Pixels of a degree of latitude. */
    private double scale() {
        return Math.min(
                (width - 2 * margin) / Math.max(LEAST_DEGREES, extent.getWidth() * shrink()),
                (height - 2 * margin) / Math.max(LEAST_DEGREES, extent.getHeight()));
    }

    /** Pixels from the left. */
    double x(double longitude) {
        return width / 2.0 + (longitude - extent.centre().x) * shrink() * scale();
    }

    /** Pixels from the top. */
    double y(double latitude) {
        return height / 2.0 - (latitude - extent.centre().y) * scale();
    }

    /** All that is on the drawing, which may be more than was asked for. */
    Envelope shown() {
        double halfWidth = width / 2.0 / shrink() / scale();
        double halfHeight = height / 2.0 / scale();
        Coordinate middle = extent.centre();
        return new Envelope(middle.x - halfWidth, middle.x + halfWidth, middle.y - halfHeight, middle.y + halfHeight);
    }

    /** Metres of a pixel, along the middle. */
    double metresPerPixel() {
        Envelope shown = shown();
        Coordinate middle = extent.centre();
        return Geodesy.distanceM(shown.getMinX(), middle.y, shown.getMaxX(), middle.y) / width;
    }
}
