package org.anlan.format.table;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The rows of a CSV file.
 *
 * @param file where it lies
 * @param charset of its texts
 * @param name what it is called
 */
record CsvFile(Path file, Charset charset, String name) implements RowSource {

    @Override
    public RowReader open() throws IOException {
        return new CsvRows(file, charset, name);
    }

    @Override
    public Optional<RowSource> in(Charset other) {
        return Optional.of(new CsvFile(file, other, name));
    }
}
