package org.anlan.format.geopackage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.anlan.catalog.GeometryKind;
import org.anlan.format.OutField;
import org.anlan.format.OutLayer;
import org.anlan.format.SourceField;
import org.anlan.geo.Crs;
import org.anlan.geo.CrsList;
import org.anlan.geo.GeoPackageBlob;
import org.anlan.geo.OgcWkt;
import org.locationtech.jts.geom.Envelope;

/** The SQL of a GeoPackage with one layer (OGC 12-128r17, annex C; the index: annex F.3). */
final class OutTable {

    private static final String LAST_CHANGE = "1970-01-01T00:00:00.000Z";
    private static final String ID = "id";
    private static final String ANY_SHAPE = "GEOMETRY";

    private final OutLayer layer;
    private final String name;
    private final String key;
    private final String shape;
    private final boolean ids;
    private final List<String> columns = new ArrayList<>();

    OutTable(OutLayer layer) {
        this.layer = layer;
        String lower = layer.name().toLowerCase(Locale.ROOT);
        boolean reserved = lower.startsWith("gpkg_") || lower.startsWith("sqlite_") || lower.startsWith("rtree_");
        this.name = reserved ? "layer_" + layer.name() : layer.name();
        Set<String> taken = new HashSet<>();
        layer.fields().forEach(field -> columns.add(free(field.name(), taken)));
        this.ids = layer.fields().stream().noneMatch(field -> field.name().equalsIgnoreCase(ID));
        if (ids) {
            taken.add(ID);
        }
        this.key = free("fid", taken);
        this.shape = free("geom", taken);
    }

    /** The name, numbered when SQLite, to which case is nothing, would take it for one that is there. */
    private static String free(String wanted, Set<String> taken) {
        String name = wanted;
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = wanted + "_" + i;
        }
        return name;
    }

    OutLayer layer() {
        return layer;
    }

    boolean hasShapes() {
        return layer.geometry() != GeometryKind.NONE;
    }

    /** Whether the feature's id is a column of its own; it is not where a field has that name. */
    boolean hasIds() {
        return ids;
    }

    List<String> create() {
        List<String> sql = new ArrayList<>(List.of(
                "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY,"
                        + " organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT)",
                "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,"
                        + " description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),"
                        + " min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,"
                        + " CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))",
                "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,"
                        + " geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,"
                        + " CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),"
                        + " CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),"
                        + " CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))",
                "CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL,"
                        + " definition TEXT NOT NULL, scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))",
                "INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', NULL),"
                        + " ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', NULL)",
                system(CrsList.WGS84)));
        if (layer.crs().epsg() != CrsList.WGS84.epsg()) {
            sql.add(system(layer.crs()));
        }
        sql.add(table(ANY_SHAPE));
        if (hasShapes()) {
            sql.add("CREATE VIRTUAL TABLE " + index() + " USING rtree(id, minx, maxx, miny, maxy)");
        }
        return sql;
    }

    private static String system(Crs crs) {
        return "INSERT INTO gpkg_spatial_ref_sys VALUES (" + text(OgcWkt.name(crs)) + ", " + crs.epsg() + ", 'EPSG', "
                + crs.epsg() + ", " + text(OgcWkt.of(crs)) + ", NULL)";
    }

    private String table(String shapeType) {
        StringBuilder sql = new StringBuilder(
                "CREATE TABLE " + quoted(name) + " (" + quoted(key) + " INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL");
        if (hasShapes()) {
            sql.append(", ").append(quoted(shape)).append(' ').append(shapeType);
        }
        if (ids) {
            sql.append(", ").append(quoted(ID)).append(" TEXT");
        }
        List<OutField> fields = layer.fields();
        for (int i = 0; i < fields.size(); i++) {
            sql.append(", ")
                    .append(quoted(columns.get(i)))
                    .append(' ')
                    .append(type(fields.get(i).type()));
        }
        return sql.append(')').toString();
    }

    private static String type(SourceField.Type type) {
        return switch (type) {
            case TEXT -> "TEXT";
            case INTEGER -> "INTEGER";
            case NUMBER -> "DOUBLE";
            case DATE -> "DATE";
            case BOOLEAN -> "BOOLEAN";
        };
    }

    String insert() {
        int count = 1 + (hasShapes() ? 1 : 0) + (ids ? 1 : 0) + columns.size();
        return "INSERT INTO " + quoted(name) + " VALUES (" + String.join(", ", Collections.nCopies(count, "?")) + ")";
    }

    String insertIndex() {
        return "INSERT INTO " + index() + " VALUES (?, ?, ?, ?, ?)";
    }

    private String index() {
        return quoted("rtree_" + name + "_" + shape);
    }

    /** Puts each single shape into a multipart one: byte order, type and count before the well-known binary that is there. */
    String makeMultiple() {
        int single =
                switch (layer.geometry()) {
                    case POINT -> 1;
                    case LINE -> 2;
                    case POLYGON -> 3;
                    case ANY, NONE -> throw new IllegalStateException("no multipart kind");
                };
        int head = GeoPackageBlob.HEADER;
        return "UPDATE " + quoted(name) + " SET " + quoted(shape) + " = CAST(substr(" + quoted(shape) + ", 1, " + head
                + ") || x'010" + (single + 3) + "00000001000000' || substr(" + quoted(shape) + ", " + (head + 1)
                + ") AS BLOB) WHERE substr(" + quoted(shape) + ", " + (head + 2) + ", 1) = x'0" + single + "'";
    }

    List<String> finish(Envelope extent, boolean multiple) {
        List<String> sql = new ArrayList<>();
        String box = extent.isNull()
                ? "NULL, NULL, NULL, NULL"
                : extent.getMinX() + ", " + extent.getMinY() + ", " + extent.getMaxX() + ", " + extent.getMaxY();
        sql.add("INSERT INTO gpkg_contents VALUES (" + text(name) + ", '" + (hasShapes() ? "features" : "attributes")
                + "', " + text(layer.title().zh()) + ", " + text(layer.title().en()) + ", '" + LAST_CHANGE + "', " + box
                + ", " + (hasShapes() ? layer.crs().epsg() : "NULL") + ")");
        if (hasShapes()) {
            sql.addAll(declareShapes(shapeType(multiple)));
            sql.add("INSERT INTO gpkg_geometry_columns VALUES (" + text(name) + ", " + text(shape) + ", '"
                    + shapeType(multiple) + "', " + layer.crs().epsg() + ", 0, 0)");
            sql.add("INSERT INTO gpkg_extensions VALUES (" + text(name) + ", " + text(shape)
                    + ", 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')");
            sql.addAll(new IndexTriggers(name, key, shape).create());
        }
        return sql;
    }

    /** The column's declared type must be the one that is registered (requirement 31), which is known only now. */
    private List<String> declareShapes(String type) {
        return List.of(
                "PRAGMA writable_schema = ON",
                "UPDATE sqlite_schema SET sql = " + text(table(type)) + " WHERE type = 'table' AND name = "
                        + text(name),
                "PRAGMA writable_schema = OFF");
    }

    private String shapeType(boolean multiple) {
        String single =
                switch (layer.geometry()) {
                    case POINT -> "POINT";
                    case LINE -> "LINESTRING";
                    case POLYGON -> "POLYGON";
                    case ANY, NONE -> ANY_SHAPE;
                };
        return multiple && !single.equals(ANY_SHAPE) ? "MULTI" + single : single;
    }

    private static String quoted(String name) {
        return Names.quote(name);
    }

    private static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
