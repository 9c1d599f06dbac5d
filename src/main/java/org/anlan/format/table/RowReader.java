package org.anlan.format.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Reads the rows of a table one after another. */
public interface RowReader extends Closeable {

    /** The next row, rows without any cell left out; empty behind the last. */
    Optional<TableRow> next() throws IOException;
}
