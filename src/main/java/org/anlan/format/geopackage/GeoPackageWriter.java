package org.anlan.format.geopackage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.anlan.base.Finding;
import org.anlan.base.Text;
import org.anlan.format.FeatureWriter;
import org.anlan.format.OutFeature;
import org.anlan.format.OutFormat;
import org.anlan.format.OutLayer;
import org.anlan.format.TemporaryFolder;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Writes a layer as a GeoPackage 1.3 (OGC 12-128r17) with its spatial index: the feature's id and its fields as columns, shapes with x
 * (longitude, easting) before y. Lines and areas are single where all are single, else all are multipart. The time of the last change,
 * which the format asks for, is always the same, so that the same features give the same bytes. Written in a temporary folder and
 * handed to the stream at the end.
 */
public final class GeoPackageWriter implements FeatureWriter {

    /** How layers are written as a GeoPackage. */
    public static final OutFormat FORMAT = new OutFormat(
            "gpkg",
            Text.of("GeoPackage", "GeoPackage"),
            "gpkg",
            "application/geopackage+sqlite3",
            (out, layer, charset) -> new GeoPackageWriter(out, layer));

    private static final int APPLICATION = 0x47504B47; // "GPKG"
    private static final int VERSION = 10300;

    private final OutputStream out;
    private final TemporaryFolder folder = TemporaryFolder.make();
    private final Path file = folder.path().resolve("out.gpkg");
    private final Connection connection;
    private final TableWriter table;

    /** Begins a file of one layer. */
    public GeoPackageWriter(OutputStream out, OutLayer layer) throws IOException {
        this.out = out;
        try {
            this.connection = source(file).getConnection();
            connection.setAutoCommit(false);
            this.table = new TableWriter(connection, layer);
        } catch (SQLException | RuntimeException failed) {
            folder.close();
            throw new IOException(failed);
        }
    }

    /** Nobody else reads the file before it is whole, and a broken one is thrown away: no journal, no waiting for the disk. */
    private static SQLiteDataSource source(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setPageSize(4096);
        config.setCacheSize(-16_000);
        config.setJournalMode(SQLiteConfig.JournalMode.OFF);
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
        config.setApplicationId(APPLICATION);
        config.setUserVersion(VERSION);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }

    @Override
    public void write(OutFeature feature) throws IOException {
        try {
            table.write(feature);
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }

    @Override
    public void finish() throws IOException {
        try {
            table.finish();
            connection.commit();
            connection.close();
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
        Files.copy(file, out);
        out.flush();
    }

    @Override
    public List<Finding> findings() {
        return List.of();
    }

    @Override
    public void close() throws IOException {
        try (folder) {
            table.close();
            connection.close();
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }
}
