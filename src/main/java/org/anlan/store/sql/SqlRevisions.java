package org.anlan.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anlan.base.Refusal;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.Actor;
import org.anlan.store.Origin;
import org.anlan.store.Revision;
import org.anlan.store.RevisionLog;
import org.jdbi.v3.core.statement.StatementContext;

/** Revisions in the {@code revision} table. */
public final class SqlRevisions implements RevisionLog {

    private final ReadingJdbi reading;
    private final Database database;

    /** Revisions in this database, read through {@code reading}. */
    public SqlRevisions(Database database, ReadingJdbi reading) {
        this.reading = reading;
        this.database = database;
    }

    @Override
    public Optional<Revision> newest(String layer) {
        return reading.withHandle(
                h -> h.createQuery("SELECT * FROM revision WHERE layer = :layer ORDER BY id DESC LIMIT 1")
                        .bind("layer", layer)
                        .map(this::revision)
                        .findOne());
    }

    @Override
    public Revision at(String layer, long revision) {
        return reading.withHandle(h -> h.createQuery("SELECT * FROM revision WHERE layer = :layer AND id <= :revision"
                                + " AND :revision <= (SELECT max(id) FROM revision) ORDER BY id DESC LIMIT 1")
                        .bind("layer", layer)
                        .bind("revision", revision)
                        .map(this::revision)
                        .findOne())
                .orElseThrow(() -> unknown(layer, revision));
    }

    @Override
    public Map<String, Revision> states(OptionalLong revision) {
        return reading.withHandle(h -> h.createQuery(
                        "SELECT * FROM revision WHERE id IN (SELECT max(id) FROM revision WHERE id <= :revision GROUP BY layer)")
                .bind("revision", revision.orElse(Long.MAX_VALUE))
                .map(this::revision)
                .collect(Collectors.toMap(Revision::layer, Function.identity())));
    }

    @Override
    public Optional<Revision> find(long id) {
        return reading.withHandle(h -> h.createQuery("SELECT * FROM revision WHERE id = :id")
                .bind("id", id)
                .map(this::revision)
                .findOne());
    }

    @Override
    public List<Revision> of(String layer) {
        return reading.withHandle(h -> h.createQuery("SELECT * FROM revision WHERE layer = :layer ORDER BY id DESC")
                .bind("layer", layer)
                .map(this::revision)
                .list());
    }

    @Override
    public Revision rollback(LayerDefinition layer, long revision, Actor actor, String note) {
        Revision older = of(layer.id()).stream()
                .filter(r -> r.id() == revision)
                .findFirst()
                .orElseThrow(() -> unknown(layer.id(), revision));
        try (SqlCommit commit = new SqlCommit(database, Origin.of(Origin.Kind.ROLLBACK, actor, note))) {
            commit.restore(layer, older.id());
            return commit.finish().get(0);
        }
    }

    private Refusal unknown(String layer, long revision) {
        List<String> known = of(layer).stream().map(r -> Long.toString(r.id())).toList();
        return Refusal.notFound(
                "unknown-revision",
                "图层 %s 没有修订 %d；现有：%s",
                "Layer %s has no revision %d; there are: %s",
                layer,
                revision,
                String.join(", ", known));
    }

    private Revision revision(ResultSet row, StatementContext context) throws SQLException {
        String source = row.getString("source_name");
        Origin origin = new Origin(
                Origin.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                new Actor(row.getString("author"), ""),
                row.getString("note"),
                source == null
                        ? Optional.empty()
                        : Optional.of(new Origin.Source(
                                source, row.getString("source_sha256"), row.getString("source_crs"))));
        return new Revision(
                row.getLong("id"),
                row.getString("layer"),
                origin,
                database.dialect().moment(row, "at"),
                row.getLong("added"),
                row.getLong("changed"),
                row.getLong("removed"),
                StateJson.read(row.getString("state")),
                RepairsJson.read(row.getString("repairs")));
    }
}
