package org.anlan.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * A format whose layer is one file, alone or inside a zip.
 *
 * @param extensions the extensions of such files, in lower case
 * @param opener opens one
 */
public record SingleFileFormat(Set<String> extensions, Opener opener) {

    /** Opens a file as a layer. */
    @FunctionalInterface
    public interface Opener {

        /** The layer; empty when the file is well-formed and simply no layer (a .json with settings). */
        Optional<FeatureSource> open(Path file, String name, OpenOptions options) throws IOException;
    }
}
