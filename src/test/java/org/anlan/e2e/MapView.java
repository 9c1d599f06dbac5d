package org.anlan.e2e;

import java.util.stream.Stream;

/**
 * Where the map looks, as the address tells it.
 *
 * @param lon longitude of the centre, degrees
 * @param lat latitude of the centre, degrees
 * @param zoom zoom of the map
 */
record MapView(double lon, double lat, double zoom) {

    /** Space that panels take from the map, in pixels; the centre is that of the rest. */
    private static final int TOP = 24;

    private static final int RIGHT = 288;
    private static final int BOTTOM = 24;
    private static final int LEFT = 416;

    /** Width of the world in pixels at zoom 0. */
    private static final double WORLD = 256;

    /** Reads the query of an address. */
    static MapView ofAddress(String query) {
        String at = Stream.of(query.substring(1).split("&", -1))
                .filter(part -> part.startsWith("at="))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the address names no place: " + query));
        double[] numbers = Stream.of(at.substring(3).split(",", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new MapView(numbers[0], numbers[1], numbers[2]);
    }

    /** Pixels from the left edge of a map of this width to a longitude. */
    double xOf(double placeLon, double width) {
        return LEFT + (width - LEFT - RIGHT) / 2 + (east(placeLon) - east(lon)) * pixels();
    }

    /** Pixels from the top edge of a map of this height to a latitude. */
    double yOf(double placeLat, double height) {
        return TOP + (height - TOP - BOTTOM) / 2 - (north(placeLat) - north(lat)) * pixels();
    }

    private double pixels() {
        return WORLD * Math.pow(2, zoom);
    }

    /** Web Mercator, as a share of the world's width. */
    private static double east(double degrees) {
        return degrees / 360;
    }

    private static double north(double degrees) {
        return Math.log(Math.tan(Math.PI / 4 + Math.toRadians(degrees) / 2)) / (2 * Math.PI);
    }
}
