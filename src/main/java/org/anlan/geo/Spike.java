package org.anlan.geo;

import org.anlan.base.Finding.Place;

/**
 * A vertex at which an outline or a line runs out and straight back: a slip of the hand, or the rest of a bad cut.
 *
 * @param place its tip
 * @param degrees the angle between its two edges
 * @param lengthM the shorter of its two edges, metres
 */
public record Spike(Place place, double degrees, double lengthM) {}
