package org.anlan.format.shapefile;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anlan.format.FeatureSource;
import org.anlan.format.archive.UnpackedZip.UnpackedFile;

/** The {@code -fields.csv} files in a zip that we wrote: with them, clipped field names are whole again. */
final class OwnNames {

    private final Map<UnpackedFile, Map<String, String>> files = new HashMap<>();

    private OwnNames() {}

    static OwnNames in(List<UnpackedFile> zip) throws IOException {
        OwnNames names = new OwnNames();
        for (UnpackedFile file : zip) {
            if (file.extension().equals("csv") && file.base().endsWith(FieldsFile.SUFFIX)) {
                Map<String, String> read = FieldsFile.read(file.path());
                if (!read.isEmpty()) {
                    names.files.put(file, read);
                }
            }
        }
        return names;
    }

    boolean isFieldsFile(UnpackedFile file) {
        return files.containsKey(file);
    }

    /** Whether the zip tells the names of the fields of this file: we wrote it then. */
    boolean tell(UnpackedFile file) {
        return of(file).isPresent();
    }

    /** The layer of this file under the whole names of its fields, where the zip tells them. */
    FeatureSource whole(UnpackedFile file, FeatureSource layer) {
        return of(file).map(names -> RenamedSource.of(layer, names)).orElse(layer);
    }

    private Optional<Map<String, String>> of(UnpackedFile file) {
        for (Map.Entry<UnpackedFile, Map<String, String>> entry : files.entrySet()) {
            UnpackedFile about = entry.getKey();
            String base = about.base().substring(0, about.base().length() - FieldsFile.SUFFIX.length());
            boolean same = file.base().equals(base) || file.base().startsWith(base + "-");
            if (same && file.folder().equals(about.folder())) {
                return Optional.of(entry.getValue());
            }
        }
        return Optional.empty();
    }
}
