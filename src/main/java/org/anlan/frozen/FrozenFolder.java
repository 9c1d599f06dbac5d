package org.anlan.frozen;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder that frozen layers lie in, each in a folder of its own. What is still being made has a name with a dot before it. */
final class FrozenFolder {

    private static final String MAKING = ".making-";

    private final Path folder;

    FrozenFolder(Path folder) {
        this.folder = folder;
    }

    /** Makes the folder, and removes what was being made when a process ended. */
    void open() throws IOException {
        Files.createDirectories(folder);
        for (Path left : list()) {
            if (left.getFileName().toString().startsWith(MAKING)) {
                remove(left);
            }
        }
    }

    /** Where a state of a layer lies, or would. */
    Path of(String layer, long revision) {
        return folder.resolve(layer + "-r" + revision);
    }

    Path making(String layer) throws IOException {
        return Files.createTempDirectory(folder, MAKING + layer + "-");
    }

    /** Gives what was made its name, in place of what has it. */
    void made(Path making, Path name) throws IOException {
        if (Files.exists(name)) {
            remove(name);
        }
        try {
            Files.move(making, name, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(making, name);
        } catch (FileAlreadyExistsException e) {
            remove(making); // another process of this machine made the same
        }
    }

    /** Frozen layers of earlier revisions that nobody has open any more: the oldest first. */
    List<Path> list() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory)
                    .sorted(Comparator.comparingLong(path -> path.toFile().lastModified()))
                    .toList();
        }
    }

    static void remove(Path frozen) throws IOException {
        if (!Files.exists(frozen)) {
            return;
        }
        try (Stream<Path> files = Files.walk(frozen)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    static long bytes(Path frozen) {
        try (Stream<Path> files = Files.list(frozen)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            return 0; // it is being removed
        }
    }
}
