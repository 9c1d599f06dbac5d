package org.anlan.store.postgis;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.anlan.base.Refusal;

/** Says in the reader's words what a database refused, by its SQLSTATE (PostgreSQL manual, appendix A). */
final class Failures {

    /** In the place of an SQLSTATE: the pool gave no connection in time, and had no trouble in making one. */
    private static final String NO_CONNECTION_FREE = "pool";

    private Failures() {}

    /** The refusal for a failure; nothing was changed, since what was not committed is rolled back. */
    static Refusal of(Exception e, String shownUrl) {
        Refusal refusal = refusal(e, shownUrl);
        refusal.initCause(e);
        return refusal;
    }

    private static Refusal refusal(Exception e, String url) {
        String state = state(e);
        String said = said(e);
        return switch (state) {
            case "28P01", "28000" ->
                unavailable(
                        "database-password",
                        "数据库 %s 不接受这个用户名或密码（%s）。请检查 db-user 和 ANLAN_DB_PASSWORD（或 db-password-file）。",
                        "The database %s does not accept this user or password (%s). Check db-user and ANLAN_DB_PASSWORD (or db-password-file).",
                        url,
                        said);
            case "3D000" ->
                unavailable(
                        "no-such-database",
                        "没有数据库 %s（%s）。请先建库：createdb 库名；再在库中运行 CREATE EXTENSION postgis;",
                        "There is no database %s (%s). Make it first: createdb NAME; then run CREATE EXTENSION postgis; in it",
                        url,
                        said);
            case "53100" ->
                unavailable(
                        "database-disk-full",
                        "数据库的磁盘满了（%2$s）。未作任何更改；请腾出空间后重试，无需重启。",
                        "The disk of the database is full (%2$s). Nothing was changed; free some space and try again, no restart is needed.",
                        url,
                        said);
            case "53300", NO_CONNECTION_FREE ->
                unavailable(
                        "database-busy",
                        "数据库的连接用完了（%2$s）。请稍后再试；若常发生，请调整 db-connections 和数据库的 max_connections。",
                        "No connection to the database is left (%2$s). Try again later; if it happens often, adjust db-connections and the max_connections of the database.",
                        url,
                        said);
            case "57014" ->
                unavailable(
                        "too-slow",
                        "查询超过了时限，已停止。请缩小范围，或调大 statement-timeout。",
                        "The query took longer than it may and was stopped. Ask for less, or raise statement-timeout.");
            case "55P03" ->
                unavailable(
                        "store-busy",
                        "另一项更改进行了很久，没有等到。未作任何更改，请稍后再试。",
                        "Another change is taking long. Nothing was changed; try again later.");
            case "25006" ->
                unavailable(
                        "store-read-only",
                        "数据库 %s 只读（%s）。请把 db 指向主库。",
                        "The database %s takes no changes (%s). Point db to the primary.",
                        url,
                        said);
            case "42501" ->
                unavailable(
                        "database-permission",
                        "这个用户在数据库 %s 中权限不足（%s）。请由数据库所有者授权。",
                        "This user may not do that in the database %s (%s). Its owner has to grant it.",
                        url,
                        said);
            default ->
                isAway(e)
                        ? away(url, said)
                        : unavailable(
                                "store-failed", "数据库出错：%s。未作任何更改。", "The store failed: %s. Nothing was changed.", said);
        };
    }

    /** Whether the connection broke, or the server is ending or starting. */
    static boolean isAway(Exception e) {
        String state = state(e);
        return state.startsWith("08") || state.startsWith("57P");
    }

    private static Refusal away(String url, String said) {
        return unavailable(
                "database-away",
                "连不上数据库 %s（%s）。请检查它是否在运行、地址和端口是否正确；恢复后无需重启本服务。",
                "The database %s cannot be reached (%s). Check that it runs and that host and port are right; once it is back, this service needs no restart.",
                url,
                said);
    }

    private static Refusal unavailable(String code, String zh, String en, Object... arguments) {
        return Refusal.unavailable(code, zh, en, arguments);
    }

    /** The SQLSTATE of the first cause that has one; empty when none has. */
    static String state(Throwable e) {
        String found = e instanceof SQLTransientConnectionException ? NO_CONNECTION_FREE : "";
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                found = sql.getSQLState();
            }
        }
        return found;
    }

    private static String said(Throwable e) {
        Throwable last = e;
        while (last.getCause() instanceof SQLException
                || (!(last instanceof SQLException) && last.getCause() != null)) {
            last = last.getCause();
        }
        String message = String.valueOf(last.getMessage());
        int line = message.indexOf('\n');
        return (line < 0 ? message : message.substring(0, line)).strip();
    }
}
