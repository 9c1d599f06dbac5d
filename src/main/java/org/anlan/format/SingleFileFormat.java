package org.anlan.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A format of which one file holds one layer or several, alone or inside a zip.
 *
 * @param extensions the extensions of such files, in lower case
 * @param opener opens one
 */
public record SingleFileFormat(Set<String> extensions, Opener opener) {

    /** Opens a file. */
    @FunctionalInterface
    public interface Opener {

        /**
         * The file with its layers; empty when it is well-formed and simply has none (a .json with settings).
         *
         * @param file where it lies
         * @param name names the layer of a file that is one: the file's name without extension
         * @param options encoding and limits
         */
        Optional<HandInFile> open(Path file, String name, OpenOptions options) throws IOException;
    }

    /** Opens a file that is one layer and is read where it lies. */
    @FunctionalInterface
    public interface OneLayer {

        /** The layer; empty when the file has none. */
        Optional<FeatureSource> open(Path file, String name, OpenOptions options) throws IOException;
    }

    /** A format whose files are one layer each. */
    public static SingleFileFormat ofOneLayer(Set<String> extensions, OneLayer opener) {
        return new SingleFileFormat(extensions, (file, name, options) -> opener.open(file, name, options)
                .map(layer -> HandInFile.of(List.of(layer))));
    }
}
