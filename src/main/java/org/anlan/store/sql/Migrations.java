package org.anlan.store.sql;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.anlan.base.Refusal;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings the tables of a store to this program's state (db/migration).
 *
 * @param folder the folder of the migrations
 * @param shown the store in messages
 */
public record Migrations(String folder, String shown) {

    /** The migrations of this kind of store. */
    public static Migrations of(String folder, String shown) {
        return new Migrations(folder, shown);
    }

    /**
     * Runs those that are missing. Refused, with nothing changed: {@code schema-newer}, {@code schema-half-migrated}.
     *
     * @param where says where
     */
    public void run(UnaryOperator<FluentConfiguration> where) {
        Flyway flyway = configured(where);
        MigrationInfoService info = mustBeKnown(flyway);
        if (info.pending().length > 0 || !Arrays.stream(info.all()).allMatch(MigrationInfo::isChecksumMatching)) {
            flyway.migrate(); // which refuses scripts that are not what they were
        }
    }

    private Flyway configured(UnaryOperator<FluentConfiguration> where) {
        return where.apply(Flyway.configure(Migrations.class.getClassLoader())
                        .locations("classpath:db/migration/" + folder)
                        .table("schema_history"))
                .load();
    }

    private MigrationInfoService mustBeKnown(Flyway flyway) {
        MigrationInfoService info = flyway.info();
        MigrationInfo[] all = info.all();
        refuse(all, MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED).ifPresent(newer -> {
            throw Refusal.unavailable(
                    "schema-newer",
                    "%s 的表结构（版本 %s）属于更新的程序。请升级本程序；未作任何更改。",
                    "The tables of %s (version %s) belong to a later version of this program. Upgrade it; nothing was changed.",
                    shown,
                    newer.getVersion());
        });
        refuse(all, MigrationState.FAILED, MigrationState.MISSING_SUCCESS, MigrationState.MISSING_FAILED)
                .ifPresent(this::half);
        return info;
    }

    /** Refused ({@code schema-older}, and as {@link #run}) unless the tables are those of this program; nothing is changed. */
    public void mustBeCurrent(UnaryOperator<FluentConfiguration> where) {
        Flyway flyway = configured(where);
        if (mustBeKnown(flyway).pending().length > 0) {
            throw Refusal.conflict(
                    "schema-older",
                    "%s 的表结构属于较早的程序。请先用本程序启动一次服务（anlan serve）完成升级。",
                    "The tables of %s belong to an earlier version of this program. Start the service once (anlan serve) to upgrade them.",
                    shown);
        }
    }

    private void half(MigrationInfo broken) {
        throw Refusal.unavailable(
                "schema-half-migrated",
                "%s 的表结构停在一次未完成的升级（版本 %s：%s）。请恢复升级前的备份后再试；未作任何更改。",
                "The tables of %s stand within an upgrade that did not end (version %s: %s). Restore the backup from before it and try again; nothing was "
                        + "changed.",
                shown,
                broken.getVersion(),
                broken.getDescription());
    }

    private static Optional<MigrationInfo> refuse(MigrationInfo[] all, MigrationState... states) {
        return Arrays.stream(all)
                .filter(migration -> Arrays.asList(states).contains(migration.getState()))
                .findFirst();
    }

    /** The innermost reason of a migration that failed. */
    public static Throwable reason(FlywayException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
