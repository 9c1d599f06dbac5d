package org.anlan.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.store.sql.LayerTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at a database before anything is written into it, and says what is in the way. */
final class DatabaseCheck {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseCheck.class);
    private static final int OLDEST = 13;

    private final Connection connection;
    private final String url;
    private final String schema;

    DatabaseCheck(Connection connection, String url, String schema) {
        this.connection = connection;
        this.url = url;
        this.schema = schema;
    }

    /** Refused when the database is unfit: its version, encoding, extension, permissions, or tables that are not ours. Gives the schema of PostGIS. */
    String mustBeFit() throws SQLException {
        version();
        encoding();
        takesChanges();
        String extension = extension();
        schema();
        foreignTables();
        durability();
        return extension;
    }

    private void version() throws SQLException {
        int version = Integer.parseInt(one("SHOW server_version_num"));
        if (version < OLDEST * 10_000) {
            throw Refusal.unavailable(
                    "database-too-old",
                    "数据库 %s 的 PostgreSQL 版本是 %s，需要 %d 或更新。",
                    "The database %s runs PostgreSQL %s; %d or later is needed.",
                    url,
                    one("SHOW server_version"),
                    OLDEST);
        }
    }

    private void encoding() throws SQLException {
        String encoding = one("SHOW server_encoding");
        if (!encoding.equals("UTF8")) {
            throw Refusal.unavailable(
                    "database-not-utf8",
                    "数据库 %s 的编码是 %s。请另建一个：CREATE DATABASE 库名 ENCODING 'UTF8' TEMPLATE template0;",
                    "The database %s is encoded in %s. Make another: CREATE DATABASE name ENCODING 'UTF8' TEMPLATE template0;",
                    url,
                    encoding);
        }
    }

    private void takesChanges() throws SQLException {
        if (one("SHOW transaction_read_only").equals("on")) {
            throw Refusal.unavailable(
                    "store-read-only",
                    "数据库 %s 只读（备库，或设置了 default_transaction_read_only）。请把 db 指向主库；备库可用 db-replica 给出。",
                    "The database %s takes no changes (a standby, or default_transaction_read_only is on). Point db to the primary; a standby may be given "
                            + "by db-replica.",
                    url);
        }
    }

    private String extension() throws SQLException {
        Optional<String> version = find("SELECT extversion FROM pg_extension WHERE extname = 'postgis'");
        if (version.isEmpty()) {
            throw Refusal.unavailable(
                    "no-postgis",
                    "数据库 %s 没有 PostGIS。请由管理员在库中运行：CREATE EXTENSION postgis;（若提示没有该扩展，先安装，如 Debian：apt-get install postgresql-15-postgis-3）",
                    "The database %s has no PostGIS. Have its administrator run in it: CREATE EXTENSION postgis; (where that is not known, install it first, on "
                            + "Debian: apt-get install postgresql-15-postgis-3)",
                    url);
        }
        if (Integer.parseInt(version.get().substring(0, version.get().indexOf('.'))) < 3) {
            throw Refusal.unavailable(
                    "no-postgis",
                    "数据库 %s 的 PostGIS 版本是 %s，需要 3 或更新：ALTER EXTENSION postgis UPDATE;",
                    "The database %s has PostGIS %s; 3 or later is needed: ALTER EXTENSION postgis UPDATE;",
                    url,
                    version.get());
        }
        return one(
                "SELECT nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE extname = 'postgis'");
    }

    private void schema() throws SQLException {
        boolean there =
                find("SELECT 1 FROM pg_namespace WHERE nspname = ?", schema).isPresent();
        String right = there
                ? one("SELECT has_schema_privilege(?, 'CREATE')", schema)
                : one("SELECT has_database_privilege(current_database(), 'CREATE')");
        if (!right.equals("t")) {
            String user = one("SELECT current_user");
            throw Refusal.unavailable(
                    "database-permission",
                    "用户 %2$s 不能在数据库 %1$s 的模式 %3$s 中建表。请由数据库所有者运行：CREATE SCHEMA IF NOT EXISTS %4$s; GRANT USAGE, CREATE ON SCHEMA %4$s TO %5$s;",
                    "The user %2$s may not make tables in the schema %3$s of the database %1$s. Have its owner run: CREATE SCHEMA IF NOT EXISTS %4$s; GRANT "
                            + "USAGE, CREATE ON SCHEMA %4$s TO %5$s;",
                    url,
                    user,
                    schema,
                    LayerTable.quote(schema),
                    LayerTable.quote(user));
        }
    }

    private void foreignTables() throws SQLException {
        List<String> tables = all("SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE n.nspname = ? AND c.relkind IN ('r', 'p', 'v', 'm') AND NOT EXISTS (SELECT 1 FROM pg_depend d"
                + " WHERE d.objid = c.oid AND d.deptype = 'e') ORDER BY 1");
        if (!tables.isEmpty() && !tables.contains("schema_history")) {
            throw Refusal.unavailable(
                    "database-not-ours",
                    "数据库 %1$s 的模式 %2$s 中有别的表（%3$s）。请用空的模式：在 db 的地址后加 ?currentSchema=模式名。",
                    "The schema %2$s of the database %1$s has tables of others (%3$s). Use an empty schema: put ?currentSchema=NAME behind the address in db.",
                    url,
                    schema,
                    String.join(", ", tables.subList(0, Math.min(5, tables.size()))));
        }
        List<String> owners = all("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = ?"
                + " AND NOT pg_has_role(current_user, tableowner, 'USAGE') ORDER BY 1");
        if (!owners.isEmpty()) {
            throw Refusal.unavailable(
                    "database-owner",
                    "数据库 %1$s 的模式 %2$s 中的表属于 %3$s，当前用户是 %4$s。请用该用户登录，或由其运行：GRANT %5$s TO %6$s;",
                    "The tables in the schema %2$s of the database %1$s belong to %3$s, and the user is %4$s. Sign in as that user, or have it run: GRANT %5$s TO "
                            + "%6$s;",
                    url,
                    schema,
                    String.join(", ", owners),
                    one("SELECT current_user"),
                    LayerTable.quote(owners.get(0)),
                    LayerTable.quote(one("SELECT current_user")));
        }
    }

    private void durability() throws SQLException {
        for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
            if (one("SHOW " + setting).equals("off")) {
                LOG.warn(
                        "the database runs with {} = off: commits that were acknowledged may be lost when its machine fails",
                        setting);
            }
        }
    }

    private String one(String sql, String... values) throws SQLException {
        return find(sql, values).orElseThrow(() -> new SQLException("no answer to " + sql));
    }

    private Optional<String> find(String sql, String... values) throws SQLException {
        return query(sql, values).stream().findFirst();
    }

    private List<String> all(String sql) throws SQLException {
        return query(sql, schema);
    }

    private List<String> query(String sql, String... values) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        return found;
    }
}
