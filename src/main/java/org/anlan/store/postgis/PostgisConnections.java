package org.anlan.store.postgis;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.io.Closeable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.anlan.base.Refusal;
import org.anlan.store.StoreCondition;
import org.anlan.store.sql.Database;
import org.anlan.store.sql.Dialect;
import org.anlan.store.sql.PlainSql;
import org.anlan.store.sql.Writing;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** The connections to a database: many that read, a few that write, and those of a replica where there is one. */
final class PostgisConnections implements Database, Closeable {

    private static final int WRITERS = 8;
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final DatabaseAddress address;
    private final HikariDataSource reading;
    private final HikariDataSource writing;
    private final List<HikariDataSource> replica = new ArrayList<>();
    private final Dialect dialect = new PostgisDialect();

    /**
     * @param address where the database is
     * @param searchPath the schemas that names are looked up in, ready for SQL
     */
    PostgisConnections(DatabaseAddress address, String searchPath) {
        this.address = address;
        reading = pool("readers", address.url(), address.connections(), true, searchPath);
        writing = pool("writers", address.url(), WRITERS, false, searchPath);
        address.replica().ifPresent(url -> replica.add(pool("replica", url, address.connections(), true, searchPath)));
    }

    private HikariDataSource pool(String name, String url, int most, boolean readOnly, String searchPath) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source(address, url));
        config.setMaximumPoolSize(most);
        config.setMinimumIdle(1);
        config.setReadOnly(readOnly);
        config.setConnectionTimeout(CONNECT.toMillis());
        config.setValidationTimeout(2_000);
        config.setInitializationFailTimeout(-1);
        long limit = readOnly ? address.statementTimeout().toMillis() : 0;
        // a session that has gone away must not hold the one place to change layers
        config.setConnectionInitSql("SET search_path TO " + searchPath + "; SET statement_timeout TO " + limit
                + "; SET tcp_keepalives_idle TO 30; SET tcp_keepalives_interval TO 10; SET tcp_keepalives_count TO 3");
        return new HikariDataSource(config);
    }

    /** Connections to a database as the address says, one at a time. */
    static PGSimpleDataSource source(DatabaseAddress address, String url) {
        Properties given = JdbcUrl.parse(url);
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        address.user().ifPresent(source::setUser);
        address.password().ifPresent(source::setPassword);
        source.setApplicationName("anlan");
        source.setTcpKeepAlive(true);
        if (!given.containsKey(PGProperty.CONNECT_TIMEOUT.getName())) {
            source.setConnectTimeout((int) CONNECT.toSeconds());
        }
        if (!given.containsKey(PGProperty.PREPARE_THRESHOLD.getName())) {
            source.setPrepareThreshold(1); // rows come in binary form from the first time on
        }
        return source;
    }

    @Override
    public DataSource reading() {
        return reading;
    }

    /** The pool of the replica; empty when there is none. */
    List<HikariDataSource> replica() {
        return List.copyOf(replica);
    }

    /** How busy the connections are. */
    List<StoreCondition.Pool> pools() {
        return all().stream().map(PostgisConnections::pool).toList();
    }

    private static StoreCondition.Pool pool(HikariDataSource pool) {
        HikariPoolMXBean now = pool.getHikariPoolMXBean();
        return new StoreCondition.Pool(
                pool.getPoolName(),
                now.getActiveConnections(),
                now.getIdleConnections(),
                now.getThreadsAwaitingConnection(),
                pool.getMaximumPoolSize());
    }

    /** The lock lets readers pass, and every other change on any node wait. */
    @Override
    public Writing change() throws SQLException {
        Writing transaction = note();
        try {
            PlainSql.run(transaction.connection(), "SET LOCAL lock_timeout TO '15min'");
            PlainSql.run(transaction.connection(), "LOCK TABLE revision IN SHARE ROW EXCLUSIVE MODE");
            PlainSql.run(transaction.connection(), "SET LOCAL lock_timeout TO 0");
            return transaction;
        } catch (SQLException | RuntimeException e) {
            transaction.close();
            throw e;
        }
    }

    @Override
    public Writing note() throws SQLException {
        Connection connection = writing.getConnection();
        try {
            connection.setAutoCommit(false);
            return new Transaction(connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    /** When a server went away, the other connections to it are as dead: they are thrown away, so that nobody else meets them once it is back. */
    @Override
    public Refusal failed(Exception e) {
        if (Failures.isAway(e)) {
            all().forEach(pool -> pool.getHikariPoolMXBean().softEvictConnections());
        }
        return Failures.of(e, address.toString());
    }

    private List<HikariDataSource> all() {
        return Stream.concat(Stream.of(reading, writing), replica.stream()).toList();
    }

    @Override
    public void close() {
        all().forEach(HikariDataSource::close);
    }

    private record Transaction(Connection connection) implements Writing {

        @Override
        public void commit() throws SQLException {
            connection.commit();
        }

        @Override
        public void close() throws SQLException {
            if (connection.isClosed()) {
                return;
            }
            try {
                connection.rollback();
            } finally {
                connection.close();
            }
        }
    }
}
