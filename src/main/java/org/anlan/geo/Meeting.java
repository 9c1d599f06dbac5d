package org.anlan.geo;

/** What is told of edges that meet the outline. */
interface Meeting {

    /**
     * An edge crosses the outline.
     *
     * @param edge number of the edge
     * @param other number of the edge of the outline
     * @param enters whether it comes into the area there; else it leaves it
     */
    void crosses(int edge, int other, boolean enters);

    /** An edge has a place in common with the outline, but does not pass from one side to the other. */
    void touches();

    /** Whether nothing more need be told. */
    boolean enough();
}
