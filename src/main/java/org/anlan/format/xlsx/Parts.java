package org.anlan.format.xlsx;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.anlan.format.archive.UnpackedZip.UnpackedFile;

/** The parts of a workbook that were unpacked, by their names in the package; case does not count (ECMA-376 part 2, 6.2.2). */
final class Parts {

    private final Map<String, Path> byName = new HashMap<>();

    Parts(List<UnpackedFile> files) {
        for (UnpackedFile file : files) {
            String folder = file.folder().isEmpty() ? "" : file.folder() + "/";
            byName.put(key(folder + file.base() + "." + file.extension()), file.path());
        }
    }

    /** A part by its name ("xl/workbook.xml"). */
    Optional<Path> part(String name) {
        return Optional.ofNullable(byName.get(key(name)));
    }

    /** The part that a relationship of a part in folder {@code xl} points to ("worksheets/sheet1.xml", "/xl/styles.xml"). */
    Optional<Path> target(String target) {
        return part(target.startsWith("/") ? target.substring(1) : "xl/" + target);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
