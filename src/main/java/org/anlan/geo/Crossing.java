package org.anlan.geo;

import org.anlan.base.Finding.Place;

/**
 * A place where two features of one layer cross.
 *
 * @param first number of the feature that came first
 * @param second number of the other
 * @param place where they cross
 */
public record Crossing(int first, int second, Place place) {}
