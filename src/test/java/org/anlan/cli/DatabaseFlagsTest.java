package org.anlan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anlan.cli.config.Configuration;
import org.anlan.cli.config.Defaults;
import org.anlan.store.postgis.DatabaseAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The database that flags, environment and file describe together. */
class DatabaseFlagsTest {

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void withoutAnAddressThereIsNoDatabase() {
        environment.put("ANLAN_DB_PASSWORD", "hush");
        assertThat(options()).isEmpty();
    }

    @Test
    void everySettingArrives() {
        environment.put("ANLAN_DB_PASSWORD", "hush");
        environment.put("ANLAN_DB_REPLICA", "jdbc:postgresql://copy/coast");
        assertThat(options("--db", "jdbc:postgresql://db/coast", "--db-user", "anlan", "--statement-timeout", "5"))
                .contains(new DatabaseAddress(
                        "jdbc:postgresql://db/coast",
                        Optional.of("anlan"),
                        Optional.of("hush"),
                        Optional.of("jdbc:postgresql://copy/coast"),
                        Duration.ofSeconds(5),
                        16));
        assertThat(options("--db", "jdbc:postgresql://db/coast").toString()).doesNotContain("hush");
    }

    @Test
    void credentialsInTheAddressComeAfterThoseOfTheirOwnSettings() {
        environment.put("ANLAN_DB", "jdbc:postgresql://one:hush@db/coast");
        assertThat(options().flatMap(DatabaseAddress::user)).contains("one");
        assertThat(password()).isEqualTo("hush");
        environment.put("ANLAN_DB_USER", "two");
        environment.put("ANLAN_DB_PASSWORD", "hush hush");
        assertThat(options().flatMap(DatabaseAddress::user)).contains("two");
        assertThat(password()).isEqualTo("hush hush");
    }

    @Test
    void thePasswordIsTakenFromThePlaceThatWins() throws IOException {
        environment.put("ANLAN_DB", "jdbc:postgresql://db/coast");
        Path first = Files.writeString(folder.resolve("first"), "from a flag's file\r\n");
        Path second = Files.writeString(folder.resolve("second"), "from a variable's file\n");
        Files.writeString(folder.resolve("anlan.properties"), "db-password = from the configuration file");
        assertThat(password()).isEqualTo("from the configuration file");
        environment.put("ANLAN_DB_PASSWORD_FILE", second.toString());
        assertThat(password()).isEqualTo("from a variable's file");
        environment.put("ANLAN_DB_PASSWORD", "from a variable");
        assertThat(password()).isEqualTo("from a variable");
        assertThat(password("--db-password-file", first.toString())).isEqualTo("from a flag's file");
    }

    private String password(String... arguments) {
        return options(arguments).flatMap(DatabaseAddress::password).orElseThrow();
    }

    private Optional<DatabaseAddress> options(String... arguments) {
        Anything command = new Anything();
        CommandLine line = new CommandLine(command);
        line.setDefaultValueProvider(new Defaults(
                Configuration.load(Optional.empty(), environment, folder, Set.of(Configuration.PASSWORD))));
        line.parseArgs(arguments);
        return command.database.options(line.getCommandSpec());
    }

    /** A command that needs the store. */
    @Command
    private static final class Anything {

        @Mixin
        private DatabaseFlags database;
    }
}
