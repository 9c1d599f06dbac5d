package org.anlan.geo;

/** How a shape lies to an area. */
public enum Lie {
    /** They have no place in common. */
    APART,
    /** All of the shape lies in the inside of the area. */
    WITHIN,
    /** Their insides meet, and not all of the shape lies in the area. */
    MEETS,
    /** It touches the outline: that must be looked at closer. */
    TOUCHES
}
