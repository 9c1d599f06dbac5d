package org.anlan.format.ogr;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds programs that are installed. */
final class SystemPath {

    private SystemPath() {}

    /** The program of this name on the search path of this process; only absolute folders count. */
    static Optional<Path> find(String name) {
        return find(name, Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    static Optional<Path> find(String name, String searchPath) {
        boolean windows = File.separatorChar == '\\';
        for (String folder : searchPath.split(File.pathSeparator, -1)) {
            Path program = Path.of(folder, windows ? name + ".exe" : name);
            if (program.isAbsolute() && Files.isExecutable(program) && !Files.isDirectory(program)) {
                return Optional.of(program);
            }
        }
        return Optional.empty();
    }
}
