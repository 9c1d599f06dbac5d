package org.anlan.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.anlan.format.archive.UnpackedZip.UnpackedFile;

/**
 * A format of which several files of a zip make one hand-in: those of one name, or those of one folder.
 *
 * @param extensions the extensions of all such files, in lower case
 * @param group which group a file belongs to; empty when it is none of such files
 * @param opener opens a group
 */
public record GroupFormat(Set<String> extensions, Function<UnpackedFile, Optional<String>> group, Opener opener) {

    /** Opens a group of files. */
    @FunctionalInterface
    public interface Opener {

        /** The group with its layers; empty when the file that matters is not among them. */
        Optional<HandInFile> open(List<UnpackedFile> files, OpenOptions options) throws IOException;
    }

    /** The groups among these files. */
    public Collection<List<UnpackedFile>> groups(List<UnpackedFile> files) {
        Map<String, List<UnpackedFile>> groups = new TreeMap<>();
        for (UnpackedFile file : files) {
            group.apply(file).ifPresent(key -> groups.computeIfAbsent(key, none -> new ArrayList<>())
                    .add(file));
        }
        return groups.values();
    }
}
