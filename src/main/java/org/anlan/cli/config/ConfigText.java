package org.anlan.cli.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.anlan.base.Refusal;

/** The text of a configuration file, and on which line of it a key stands. */
final class ConfigText {

    private static final long MOST_BYTES = 1 << 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String text;

    private ConfigText(String text) {
        this.text = text;
    }

    static ConfigText read(Path path) {
        try {
            if (Files.isDirectory(path) || Files.size(path) > MOST_BYTES) {
                throw Refusal.invalid("config-not-readable", "%s 不是配置文件", "%s is not a configuration file", path);
            }
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString();
            return new ConfigText(decoded.startsWith(BYTE_ORDER_MARK) ? decoded.substring(1) : decoded);
        } catch (CharacterCodingException e) {
            throw Refusal.invalid(
                    "config-not-utf8",
                    "配置文件 %s 不是 UTF-8 文字，请另存为 UTF-8",
                    "The configuration file %s is not UTF-8; save it as UTF-8",
                    path);
        } catch (NoSuchFileException e) {
            throw Refusal.invalid(
                    "no-config-file",
                    "没有配置文件 %s；请检查 --config 或 ANLAN_CONFIG",
                    "There is no configuration file %s; check --config or ANLAN_CONFIG",
                    path);
        } catch (IOException e) {
            throw Refusal.invalid(
                    "config-not-readable",
                    "无法读取配置文件 %s；请检查其权限",
                    "The configuration file %s cannot be read; check its permissions",
                    path);
        }
    }

    String text() {
        return text;
    }

    /** The line of a key, from 1; nothing when the key is written in an unusual way. */
    OptionalInt line(String key) {
        Pattern begins = Pattern.compile("\\s*\\[*\\s*[\"']?" + Pattern.quote(key) + "[\"']?\\s*([=:.\\]].*|$)");
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (begins.matcher(line).matches()) {
                return OptionalInt.of(number);
            }
        }
        return OptionalInt.empty();
    }
}
