package org.anlan.store.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.base.Sha256;
import org.anlan.store.Archive;
import org.anlan.store.LayerState;

/** Writes all that one store keeps into another that is empty: its files first, then its rows in one transaction. */
final class Filling {

    private final Database database;
    private final Archive archive;
    private final MovingProgress progress;

    Filling(Database database, Archive archive, MovingProgress progress) {
        this.database = database;
        this.archive = archive;
        this.progress = progress;
    }

    /** Gives the files that are missing or damaged in the other store, and were left out. */
    List<String> from(Snapshot source) throws IOException {
        try {
            mustBeEmpty(source);
            List<String> lost = files(source);
            try (Writing transaction = database.change()) {
                mustBeEmpty(transaction.connection(), source);
                for (KeptTable table : source.tables()) {
                    rows(source, table, transaction.connection());
                }
                extents(source, transaction.connection());
                transaction.commit();
            }
            return lost;
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    private void mustBeEmpty(Snapshot source) throws SQLException {
        try (Connection connection = database.reading().getConnection()) {
            mustBeEmpty(connection, source);
        }
    }

    private static void mustBeEmpty(Connection connection, Snapshot source) throws SQLException {
        for (KeptTable table : source.tables()) {
            try (PreparedStatement query = connection.prepareStatement(
                            "SELECT 1 FROM " + LayerTable.quote(table.name()) + table.where() + " LIMIT 1");
                    ResultSet row = query.executeQuery()) {
                if (row.next()) {
                    throw Refusal.conflict(
                            "store-not-empty",
                            "目标库已有数据（表 %s），不会覆盖。请指定一个新的数据目录或空的数据库；未作任何更改。",
                            "The store to be filled has data already (table %s) and is not written over. Name a new data folder or an empty database; nothing "
                                    + "was changed.",
                            table.name());
                }
            }
        }
    }

    private List<String> files(Snapshot source) throws IOException, SQLException {
        List<String> lost = new ArrayList<>();
        List<String> files = source.files();
        for (int i = 0; i < files.size(); i++) {
            progress.at("uploads", i, files.size());
            if (!file(source, files.get(i))) {
                lost.add(files.get(i));
            }
        }
        progress.at("uploads", files.size(), files.size());
        return lost;
    }

    /** Takes a file along; false when it is missing there, or its bytes do not have this SHA-256. */
    private boolean file(Snapshot source, String sha256) throws IOException {
        Path arriving = Files.createTempFile("anlan-moving-", ".part");
        try {
            MessageDigest digest = Sha256.digest();
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(arriving), digest)) {
                source.file(sha256, out);
            } catch (Refusal refusal) {
                if (refusal.code().equals("upload-gone")) {
                    return false;
                }
                throw refusal;
            }
            if (!Sha256.of(digest).equals(sha256)) {
                return false;
            }
            try (InputStream in = Files.newInputStream(arriving)) {
                archive.keep(in, Long.MAX_VALUE);
            }
            return true;
        } finally {
            Files.deleteIfExists(arriving);
        }
    }

    private void rows(Snapshot source, KeptTable table, Connection connection) throws SQLException {
        long all = source.count(table);
        long done = 0;
        try (Snapshot.Cursor rows = source.rows(table);
                RowSink sink = database.dialect().sink(connection, table)) {
            for (Optional<Object[]> row = rows.next(); row.isPresent(); row = rows.next()) {
                sink.add(row.get());
                if (++done % 10_000 == 0) {
                    progress.at(table.name(), done, all);
                }
            }
            sink.finish();
        }
        progress.at(table.name(), done, all);
    }

    /** Where layers lie, as after a commit of their newest revision. */
    private void extents(Snapshot source, Connection connection) throws SQLException {
        KeptTable revision = source.tables().get(0);
        Map<String, Object[]> newest = new HashMap<>();
        try (Snapshot.Cursor rows = source.rows(revision)) {
            for (Optional<Object[]> row = rows.next(); row.isPresent(); row = rows.next()) {
                newest.put((String) revision.of(row.get(), "layer"), row.get());
            }
        }
        for (KeptTable table : source.tables()) {
            if (table.layer().isPresent()) {
                LayerTable layer = table.layer().get();
                Object[] last = newest.get(layer.layer().id());
                if (last != null) {
                    LayerState state = StateJson.read((String) revision.of(last, "state"));
                    database.dialect().changed(connection, layer, (Instant) revision.of(last, "at"), state.extent());
                }
            }
        }
    }
}
