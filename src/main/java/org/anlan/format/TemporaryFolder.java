package org.anlan.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A private folder for what is unpacked or written on the way. Closing it deletes it; {@link Leftovers} those of killed processes. */
public final class TemporaryFolder implements Closeable {

    /** Names the process, so that what a killed one left behind can be told from what is in use. */
    public static final String PREFIX =
            "anlan-handin-" + ProcessHandle.current().pid() + "-";

    private final Path path;

    private TemporaryFolder(Path path) {
        this.path = path;
    }

    /** Makes an empty one. */
    public static TemporaryFolder make() throws IOException {
        return new TemporaryFolder(Files.createTempDirectory(PREFIX));
    }

    /** Where it lies. */
    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> content = Files.walk(path)) {
            content.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException held) {
                    throw new UncheckedIOException(held);
                }
            });
        } catch (UncheckedIOException held) {
            throw held.getCause();
        }
    }
}
