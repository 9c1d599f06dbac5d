package org.anlan.geo;

import org.anlan.base.Finding.Place;

/**
 * Two ends that nearly meet.
 *
 * @param first number of one feature
 * @param second number of the other, higher
 * @param distanceM how far the ends are apart, metres
 * @param place the end of the first
 * @param other the end of the second
 */
public record Gap(int first, int second, double distanceM, Place place, Place other) {}
