package org.anlan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.anlan.catalog.Catalog;
import org.anlan.store.backup.Backups;
import org.anlan.store.sql.Snapshot;
import org.anlan.store.sql.SqlStore;
import org.anlan.store.sqlite.SqliteStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code anlan copy}: a whole store into another that is empty, compared row by row at the end. Exit code 1: copied, but files that were handed in were
 * missing or damaged.
 */
@Command(name = "copy", description = "把整个库复制到另一个空库，逐行核对 / copy a whole store into an empty one, compared row by row")
final class CopyCommand implements Callable<Integer> {

    @Option(
            names = "--from",
            required = true,
            paramLabel = "DIR|URL",
            description = "来源：数据目录或 jdbc:postgresql:// / source: a data folder or a database")
    private String from;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "DIR|URL",
            description = "目标：新的数据目录或空数据库 / target: a new data folder or an empty database")
    private String to;

    @Mixin
    private Common common;

    @Override
    public Integer call() throws IOException {
        Catalog catalog = common.catalog();
        if (!isDatabase(from)) {
            try (Snapshot source = SqliteStore.look(Path.of(from), catalog)) {
                return into(source, catalog);
            }
        }
        try (SqlStore store = database("from", from, catalog);
                Snapshot source = store.snapshot(catalog)) {
            return into(source, catalog);
        }
    }

    private int into(Snapshot source, Catalog catalog) throws IOException {
        MovingLine line = new MovingLine(System.err);
        Backups backups = new Backups(catalog, line);
        try (SqlStore target = isDatabase(to) ? database("to", to, catalog) : SqliteStore.open(Path.of(to), catalog)) {
            List<String> lost = target.fill(source, line);
            long rows = backups.mustBeEqual(source, target);
            line.end();
            System.out.printf(Locale.ROOT, "已复制，逐行核对 %1$,d 行，完全一致 / copied; %1$,d rows compared, all the same%n", rows);
            return MovingLine.lost(lost);
        }
    }

    private static boolean isDatabase(String place) {
        return place.startsWith("jdbc:");
    }

    private SqlStore database(String flag, String url, Catalog catalog) {
        return Installation.inDatabase(common.database(flag, url), catalog, common.data);
    }
}
