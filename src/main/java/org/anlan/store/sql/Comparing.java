package org.anlan.store.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Compares two stores row by row, value by value: shapes by their bytes, numbers bit for bit. */
public final class Comparing {

    private static final int TOLD = 10;

    private final Snapshot one;
    private final Snapshot other;
    private long rows;

    /** Compares these. */
    public Comparing(Snapshot one, Snapshot other) {
        this.one = one;
        this.other = other;
    }

    /** How many rows were compared. */
    public long rows() {
        return rows;
    }

    /** The first differences, each a table with the key of its row and the column; empty when there is none. */
    public List<String> differences(MovingProgress progress) {
        List<String> found = new ArrayList<>();
        try {
            for (KeptTable table : one.tables()) {
                compare(table, found, progress);
            }
            return found;
        } catch (SQLException e) {
            throw one.failed(e);
        }
    }

    private void compare(KeptTable table, List<String> found, MovingProgress progress) throws SQLException {
        long done = 0;
        try (Snapshot.Cursor left = one.rows(table);
                Snapshot.Cursor right = other.rows(table)) {
            while (true) {
                Optional<Object[]> a = left.next();
                Optional<Object[]> b = right.next();
                if (a.isEmpty() && b.isEmpty()) {
                    break;
                }
                rows++;
                if (++done % 10_000 == 0) {
                    progress.at("= " + table.name(), done, done);
                }
                if (a.isEmpty() || b.isEmpty()) {
                    found.add(table.name() + " " + a.or(() -> b).orElseThrow()[0] + ": only in one of them");
                    break;
                }
                difference(table, a.get(), b.get()).ifPresent(found::add);
                if (found.size() >= TOLD) {
                    return;
                }
            }
        }
        progress.at("= " + table.name(), done, done);
    }

    /** SQLite keeps no negative zero. */
    private static Object plain(Object value) {
        return value instanceof Double d ? (Object) (d + 0.0) : value;
    }

    private static Optional<String> difference(KeptTable table, Object[] a, Object[] b) {
        for (int i = 0; i < a.length; i++) {
            if (!Arrays.deepEquals(new Object[] {plain(a[i])}, new Object[] {plain(b[i])})) {
                return Optional.of(table.name() + " " + a[0] + ": "
                        + table.columns().get(i).name());
            }
        }
        return Optional.empty();
    }
}
