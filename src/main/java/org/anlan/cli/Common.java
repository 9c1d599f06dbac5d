package org.anlan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CatalogReader;
import org.anlan.cli.config.Setting;
import org.anlan.store.postgis.DatabaseAddress;
import org.anlan.store.sql.Snapshot;
import org.anlan.store.sql.SqlStore;
import org.anlan.store.sqlite.SqliteStore;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options that every command has which opens the store. */
final class Common {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Setting
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "anlan-data",
            description = "数据目录 / data folder (default: ${DEFAULT-VALUE})")
    Path data;

    @Mixin
    private CatalogFlag catalog;

    @Mixin
    private DatabaseFlags database;

    @Mixin
    ConfigFlag config;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "显示帮助 / show this help")
    boolean help;

    Installation open() {
        return Installation.open(data, catalog.folder(), database());
    }

    /** Something to look for in a snapshot. */
    interface Look<T> {

        /** What it comes to. */
        T at(Snapshot snapshot) throws IOException;
    }

    /** Looks at one state of the store, while the service may go on. */
    <T> T looking(Look<T> look) throws IOException {
        Optional<DatabaseAddress> address = database();
        if (address.isPresent()) {
            try (SqlStore store = Installation.inDatabase(address.get(), catalog(), data);
                    Snapshot snapshot = store.snapshot(catalog())) {
                return look.at(snapshot);
            }
        }
        try (Snapshot snapshot = SqliteStore.look(data, catalog())) {
            return look.at(snapshot);
        }
    }

    /** The layers. */
    Catalog catalog() {
        return CatalogReader.load(catalog.folder());
    }

    /** The database that another flag names, opened by the same user. */
    DatabaseAddress database(String flag, String url) {
        return database.at(command, flag, url);
    }

    /** The database that holds the store, where one is named. */
    Optional<DatabaseAddress> database() {
        return database.options(command);
    }
}
