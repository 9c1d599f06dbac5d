package org.anlan.format.shapefile;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Files opened together and closed together, the last one first, each even when another fails. */
final class OpenFiles implements Closeable {

    private final Deque<Closeable> files = new ArrayDeque<>();

    <T extends Closeable> T keep(T file) {
        files.push(file);
        return file;
    }

    @Override
    public void close() throws IOException {
        IOException failed = null;
        while (!files.isEmpty()) {
            try {
                files.pop().close();
            } catch (IOException problem) {
                if (failed == null) {
                    failed = problem;
                } else {
                    failed.addSuppressed(problem);
                }
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
