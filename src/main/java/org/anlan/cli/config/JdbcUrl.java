package org.anlan.cli.config;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anlan.base.Text;

/**
 * The address of a PostgreSQL database with the user and the password taken out of it, so that the rest can be shown and logged.
 *
 * @param plain the address without them
 * @param user the user it named
 * @param password the password it held
 */
public record JdbcUrl(String plain, Optional<String> user, Optional<Secret> password) {

    private static final String SCHEME = "jdbc:postgresql://";
    private static final Pattern WITH_CREDENTIALS = Pattern.compile(SCHEME + "(?:([^/?]*)@)?([^@?]*)(?:\\?(.*))?");
    private static final Pattern PLACE = Pattern.compile(
            "(?:HOST(?:,HOST)*)?/[^/?@]+".replace("HOST", "(?:\\[[0-9a-fA-F:.]+\\]|[\\w.-]+)(?::\\d{1,5})?"));

    /**
     * Reads an address.
     *
     * @param key the setting it is the value of
     * @param text the value
     * @param origin where it was written
     */
    public static JdbcUrl read(String key, String text, Origin origin) {
        Matcher parts = WITH_CREDENTIALS.matcher(text);
        if (!parts.matches() || !PLACE.matcher(parts.group(2)).matches()) {
            throw wrong(key, text, origin);
        }
        List<String> kept = new ArrayList<>();
        Optional<String> user = Optional.empty();
        Optional<String> password = Optional.empty();
        if (parts.group(1) != null) {
            String[] both = parts.group(1).split(":", 2);
            user = Optional.of(decoded(key, text, origin, both[0]));
            password = both.length == 1 ? password : Optional.of(decoded(key, text, origin, both[1]));
        }
        for (String parameter : Optional.ofNullable(parts.group(3)).orElse("").split("&", -1)) {
            if (parameter.startsWith("user=")) {
                user = Optional.of(decoded(key, text, origin, parameter.substring("user=".length())));
            } else if (parameter.startsWith("password=")) {
                password = Optional.of(decoded(key, text, origin, parameter.substring("password=".length())));
            } else if (!parameter.isEmpty()) {
                kept.add(parameter);
            }
        }
        String parameters = kept.isEmpty() ? "" : "?" + String.join("&", kept);
        return new JdbcUrl(SCHEME + parts.group(2) + parameters, user, password.map(Secret::new));
    }

    private static String decoded(String key, String text, Origin origin, String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw wrong(key, text, origin);
        }
    }

    private static RuntimeException wrong(String key, String text, Origin origin) {
        return BadSetting.of(
                key,
                text,
                origin,
                Text.of(
                        "jdbc:postgresql://主机:端口/数据库；用户与口令写在 db-user 和 db-password-file",
                        "jdbc:postgresql://HOST:PORT/DATABASE, with the user and the password in db-user and db-password-file"));
    }
}
