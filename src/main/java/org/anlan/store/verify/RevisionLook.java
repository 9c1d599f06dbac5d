package org.anlan.store.verify;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anlan.base.Text;
import org.anlan.store.LayerState;
import org.anlan.store.sql.KeptTable;
import org.anlan.store.sql.LayerTable;
import org.anlan.store.sql.Snapshot;
import org.anlan.store.sql.StateCount;
import org.anlan.store.sql.StateJson;

/** Looks whether revisions follow one another, and whether the rows of a layer say of each what it says of itself. */
final class RevisionLook {

    private final Snapshot snapshot;
    private final Defects defects;
    private final Map<String, List<Told>> told = new HashMap<>();

    RevisionLook(Snapshot snapshot, Defects defects) {
        this.snapshot = snapshot;
        this.defects = defects;
    }

    /** What a revision says of itself. */
    private record Told(long id, long added, long changed, long removed, LayerState state) {}

    /** What the rows say of a revision. */
    private static final class Counted {
        private long begun;
        private long changed;
        private long closed;
    }

    /** Looks at the revisions by themselves: no time goes back. */
    void order() throws SQLException {
        KeptTable table = snapshot.tables().get(0);
        Instant last = Instant.MIN;
        long count = 0;
        try (Snapshot.Cursor rows = snapshot.rows(table)) {
            for (Optional<Object[]> next = rows.next(); next.isPresent(); next = rows.next()) {
                Object[] row = next.get();
                long id = (Long) table.of(row, "id");
                Instant at = (Instant) table.of(row, "at");
                if (at.isBefore(last)) {
                    add("r" + id, Text.of("时间早于前一修订", "its time is before that of the revision before it"));
                }
                last = at;
                count++;
                told.computeIfAbsent((String) table.of(row, "layer"), layer -> new ArrayList<>())
                        .add(new Told(
                                id,
                                (Long) table.of(row, "added"),
                                (Long) table.of(row, "changed"),
                                (Long) table.of(row, "removed"),
                                StateJson.read((String) table.of(row, "state"))));
            }
        }
        defects.looked("revisions", count);
    }

    /** Looks at the revisions of one layer and its rows. */
    void of(LayerTable layer) throws SQLException {
        List<Told> revisions = told.getOrDefault(layer.layer().id(), List.of());
        Map<Long, Counted> counted = counted(layer);
        long alive = 0;
        for (Told revision : revisions) {
            Counted rows = Optional.ofNullable(counted.remove(revision.id())).orElseGet(Counted::new);
            alive += rows.begun - rows.closed;
            if (rows.begun - rows.changed != revision.added()
                    || rows.changed != revision.changed()
                    || rows.closed - rows.changed != revision.removed()) {
                add(
                        where(layer, revision.id()),
                        Text.of(
                                "修订记录新增 %d、变更 %d、删除 %d，而数据行为 %d、%d、%d",
                                "it says added %d, changed %d, removed %d, and its rows say %d, %d, %d",
                                revision.added(),
                                revision.changed(),
                                revision.removed(),
                                rows.begun - rows.changed,
                                rows.changed,
                                rows.closed - rows.changed));
            }
            if (alive != revision.state().count()) {
                add(
                        where(layer, revision.id()),
                        Text.of(
                                "修订记录有 %d 个要素，而数据行为 %d 个",
                                "it says %d features, and the rows say %d",
                                revision.state().count(),
                                alive));
            }
        }
        counted.keySet()
                .forEach(id -> add(
                        where(layer, id),
                        Text.of("数据行引用了该图层没有的修订", "rows name it, and the layer has no such revision")));
        overlaps(layer);
        if (!revisions.isEmpty()) {
            newest(layer, revisions.get(revisions.size() - 1));
        }
    }

    private Map<Long, Counted> counted(LayerTable layer) throws SQLException {
        Map<Long, Counted> counted = new HashMap<>();
        String table = layer.table();
        each(
                "SELECT n.rev_from, count(*), count(o.fid) FROM " + table + " n LEFT JOIN " + table
                        + " o ON o.id = n.id AND o.rev_to = n.rev_from GROUP BY n.rev_from",
                row -> {
                    Counted of = counted.computeIfAbsent(row.getLong(1), id -> new Counted());
                    of.begun = row.getLong(2);
                    of.changed = row.getLong(3);
                });
        each(
                "SELECT rev_to, count(*) FROM " + table + " WHERE rev_to IS NOT NULL GROUP BY rev_to",
                row -> counted.computeIfAbsent(row.getLong(1), id -> new Counted()).closed = row.getLong(2));
        return counted;
    }

    /** No feature has two states at one revision. */
    private void overlaps(LayerTable layer) throws SQLException {
        each(
                "SELECT id, rev_from FROM (SELECT id, rev_from, lag(coalesce(rev_to, 9223372036854775807)) OVER (PARTITION BY id ORDER BY rev_from, fid)"
                        + " AS until FROM " + layer.table() + ") s WHERE until > rev_from",
                row -> add(
                        layer.layer().id() + " " + row.getString(1),
                        Text.of("在修订 r%d 有两个状态", "has two states at revision r%d", row.getLong(2))));
        each(
                "SELECT id, rev_from FROM " + layer.table() + " WHERE rev_to <= rev_from",
                row -> add(
                        layer.layer().id() + " " + row.getString(1),
                        Text.of("从修订 r%d 起的状态在开始前已结束", "its state from r%d ends before it begins", row.getLong(2))));
    }

    private void newest(LayerTable layer, Told newest) throws SQLException {
        LayerState state = new StateCount(snapshot.dialect(), snapshot.connection(), layer).count();
        if (!state.equals(newest.state())) {
            add(
                    where(layer, newest.id()),
                    Text.of(
                            "保存的状态 %s 与数据行 %s 不符",
                            "the state it keeps, %s, is not that of the rows, %s",
                            StateJson.write(newest.state()),
                            StateJson.write(state)));
        }
    }

    private static String where(LayerTable layer, long revision) {
        return layer.layer().id() + " r" + revision;
    }

    private void add(String where, Text text) {
        defects.add(Verified.Kind.REVISIONS, where, text);
    }

    private interface RowUse {
        void use(ResultSet row) throws SQLException;
    }

    private void each(String sql, RowUse use) throws SQLException {
        try (PreparedStatement query = snapshot.connection().prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                use.use(rows);
            }
        }
    }
}
