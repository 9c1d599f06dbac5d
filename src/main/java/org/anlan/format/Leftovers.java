package org.anlan.format;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a process that was killed left unpacked in the temporary folder: {@code anlan-handin-<process id>-…}, {@code anlan-export-…}. */
public final class Leftovers {

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
    private static final Pattern NAME = Pattern.compile("anlan-(?:handin|export)-(\\d+)-.*");

    private Leftovers() {}

    /** Removes the folders of processes that are no longer there; those of living ones stay. Gives how many were removed. */
    public static int remove() throws IOException {
        return removeFrom(Path.of(System.getProperty("java.io.tmpdir")));
    }

    static int removeFrom(Path temporary) throws IOException {
        int removed = 0;
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, "anlan-*")) {
            for (Path folder : folders) {
                Matcher name = NAME.matcher(folder.getFileName().toString());
                if (name.matches() && Files.isDirectory(folder) && !alive(name.group(1))) {
                    removed += delete(folder) ? 1 : 0;
                }
            }
        }
        return removed;
    }

    private static boolean alive(String processId) {
        return processId.length() > 18
                || ProcessHandle.of(Long.parseLong(processId)).isPresent();
    }

    /** Whether it is gone; what belongs to another user stays. */
    private static boolean delete(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> inside = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path file : inside) {
                Files.deleteIfExists(file);
            }
            return true;
        } catch (IOException e) {
            LOG.warn("{} cannot be removed", folder, e);
            return false;
        }
    }
}
