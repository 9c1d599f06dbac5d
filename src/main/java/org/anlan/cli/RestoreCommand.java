package org.anlan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.anlan.catalog.Catalog;
import org.anlan.store.backup.Backups;
import org.anlan.store.postgis.DatabaseAddress;
import org.anlan.store.sql.SqlStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code anlan restore}: a backup into a new data folder or an empty database; nothing is ever written over. */
@Command(
        name = "restore",
        description = "从备份恢复到新的数据目录或空数据库 / restore a backup into a new data folder or an empty database")
final class RestoreCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Parameters(paramLabel = "FILE", description = "备份文件 / the backup file")
    private Path file;

    @Override
    public Integer call() throws IOException {
        Catalog catalog = common.catalog();
        MovingLine line = new MovingLine(System.err);
        Backups backups = new Backups(catalog, line);
        Optional<DatabaseAddress> database = common.database();
        if (database.isPresent()) {
            try (SqlStore store = Installation.inDatabase(database.get(), catalog, common.data)) {
                backups.toDatabase(file, store, common.data);
            }
        } else {
            backups.toFolder(file, common.data);
        }
        line.end();
        System.out.printf(
                "已恢复到 / restored to %s%n",
                database.map(DatabaseAddress::toString).orElse(common.data.toString()));
        return 0;
    }
}
