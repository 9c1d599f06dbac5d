package org.anlan.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder for the files of a writer on their way into one; gone, with them, when it is closed. Its name tells the process, so that {@link
 * Leftovers} knows what a killed one left behind.
 *
 * @param path where it lies
 */
public record ScratchFolder(Path path) implements Closeable {

    private static final String PREFIX =
            "anlan-export-" + ProcessHandle.current().pid() + "-";

    /** A new empty folder. */
    public static ScratchFolder make() throws IOException {
        return new ScratchFolder(Files.createTempDirectory(PREFIX));
    }

    @Override
    public void close() throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(path);
    }
}
