package org.anlan.store.postgis;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.anlan.base.Masked;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/** Reads a JDBC URL and refuses what the driver would pass over in silence. */
final class JdbcUrl {

    private static final String PREFIX = "jdbc:postgresql://";

    /** The names of the driver's options. */
    private static final Set<String> KNOWN =
            Arrays.stream(PGProperty.values()).map(PGProperty::getName).collect(Collectors.toSet());

    /** Options that would make a store of this program fail later on. */
    private static final Set<String> UNFIT = Set.of(
            "readOnly", "preferQueryMode", "autosave", "options", "replication", "targetServerType", "stringtype");

    /** What the driver says of a value that it cannot use. */
    private static final Set<String> VALUES =
            Set.of(PSQLState.INVALID_PARAMETER_VALUE.getState(), PSQLState.INVALID_PARAMETER_TYPE.getState());

    private JdbcUrl() {}

    /** The options of a URL, database and host included. Refused ({@code database-url}) with the reason when it is none that can be used. */
    static Properties parse(String url) {
        if (!url.startsWith(PREFIX)) {
            throw refused(url, "应以 jdbc:postgresql:// 开头", "it must begin with jdbc:postgresql://");
        }
        if (url.contains("@")) {
            throw refused(
                    url,
                    "用户名和密码请用 db-user 与 ANLAN_DB_PASSWORD 给出",
                    "give user and password by db-user and ANLAN_DB_PASSWORD");
        }
        int query = url.indexOf('?');
        if (query >= 0) {
            for (String option : url.substring(query + 1).split("&", -1)) {
                check(url, option);
            }
        }
        Properties properties = Driver.parseURL(url, new Properties());
        if (properties == null) {
            throw refused(
                    url,
                    "无法解析；格式为 jdbc:postgresql://主机:端口/数据库",
                    "it cannot be read; the form is jdbc:postgresql://host:port/database");
        }
        return properties;
    }

    private static void check(String url, String option) {
        int equals = option.indexOf('=');
        String name = decoded(url, equals < 0 ? option : option.substring(0, equals));
        if (equals < 0 || !KNOWN.contains(name)) {
            Optional<String> near = KNOWN.stream()
                    .filter(known -> known.toLowerCase(Locale.ROOT)
                            .startsWith(name.toLowerCase(Locale.ROOT).substring(0, Math.min(3, name.length()))))
                    .sorted()
                    .findFirst();
            throw refused(
                    url,
                    "选项“" + name + "”驱动程序不认识"
                            + near.map(n -> "（是 " + n + " 吗？）").orElse(""),
                    "the driver knows no option \"" + name + "\""
                            + near.map(n -> " (did you mean " + n + "?)").orElse(""));
        }
        String value = decoded(url, option.substring(equals + 1));
        Optional<String[]> choices =
                Optional.ofNullable(PGProperty.forName(name)).map(PGProperty::getChoices);
        if (choices.isPresent() && Arrays.stream(choices.get()).noneMatch(value::equalsIgnoreCase)) {
            String all = String.join(", ", choices.get());
            throw refused(
                    url,
                    "选项 " + name + " 不能是“" + value + "”；可以是：" + all,
                    "the option " + name + " cannot be \"" + value + "\"; it may be: " + all);
        }
        if (UNFIT.contains(name)) {
            throw refused(
                    url,
                    "选项 " + name + " 不能与本系统同用，请去掉",
                    "the option " + name + " does not go with this program; leave it out");
        }
    }

    private static String decoded(String url, String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw refused(url, "百分号编码有误", "its percent-encoding is broken");
        }
    }

    private static Refusal refused(String url, String zh, String en) {
        return new Refusal(
                Refusal.Kind.INVALID,
                "database-url",
                new Text(
                        "数据库地址 " + shown(url) + " 不能用：" + zh + "。",
                        "The database address " + shown(url) + " cannot be used: " + en + "."));
    }

    /** The refusal for a value that the driver itself could not use (a word for a number); empty when something else failed. */
    static Optional<Refusal> refusedByDriver(String url, SQLException e) {
        boolean own = e instanceof PSQLException said && said.getServerErrorMessage() == null;
        return own && VALUES.contains(String.valueOf(e.getSQLState()))
                ? Optional.of(refused(url, e.getMessage(), e.getMessage()))
                : Optional.empty();
    }

    /** The URL as it may be shown: without passwords. */
    static String shown(String url) {
        return Masked.text(url);
    }
}
