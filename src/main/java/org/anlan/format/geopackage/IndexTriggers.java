package org.anlan.format.geopackage;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The triggers by which an R*Tree index follows its table (OGC 12-128r17, annex F.3, "RTree Triggers"). */
final class IndexTriggers {

    private static final String PUT =
            "INSERT OR REPLACE INTO %1$s VALUES (NEW.%2$s, ST_MinX(NEW.%3$s), ST_MaxX(NEW.%3$s),"
                    + " ST_MinY(NEW.%3$s), ST_MaxY(NEW.%3$s));";
    private static final String THERE = "(NEW.%3$s NOTNULL AND NOT ST_IsEmpty(NEW.%3$s))";
    private static final String GONE = "(NEW.%3$s ISNULL OR ST_IsEmpty(NEW.%3$s))";

    private final String table;
    private final String key;
    private final String shape;

    IndexTriggers(String table, String key, String shape) {
        this.table = table;
        this.key = key;
        this.shape = shape;
    }

    /** The statements that make them. */
    List<String> create() {
        return Stream.of(
                        trigger("insert", "AFTER INSERT ON %4$s WHEN " + THERE, PUT),
                        trigger("update1", "AFTER UPDATE OF %3$s ON %4$s WHEN OLD.%2$s = NEW.%2$s AND " + THERE, PUT),
                        trigger(
                                "update2",
                                "AFTER UPDATE OF %3$s ON %4$s WHEN OLD.%2$s = NEW.%2$s AND " + GONE,
                                "DELETE FROM %1$s WHERE id = OLD.%2$s;"),
                        trigger(
                                "update3",
                                "AFTER UPDATE ON %4$s WHEN OLD.%2$s != NEW.%2$s AND " + THERE,
                                "DELETE FROM %1$s WHERE id = OLD.%2$s; " + PUT),
                        trigger(
                                "update4",
                                "AFTER UPDATE ON %4$s WHEN OLD.%2$s != NEW.%2$s AND " + GONE,
                                "DELETE FROM %1$s WHERE id IN (OLD.%2$s, NEW.%2$s);"),
                        trigger(
                                "delete",
                                "AFTER DELETE ON %4$s WHEN OLD.%3$s NOT NULL",
                                "DELETE FROM %1$s WHERE id = OLD.%2$s;"))
                .toList();
    }

    private String trigger(String word, String when, String what) {
        String index = "rtree_" + table + "_" + shape;
        return "CREATE TRIGGER " + Names.quote(index + "_" + word) + " "
                + String.format(
                        Locale.ROOT,
                        when + " BEGIN " + what + " END",
                        Names.quote(index),
                        Names.quote(key),
                        Names.quote(shape),
                        Names.quote(table));
    }
}
