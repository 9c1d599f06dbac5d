package org.anlan.store.sqlite;

import org.anlan.store.sql.LayerTable;

/** The names of a layer's R*Tree, which holds the boxes of all revisions. */
final class SpatialIndex {

    private SpatialIndex() {}

    /** The R*Tree, quoted. */
    static String of(LayerTable table) {
        return LayerTable.quote(name(table));
    }

    /** Its name, not quoted: the tables behind it are named after it. */
    static String name(LayerTable table) {
        return "rtree_f_" + table.word() + "_geom";
    }
}
