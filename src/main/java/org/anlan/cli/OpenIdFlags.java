package org.anlan.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.anlan.access.OpenIdSettings;
import org.anlan.access.Role;
import org.anlan.base.Text;
import org.anlan.cli.config.BadSetting;
import org.anlan.cli.config.Configuration;
import org.anlan.cli.config.Defaults;
import org.anlan.cli.config.Found;
import org.anlan.cli.config.PasswordFile;
import org.anlan.cli.config.Secret;
import org.anlan.cli.config.Setting;
import org.anlan.cli.config.Settings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Options that say at which OpenID Connect provider people may sign in; none without {@code --openid-issuer}. */
final class OpenIdFlags {

    private static final String ISSUER = "openid-issuer";
    private static final String ROLES = "openid-roles";
    private static final String DEFAULT_ROLE = "openid-default-role";
    private static final String SECRET_FILE = "openid-secret-file";

    @Setting
    @Option(
            names = "--" + ISSUER,
            paramLabel = "URL",
            description =
                    "统一身份认证（OpenID Connect）的签发者网址 / issuer of an OpenID Connect provider at which people may sign in")
    private Optional<String> issuer = Optional.empty();

    @Setting
    @Option(
            names = "--openid-client",
            paramLabel = "ID",
            defaultValue = "anlan",
            description = "在认证服务登记的客户端编号 / how the provider knows this service (default: ${DEFAULT-VALUE})")
    private String client;

    @Setting
    @Option(
            names = "--" + SECRET_FILE,
            paramLabel = "FILE",
            description = "存放客户端密钥的文件 / file with the client secret (or ANLAN_OPENID_SECRET)")
    private Optional<Path> secretFile = Optional.empty();

    @Setting
    @Option(
            names = "--openid-role-claim",
            paramLabel = "CLAIM",
            description = "ID 令牌中说明角色或组的字段 / claim of the ID token that says roles or groups")
    private Optional<String> roleClaim = Optional.empty();

    @Setting
    @Option(
            names = "--" + ROLES,
            paramLabel = "WORD=ROLE,…",
            description = "该字段的各个词对应的角色 / role for each word of that claim")
    private Optional<String> roles = Optional.empty();

    @Setting
    @Option(
            names = "--" + DEFAULT_ROLE,
            paramLabel = "ROLE",
            description = "首次登录者的角色；不设则不接纳没有角色的人 / role of whoever comes without one; without it they are not let in")
    private Optional<String> defaultRole = Optional.empty();

    /** The provider, where one is named; refused ({@code bad-setting}). */
    Optional<OpenIdSettings> settings(CommandSpec command) {
        return issuer.map(address -> {
            mustBeSafe(command, address);
            defaultRole.ifPresent(role -> mustBeRole(command, DEFAULT_ROLE, role));
            return new OpenIdSettings(address, client, secret(command), roleClaim, words(command), defaultRole);
        });
    }

    private Optional<String> secret(CommandSpec command) {
        Optional<Found> itself = Defaults.of(command).find(Configuration.OPENID_SECRET);
        return secretFile
                .map(file -> PasswordFile.read(SECRET_FILE, file, Settings.origin(command, SECRET_FILE)))
                .or(() -> itself.map(found -> new Secret(found.value())))
                .map(Secret::reveal);
    }

    /** Tokens must not travel in the open, but on this machine they do not travel. */
    private static void mustBeSafe(CommandSpec command, String address) {
        try {
            URI uri = URI.create(address);
            if ("https".equals(uri.getScheme())
                    || ("http".equals(uri.getScheme())
                            && uri.getHost() != null
                            && uri.getHost().matches("localhost|127\\..*"))) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw BadSetting.of(
                ISSUER,
                address,
                Settings.origin(command, ISSUER),
                Text.of("https:// 开头的网址", "an address that begins with https://"));
    }

    private Map<String, String> words(CommandSpec command) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String pair : roles.map(text -> text.split(",", -1)).orElse(new String[0])) {
            int equals = pair.lastIndexOf('=');
            if (equals < 1) {
                throw bad(command, ROLES, pair);
            }
            String role = pair.substring(equals + 1).strip();
            mustBeRole(command, ROLES, role);
            words.put(pair.substring(0, equals).strip(), role);
        }
        return words;
    }

    private static void mustBeRole(CommandSpec command, String key, String role) {
        if (Role.of(role).isEmpty()) {
            throw bad(command, key, role);
        }
    }

    private static RuntimeException bad(CommandSpec command, String key, String words) {
        return BadSetting.of(
                key,
                words,
                Settings.origin(command, key),
                Text.of(
                        "词=角色，角色为 viewer、planner、editor、officer、admin",
                        "WORD=ROLE with the roles viewer, planner, editor, officer, admin"));
    }
}
