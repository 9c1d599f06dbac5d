package org.anlan.format.shapefile;

import java.io.IOException;

/** Goes from record to record of a .shp. What it tells is what the file says; whether the bytes are there is checked by who reads. */
interface RecordWalk {

    /** Steps to the next record; false behind the last. */
    boolean next() throws IOException;

    /** Number of the record, from 1, counted; it pairs with the row of the .dbf. */
    int record();

    /** Where the content begins in the .shp. */
    long offset();

    /** Length of the content in bytes; may be negative or past the end of the file when the file is broken. */
    long length();
}
