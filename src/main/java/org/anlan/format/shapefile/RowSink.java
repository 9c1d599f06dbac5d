package org.anlan.format.shapefile;

import java.io.Closeable;
import java.io.IOException;

/** Takes the rows of a table; the .dbf is complete once it is closed. */
interface RowSink extends Closeable {

    /** A row (from 1), one value per field, {@code null} where there is none. */
    void write(int record, Object[] values) throws IOException;
}
