package org.anlan.cli.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import org.anlan.base.Refusal;

/**
 * What a configuration file says.
 *
 * @param path the file
 * @param values what each key was given, with its line
 */
public record ConfigFile(Path path, Map<String, Found> values) {

    /**
     * Reads a {@code .toml} or {@code .properties} file in UTF-8.
     *
     * @param known the keys that exist; any other is refused
     */
    static ConfigFile read(Path path, Set<String> known) {
        ConfigText text = ConfigText.read(path);
        Map<String, Found> values = new LinkedHashMap<>();
        pairs(path, text.text()).forEach((key, value) -> {
            OptionalInt line = text.line(key);
            String where = line.isPresent() ? path + ":" + line.getAsInt() : path.toString();
            if (!known.contains(key)) {
                throw unknown(key, where, known);
            }
            values.put(key, new Found(value.strip(), new Origin(Origin.Kind.FILE, where)));
        });
        return new ConfigFile(path, values);
    }

    private static Map<String, String> pairs(Path path, String text) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".toml")) {
            return Toml.pairs(path, text);
        }
        if (name.endsWith(".properties")) {
            return properties(path, text);
        }
        throw Refusal.invalid(
                "config-format-unknown",
                "无法从文件名看出配置文件 %s 的格式；请用 .toml 或 .properties",
                "The name of the configuration file %s does not tell its format; use .toml or .properties",
                path);
    }

    private static Map<String, String> properties(Path path, String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException e) { // a \\u without four hexadecimal digits
            throw Refusal.invalid(
                    "config-not-properties",
                    "配置文件 %s 有误：\\u 之后应有四位十六进制数；反斜杠要写成 \\\\",
                    "The configuration file %s is wrong: \\u takes four hexadecimal digits; write a backslash as \\\\",
                    path);
        }
        Map<String, String> pairs = new LinkedHashMap<>();
        properties.stringPropertyNames().stream().sorted().forEach(key -> pairs.put(key, properties.getProperty(key)));
        return pairs;
    }

    private static Refusal unknown(String key, String where, Set<String> known) {
        return Nearest.of(key, known)
                .map(nearest -> Refusal.invalid(
                        "unknown-setting",
                        "%s：没有设置“%s”，最接近的是 %s",
                        "%s: there is no setting \"%s\"; the nearest is %s",
                        where,
                        key,
                        nearest))
                .orElseGet(() -> Refusal.invalid(
                        "unknown-setting",
                        "%s：没有设置“%s”。已有的设置：%s",
                        "%s: there is no setting \"%s\". There are: %s",
                        where,
                        key,
                        String.join(", ", known)));
    }
}
