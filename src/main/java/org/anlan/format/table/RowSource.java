package org.anlan.format.table;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Optional;

/** The rows of a table, to be read any number of times. */
@FunctionalInterface
public interface RowSource {

    /** Starts at the first row. The caller closes the reader. */
    RowReader open() throws IOException;

    /** The same rows with their texts in another encoding; empty where the format leaves no choice. */
    default Optional<RowSource> in(Charset charset) {
        return Optional.empty();
    }
}
