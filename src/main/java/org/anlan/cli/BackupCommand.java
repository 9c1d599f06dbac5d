package org.anlan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.anlan.catalog.Catalog;
import org.anlan.store.backup.Backups;
import org.anlan.store.postgis.DatabaseAddress;
import org.anlan.store.sql.SqlStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anlan backup}: all that a store keeps, in one file, while the service goes on. Exit code 1: made, but files that were handed in were missing or damaged. */
@Command(
        name = "backup",
        description = "备份整个库到一个文件（服务可照常运行）/ back the whole store up into one file, while the service runs")
final class BackupCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Parameters(paramLabel = "FILE", description = "备份文件 / the backup file (.zip)")
    private Path file;

    @Option(names = "--replace", description = "覆盖已有文件 / replace an existing file")
    private boolean replace;

    @Override
    public Integer call() throws IOException {
        Catalog catalog = common.catalog();
        MovingLine line = new MovingLine(System.err);
        Backups backups = new Backups(catalog, line);
        Optional<DatabaseAddress> database = common.database();
        Backups.Made made;
        if (database.isPresent()) {
            try (SqlStore store = Installation.inDatabase(database.get(), catalog, common.data)) {
                made = backups.ofDatabase(store, file, replace);
            }
        } else {
            made = backups.ofFolder(common.data, file, replace);
        }
        line.end();
        System.out.printf(
                Locale.ROOT,
                "已备份到 / backed up to %s (%,d bytes, %d 个上交文件 / hand-ins)%n",
                file,
                made.bytes(),
                made.uploads());
        return MovingLine.lost(made.lost());
    }
}
