package org.anlan.cli.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.anlan.base.Refusal;

/** Reads the pairs of a TOML file: plain values and lists of them at the top level, no tables. */
final class Toml {

    private static final TomlMapper MAPPER = new TomlMapper();

    private Toml() {}

    static Map<String, String> pairs(Path path, String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : tree(path, text).properties()) {
            pairs.put(field.getKey(), value(path, field.getKey(), field.getValue()));
        }
        return pairs;
    }

    /** The reason that the parser gives may quote the line, which may hold a password: only the place is told. */
    private static JsonNode tree(Path path, String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw Refusal.invalid(
                    "config-not-toml",
                    "配置文件 %s 第 %d 行不是 TOML：文字要加引号（host = \"127.0.0.1\"），每个键只能出现一次",
                    "Line %2$d of the configuration file %1$s is not TOML: text stands in quotes (host = \"127.0.0.1\"), and each key once",
                    path,
                    line);
        }
    }

    private static String value(Path path, String key, JsonNode node) {
        if (node.isValueNode()) {
            return node.asText();
        }
        StringJoiner list = new StringJoiner(",");
        for (JsonNode item : node) {
            if (node.isObject() || !item.isValueNode()) {
                throw table(path, key);
            }
            list.add(item.asText());
        }
        if (node.isObject()) {
            throw table(path, key);
        }
        return list.toString();
    }

    private static Refusal table(Path path, String key) {
        return Refusal.invalid(
                "config-has-tables",
                "配置文件 %s 中的 %s 是一个表；所有设置都写在最外层（例如 db-user，而不是 [db] 下的 user）",
                "%2$s in the configuration file %1$s is a table; all settings stand at the top level (db-user, not user below [db])",
                path,
                key);
    }
}
