package org.anlan.store.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Sees to it that files outlive a power cut: their bytes first, then their names. */
public final class OnDisk {

    private OnDisk() {}

    /** Gives a whole file its name, in place of one that has it: whoever looks finds the old one or the new one, and after this the new one stays. */
    public static void move(Path file, Path target) throws IOException {
        sync(file, StandardOpenOption.WRITE);
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(target.toAbsolutePath().getParent(), StandardOpenOption.READ);
    }

    private static void sync(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
