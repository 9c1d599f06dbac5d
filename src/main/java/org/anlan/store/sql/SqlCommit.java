package org.anlan.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.anlan.catalog.LayerDefinition;
import org.anlan.geo.RepairKind;
import org.anlan.store.AuditEntry;
import org.anlan.store.Changes;
import org.anlan.store.Commit;
import org.anlan.store.LayerState;
import org.anlan.store.LayerWriter;
import org.anlan.store.Origin;
import org.anlan.store.Revision;

/** A change in one transaction: what was not committed when the process ends never happened. */
public final class SqlCommit implements Commit {

    private final Database database;
    private final Writing transaction;
    private final Origin origin;
    private final Instant at;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Map<String, SortedMap<RepairKind, Long>> repairs = new LinkedHashMap<>();

    /** The change of one layer: its revision and what writes it. */
    private record Part(LayerDefinition layer, long revision, LayerChange change) {}

    /** Starts a change of this database; waits until no other change is under way. Refused ({@code clock-behind}): {@link Moments}. */
    public SqlCommit(Database database, Origin origin) {
        this.database = database;
        this.origin = origin;
        try {
            transaction = database.change();
            at = moment();
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    private Instant moment() throws SQLException {
        try {
            return new Moments(connection(), database.dialect())
                    .next(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        } catch (SQLException | RuntimeException e) {
            transaction.close();
            throw e;
        }
    }

    @Override
    public LayerWriter layer(LayerDefinition layer) {
        try {
            Part part = parts.get(layer.id());
            if (part == null) {
                long revision = newRevision(layer);
                part = new Part(
                        layer, revision, new SqlLayerWriter(database, connection(), new LayerTable(layer), revision));
                parts.put(layer.id(), part);
            }
            return (LayerWriter) part.change();
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    @Override
    public void repaired(LayerDefinition layer, Map<RepairKind, Long> made) {
        repairs.put(layer.id(), new TreeMap<>(made));
    }

    private SortedMap<RepairKind, Long> repairs(Part part) {
        return repairs.getOrDefault(part.layer().id(), new TreeMap<>());
    }

    /** Writes the rows that give the layer the state it had at an older revision. */
    void restore(LayerDefinition layer, long older) {
        try {
            long revision = newRevision(layer);
            parts.put(
                    layer.id(),
                    new Part(
                            layer,
                            revision,
                            new Restoring(database.dialect(), connection(), new LayerTable(layer), revision, older)));
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    private Connection connection() {
        return transaction.connection();
    }

    /** One more than the newest, over all layers; nobody else changes anything meanwhile, so a number names one state for ever. */
    private long newRevision(LayerDefinition layer) throws SQLException {
        long id = lastRevision() + 1;
        try (PreparedStatement insert = connection()
                .prepareStatement(
                        "INSERT INTO revision(id, layer, kind, author, at, note, source_name, source_sha256, source_crs)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setString(2, layer.id());
            insert.setString(3, origin.kind().name().toLowerCase(Locale.ROOT));
            insert.setString(4, origin.author());
            insert.setObject(5, database.dialect().moment(at));
            insert.setString(6, origin.note());
            insert.setString(7, origin.source().map(Origin.Source::name).orElse(null));
            insert.setString(8, origin.source().map(Origin.Source::sha256).orElse(null));
            insert.setString(9, origin.source().map(Origin.Source::crs).orElse(null));
            insert.executeUpdate();
            return id;
        }
    }

    private long lastRevision() throws SQLException {
        try (PreparedStatement query = connection().prepareStatement("SELECT max(id) FROM revision");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public List<Revision> finish() {
        try {
            List<Revision> revisions = new ArrayList<>();
            for (Part part : parts.values()) {
                Changes changes = part.change().finish();
                LayerState state =
                        new StateCount(database.dialect(), connection(), new LayerTable(part.layer())).count();
                record(part, changes, state);
                revisions.add(new Revision(
                        part.revision(),
                        part.layer().id(),
                        origin.kept(),
                        at,
                        changes.added(),
                        changes.changed(),
                        changes.removed(),
                        state,
                        repairs(part)));
            }
            AuditRows audit = new AuditRows(connection(), database.dialect());
            for (Revision revision : revisions) {
                audit.append(origin.actor(), told(revision));
            }
            transaction.commit();
            return revisions;
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    private AuditEntry.What told(Revision revision) {
        return new AuditEntry.What(
                "revision." + origin.kind().name().toLowerCase(Locale.ROOT),
                revision.layer(),
                "+" + revision.added() + " ~" + revision.changed() + " -" + revision.removed()
                        + origin.source()
                                .map(source -> "; " + source.name() + " sha256 " + source.sha256())
                                .orElse(""),
                OptionalLong.of(revision.id()));
    }

    private void record(Part part, Changes changes, LayerState state) throws SQLException {
        try (PreparedStatement update = connection()
                .prepareStatement(
                        "UPDATE revision SET added = ?, changed = ?, removed = ?, state = ?, repairs = ? WHERE id = ?")) {
            update.setLong(1, changes.added());
            update.setLong(2, changes.changed());
            update.setLong(3, changes.removed());
            update.setString(4, StateJson.write(state));
            update.setString(5, RepairsJson.write(repairs(part)));
            update.setLong(6, part.revision());
            update.executeUpdate();
        }
        database.dialect().changed(connection(), new LayerTable(part.layer()), at, state.extent());
    }

    @Override
    public void close() {
        try {
            for (Part part : parts.values()) {
                part.change().close();
            }
            transaction.close();
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }
}
