package org.anlan.store.postgis;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.anlan.catalog.Catalog;
import org.anlan.store.Archive;
import org.anlan.store.FeatureStore;
import org.anlan.store.JobLog;
import org.anlan.store.StoreCondition;
import org.anlan.store.sql.LayerTable;
import org.anlan.store.sql.Migrations;
import org.anlan.store.sql.SqlStore;
import org.anlan.store.sql.Writing;
import org.postgresql.PGProperty;

/** The store of an office: a schema of a PostgreSQL database with PostGIS, shared by any number of processes. */
public final class PostgisStore extends SqlStore {

    private static final String SCHEMA = "anlan";

    private final PostgisConnections connections;
    private final FeatureStore features;
    private final Archive archive;

    private PostgisStore(PostgisConnections connections, Path folder) {
        super(connections);
        this.connections = connections;
        FeatureStore primary = super.features();
        this.features = connections.replica().isEmpty()
                ? primary
                : new ReplicaFeatures(primary, new ReplicaConnections(connections), revisions());
        this.archive = new DatabaseArchive(connections, folder);
    }

    /**
     * Opens a store, making it when it is new and bringing its tables to the catalogue's state.
     *
     * @param address where it lies. Refused, with nothing changed: {@code database-url}, {@code database-away}, {@code database-password}, {@code
     *     no-such-database}, {@code database-too-old}, {@code database-not-utf8}, {@code store-read-only}, {@code no-postgis}, {@code
     *     database-permission}, {@code database-not-ours}, {@code database-owner}, {@code schema-newer}, {@code schema-half-migrated}
     * @param catalog the layers
     * @param folder a folder of this machine for copies of hand-ins
     */
    public static PostgisStore open(DatabaseAddress address, Catalog catalog, Path folder) {
        String schema = schemaOf(address);
        address.replica().ifPresent(JdbcUrl::parse);
        String extension;
        try (Connection connection =
                PostgisConnections.source(address, address.url()).getConnection()) {
            extension = new DatabaseCheck(connection, address.toString(), schema).mustBeFit();
        } catch (SQLException e) {
            throw JdbcUrl.refusedByDriver(address.url(), e).orElseGet(() -> Failures.of(e, address.toString()));
        }
        PostgisConnections connections = new PostgisConnections(
                address, LayerTable.quote(schema) + ", " + LayerTable.quote(extension) + ", public");
        try {
            migrate(connections, address, schema, catalog);
            return new PostgisStore(connections, folder);
        } catch (SQLException e) {
            connections.close();
            throw Failures.of(e, address.toString());
        } catch (RuntimeException e) {
            connections.close();
            throw e;
        }
    }

    private static String schemaOf(DatabaseAddress address) {
        Properties given = JdbcUrl.parse(address.url());
        String path = given.getProperty(PGProperty.CURRENT_SCHEMA.getName(), SCHEMA);
        int comma = path.indexOf(',');
        return (comma < 0 ? path : path.substring(0, comma)).strip().replace("\"", "");
    }

    private static void migrate(PostgisConnections connections, DatabaseAddress address, String schema, Catalog catalog)
            throws SQLException {
        Migrations.of("postgis", address.toString())
                .run(flyway -> flyway.dataSource(PostgisConnections.source(address, address.url()))
                        .defaultSchema(schema)
                        .createSchemas(true));
        SchemaState state = new SchemaState(connections, catalog);
        if (state.isCurrent()) {
            return; // another change may be under way, and a node that starts need not wait for it
        }
        try (Writing transaction = connections.change()) {
            new PostgisSchema(transaction.connection()).apply(catalog);
            state.keep(transaction.connection());
            transaction.commit();
        }
    }

    @Override
    public FeatureStore features() {
        return features;
    }

    @Override
    public JobLog jobs() {
        return new QueueInTable(jobRows(), writing());
    }

    @Override
    public Archive archive() {
        return archive;
    }

    @Override
    public StoreCondition condition() {
        long data = number("SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0) FROM pg_class c"
                + " WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'"
                + " AND c.relname NOT LIKE 'archive%'");
        return new StoreCondition(
                data, number("SELECT coalesce(sum(bytes), 0) FROM archive_file"), connections.pools());
    }

    @Override
    public void close() {
        connections.close();
    }
}
