package org.anlan.geo;

import org.anlan.base.Finding.Place;

/**
 * An end that stops short of another line, away from its ends, or runs a little over it.
 *
 * @param feature number of the feature whose end it is
 * @param other number of the feature that it nearly meets
 * @param distanceM how far it is from that, metres
 * @param place the end
 * @param foot the nearest place on the other feature
 */
public record Dangle(int feature, int other, double distanceM, Place place, Place foot) {}
