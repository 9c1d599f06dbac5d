package org.anlan.http.api;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.anlan.format.archive.LooseParts;

/**
 * A file that came with a form.
 *
 * @param name its name
 * @param source its bytes
 * @param leftover what has to be removed behind it
 */
record Received(String name, LooseParts.Source source, Closeable leftover) implements Closeable {

    InputStream content() throws IOException {
        return source.open();
    }

    @Override
    public void close() throws IOException {
        leftover.close();
    }
}
