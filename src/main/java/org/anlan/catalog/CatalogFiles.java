package org.anlan.catalog;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anlan.base.json.JsonFiles;
import org.anlan.base.json.JsonValue;

/**
 * The files of a catalogue by id, read but not yet understood.
 *
 * @param layers one per layer
 * @param codeLists one per code list
 */
record CatalogFiles(Map<String, JsonValue> layers, Map<String, JsonValue> codeLists) {

    private static final JsonFiles FILES = new JsonFiles("catalog-broken");
    private static final String LISTS = "code-lists";

    static CatalogFiles read(Optional<Path> overlayFolder) {
        overlayFolder.ifPresent(folder -> FILES.checkFolder(folder, List.of(LISTS, "rules")));
        JsonValue index = FILES.index("catalog").object(Set.of("layers", "codeLists"), Set.of());
        return new CatalogFiles(
                JsonFiles.byId(FILES.shipped("catalog", index.at("layers")), own(overlayFolder)),
                JsonFiles.byId(
                        FILES.shipped("catalog/" + LISTS, index.at("codeLists")),
                        own(overlayFolder.map(folder -> folder.resolve(LISTS)))));
    }

    private static List<JsonValue> own(Optional<Path> folder) {
        return folder.map(FILES::in).orElse(List.of());
    }
}
