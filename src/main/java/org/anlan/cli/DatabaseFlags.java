package org.anlan.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.anlan.base.Text;
import org.anlan.cli.config.BadSetting;
import org.anlan.cli.config.Configuration;
import org.anlan.cli.config.Defaults;
import org.anlan.cli.config.Found;
import org.anlan.cli.config.JdbcUrl;
import org.anlan.cli.config.Origin;
import org.anlan.cli.config.PasswordFile;
import org.anlan.cli.config.Secret;
import org.anlan.cli.config.Setting;
import org.anlan.cli.config.Settings;
import org.anlan.cli.config.WrongArguments;
import org.anlan.store.postgis.DatabaseAddress;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Options that say in which database the store is; without {@code --db} it is in the data folder. */
final class DatabaseFlags {

    private static final String PASSWORD_FILE = "db-password-file";

    @Setting
    @Option(
            names = "--db",
            paramLabel = "URL",
            description =
                    "PostgreSQL 数据库；缺省为数据目录内的库 / PostgreSQL database, jdbc:postgresql://HOST:PORT/DATABASE (default: embedded in the data folder)")
    private Optional<String> db = Optional.empty();

    @Setting
    @Option(names = "--db-user", paramLabel = "USER", description = "数据库用户 / database user")
    private Optional<String> user = Optional.empty();

    @Setting
    @Option(
            names = "--" + PASSWORD_FILE,
            paramLabel = "FILE",
            description = "存放数据库口令的文件 / file with the database password (or ANLAN_DB_PASSWORD)")
    private Optional<Path> passwordFile = Optional.empty();

    @Setting
    @Option(
            names = "--db-replica",
            paramLabel = "URL",
            description = "只读副本 / a copy of the database that answers reads")
    private Optional<String> replica = Optional.empty();

    @Setting(min = 1, max = 86_400)
    @Option(
            names = "--statement-timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "单条语句的最长时间 / longest time of one statement (default: ${DEFAULT-VALUE})")
    private int statementTimeout;

    @Setting(min = 2, max = 1000)
    @Option(
            names = "--db-connections",
            defaultValue = "16",
            description = "数据库连接数上限 / most connections to the database (default: ${DEFAULT-VALUE})")
    private int connections;

    /**
     * The database, where one is named.
     *
     * @param command the command that has these options
     */
    Optional<DatabaseAddress> options(CommandSpec command) {
        Optional<Secret> written = password(command);
        Optional<JdbcUrl> copy =
                replica.map(text -> JdbcUrl.read("db-replica", text, Settings.origin(command, "db-replica")));
        copy.ifPresent(url -> refuseCredentials(command, url));
        return db.map(text -> address(command, text)).map(url -> address(url, written, copy.map(JdbcUrl::plain)));
    }

    /** The database at another address, opened by the same user. */
    DatabaseAddress at(CommandSpec command, String flag, String text) {
        JdbcUrl url = JdbcUrl.read(flag, text, new Origin(Origin.Kind.FLAG, "--" + flag));
        if (url.password().isPresent()) {
            throw WrongArguments.passwordAsFlag();
        }
        return address(url, password(command), Optional.empty());
    }

    private DatabaseAddress address(JdbcUrl url, Optional<Secret> password, Optional<String> copy) {
        return new DatabaseAddress(
                url.plain(),
                user.or(url::user),
                password.or(url::password).map(Secret::reveal),
                copy,
                Duration.ofSeconds(statementTimeout),
                connections);
    }

    /** The address in the database's setting; a password in it is no less to be seen on the command line than one of its own. */
    private static JdbcUrl address(CommandSpec command, String text) {
        Origin origin = Settings.origin(command, "db");
        JdbcUrl url = JdbcUrl.read("db", text, origin);
        if (url.password().isPresent() && origin.kind() == Origin.Kind.FLAG) {
            throw WrongArguments.passwordAsFlag();
        }
        return url;
    }

    /** The password from the place that wins; in the same place the password itself wins over the name of a file. */
    private Optional<Secret> password(CommandSpec command) {
        Optional<Found> itself = Defaults.of(command).find(Configuration.PASSWORD);
        Origin ofFile = Settings.origin(command, PASSWORD_FILE);
        if (passwordFile.isPresent()
                && itself.map(found -> ofFile.above(found.origin())).orElse(true)) {
            return Optional.of(PasswordFile.read(PASSWORD_FILE, passwordFile.get(), ofFile));
        }
        return itself.map(found -> new Secret(found.value()));
    }

    private void refuseCredentials(CommandSpec command, JdbcUrl url) {
        if (url.user().isPresent() || url.password().isPresent()) {
            throw BadSetting.of(
                    "db-replica",
                    replica.orElseThrow(),
                    Settings.origin(command, "db-replica"),
                    Text.of(
                            "不含用户与口令的地址：副本用 db-user 打开",
                            "an address without user and password: the replica is opened with db-user"));
        }
    }
}
