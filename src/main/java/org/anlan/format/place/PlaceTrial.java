package org.anlan.format.place;

import org.anlan.format.FindingList;

/** Columns that by their names may say where the rows lie: their values decide. */
interface PlaceTrial {

    /** Takes a row into account. */
    void see(Texts row);

    /** Whether the values are what the names promise. */
    boolean holds();

    /** What the columns are called, for messages. */
    String names();

    /** The place that the columns give. */
    Place place(FindingList findings);
}
