package org.anlan.base.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Data files of one kind: those shipped with the service, and those of an installation, which add to them or take their place.
 *
 * @param code code of every refusal about them ("catalog-broken")
 */
public record JsonFiles(String code) {

    private static final int MOST_FILES = 1_000;
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** The index of shipped files in a resource folder: a jar cannot be listed reliably. */
    public JsonValue index(String folder) {
        return resource(folder + "/index.json");
    }

    /** The shipped files that an index names, in its order. */
    public List<JsonValue> shipped(String folder, JsonValue ids) {
        return ids.list(MOST_FILES).stream()
                .map(id -> resource(folder + "/" + id.text() + ".json"))
                .toList();
    }

    private JsonValue resource(String path) {
        return new JsonSource(code, path).readResource("/" + path);
    }

    /** The {@code *.json} files in an installation's folder, by name; none when there is no such folder. */
    public List<JsonValue> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        return list(folder, file -> file.getFileName().toString().endsWith(".json") && Files.isRegularFile(file))
                .stream()
                .map(file -> source(file).read(file))
                .toList();
    }

    /** Refuses an installation's folder that is not there or holds a folder of another name than these, perhaps misspelt. */
    public void checkFolder(Path folder, List<String> knownFolders) {
        if (!Files.isDirectory(folder)) {
            throw source(folder).refusal("不是文件夹", "is no folder");
        }
        for (Path inner : list(folder, Files::isDirectory)) {
            if (!knownFolders.contains(inner.getFileName().toString())) {
                throw source(inner)
                        .refusal("用途不明；可用：%s", "is of no use here; known: %s", String.join(", ", knownFolders));
            }
        }
    }

    /** The shipped files by their "id", each in its place unless the installation has one of its own; then what it adds. */
    public static Map<String, JsonValue> byId(List<JsonValue> shipped, List<JsonValue> own) {
        return by(JsonFiles::idOf, shipped, own);
    }

    /** The same by "id" and "version": files of several versions stand side by side. The keys are {@code id@version}. */
    public static Map<String, JsonValue> byVersion(List<JsonValue> shipped, List<JsonValue> own) {
        return by(file -> idOf(file) + "@" + file.at("version").integer(1, 1_000_000), shipped, own);
    }

    private static Map<String, JsonValue> by(
            Function<JsonValue, String> key, List<JsonValue> shipped, List<JsonValue> own) {
        Map<String, JsonValue> files = unique(key, shipped);
        files.putAll(unique(key, own));
        return files;
    }

    private static Map<String, JsonValue> unique(Function<JsonValue, String> key, List<JsonValue> files) {
        Map<String, JsonValue> unique = new LinkedHashMap<>();
        for (JsonValue file : files) {
            String name = key.apply(file);
            JsonValue other = unique.putIfAbsent(name, file);
            if (other != null) {
                throw file.at("id").broken("“%s”已在 %s 中定义", "\"%s\" is defined in %s already", name, other.file());
            }
        }
        return unique;
    }

    private static String idOf(JsonValue file) {
        file.members();
        JsonValue id = file.member("id").orElseThrow(() -> file.at("id").broken("缺失", "is missing"));
        return id.matching(ID, "小写字母、数字，以连字符相连", "lower-case letters and digits, joined by hyphens");
    }

    private List<Path> list(Path folder, Predicate<Path> wanted) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(wanted)
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
        } catch (IOException e) {
            throw source(folder).refusal("无法读取：%s", "cannot be read: %s", e.getMessage());
        }
    }

    private JsonSource source(Path path) {
        return new JsonSource(code, path.toString());
    }
}
