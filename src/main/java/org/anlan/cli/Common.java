package org.anlan.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CatalogReader;
import org.anlan.cli.config.Setting;
import org.anlan.store.postgis.DatabaseAddress;
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
