package org.anlan.cli.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.anlan.base.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a password from the first line of a file. */
public final class PasswordFile {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordFile.class);

    private PasswordFile() {}

    /**
     * Reads it.
     *
     * @param key the setting that names the file
     * @param file the file
     * @param origin where it is named
     */
    public static Secret read(String key, Path file, Origin origin) {
        try {
            String words = Files.readString(file).lines().findFirst().orElse("");
            if (words.isEmpty()) {
                throw refused(key, file, origin);
            }
            if (Exposed.toOthers(file)) {
                LOG.warn("{}", Exposed.warning(file).both());
            }
            return new Secret(words);
        } catch (IOException e) {
            throw refused(key, file, origin);
        }
    }

    private static RuntimeException refused(String key, Path file, Origin origin) {
        return BadSetting.of(
                key,
                file.toString(),
                origin,
                Text.of("一个可以读取、第一行为口令的文件", "a file that can be read and has the password in its first line"));
    }
}
