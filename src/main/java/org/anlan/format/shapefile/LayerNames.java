package org.anlan.format.shapefile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anlan.format.archive.UnpackedZip.UnpackedFile;

/** Names the layers of a zip: the file's own name, with the folder in front where two files of the kind would share it. */
final class LayerNames {

    private static final Set<String> COMPANIONS = Set.of("shx", "dbf", "prj", "cpg");

    private final Map<String, Integer> uses = new HashMap<>();

    LayerNames(List<UnpackedFile> files) {
        for (UnpackedFile file : files) {
            if (!COMPANIONS.contains(file.extension())) {
                uses.merge(file.base(), 1, Integer::sum);
            }
        }
    }

    String of(UnpackedFile file) {
        boolean shared = uses.getOrDefault(file.base(), 1) > 1;
        if (!shared) {
            return file.base();
        }
        return (file.folder().isEmpty() ? "" : file.folder() + "/") + file.base() + "." + file.extension();
    }
}
