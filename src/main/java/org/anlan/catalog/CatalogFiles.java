package org.anlan.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.anlan.base.json.JsonSource;
import org.anlan.base.json.JsonValue;

/**
 * The files of a catalogue, read but not yet understood.
 *
 * @param layers one per layer
 * @param codeLists one per code list
 */
record CatalogFiles(List<JsonValue> layers, List<JsonValue> codeLists) {

    private static final String CODE = "catalog-broken";
    private static final String LISTS = "code-lists";
    private static final int MOST_FILES = 1_000;

    /** Folders of an installation's own definitions; the rules are read by those who apply them. */
    private static final Set<String> FOLDERS = Set.of(LISTS, "rules");

    /** The files shipped with the service, in the order of catalog/index.json (a jar cannot be listed reliably). */
    static CatalogFiles shipped() {
        JsonValue index = source("catalog/index.json").readResource("/catalog/index.json");
        index.object(Set.of("layers", "codeLists"), Set.of());
        return new CatalogFiles(
                resources(index.at("layers"), "catalog/"), resources(index.at("codeLists"), "catalog/" + LISTS + "/"));
    }

    private static List<JsonValue> resources(JsonValue ids, String folder) {
        return ids.list(MOST_FILES).stream()
                .map(NameRules::id)
                .map(id -> folder + id + ".json")
                .map(name -> source(name).readResource("/" + name))
                .toList();
    }

    /** The files of an installation: every {@code *.json} in the folder is a layer, in its code-lists a code list; by name. */
    static CatalogFiles in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw source(folder.toString()).refusal("不是文件夹", "is no folder");
        }
        list(folder, Files::isDirectory).stream()
                .filter(inner -> !FOLDERS.contains(inner.getFileName().toString()))
                .findFirst()
                .ifPresent(inner -> {
                    throw source(inner.toString())
                            .refusal("用途不明；可用：%s", "is of no use; known: %s", "code-lists, rules");
                });
        Path lists = folder.resolve(LISTS);
        return new CatalogFiles(read(folder), Files.isDirectory(lists) ? read(lists) : List.of());
    }

    private static List<JsonValue> read(Path folder) {
        return list(folder, file -> file.getFileName().toString().endsWith(".json") && Files.isRegularFile(file))
                .stream()
                .map(file -> source(file.toString()).read(file))
                .toList();
    }

    private static List<Path> list(Path folder, Function<Path, Boolean> wanted) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(wanted::apply)
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
        } catch (IOException e) {
            throw source(folder.toString()).refusal("无法读取：%s", "cannot be read: %s", e.getMessage());
        }
    }

    private static JsonSource source(String name) {
        return new JsonSource(CODE, name);
    }
}
