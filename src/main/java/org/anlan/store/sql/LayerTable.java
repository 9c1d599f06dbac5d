package org.anlan.store.sql;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.GeometryKind;
import org.anlan.catalog.LayerDefinition;

/**
 * The names of a layer in the database. Catalogue ids and field names are lower-case ASCII (the catalogue is checked when it is read), and every
 * name is quoted all the same.
 *
 * @param layer the layer
 */
public record LayerTable(LayerDefinition layer) {

    /** Columns before the catalogue's own, in the order of reads and writes. */
    public static final List<String> FIXED = List.of("fid", "id", "geom", "length_m", "area_m2", "rev_from");

    /** The table that holds all revisions: {@code f_red_lines}. */
    public String table() {
        return quote("f_" + word());
    }

    /** The view of the current features, under the layer's own name: {@code red_lines}. */
    public String view() {
        return word();
    }

    /** The layer's id as a word that may stand in SQL unquoted. */
    public String word() {
        return layer.id().replace('-', '_').toLowerCase(Locale.ROOT);
    }

    /** The catalogue's columns, quoted, in the order of {@link LayerDefinition#fields()}. */
    public List<String> columns() {
        return layer.fields().stream()
                .map(FieldDefinition::name)
                .map(LayerTable::quote)
                .toList();
    }

    /** All columns that a read gives: the fixed ones, the catalogue's, then {@code extra}; {@code shape} reads the shape. */
    public String readColumns(String shape) {
        return Stream.of(
                        FIXED.stream().map(name -> name.equals("geom") ? shape : name),
                        columns().stream(),
                        Stream.of("extra"))
                .flatMap(s -> s)
                .collect(Collectors.joining(", "));
    }

    /**
     * The query behind the view of the current features: what QGIS and GDAL list, with labels beside codes.
     *
     * @param key the first column: the row's number, under the name that readers of the database look for
     */
    public String viewQuery(String key) {
        StringBuilder sql = new StringBuilder("SELECT ").append(key);
        if (layer.geometry() != GeometryKind.NONE) {
            sql.append(", geom");
        }
        sql.append(", id");
        for (FieldDefinition field : layer.fields()) {
            sql.append(", ").append(quote(field.name()));
            field.codeList().ifPresent(list -> sql.append(", (SELECT zh FROM code_label WHERE list = '")
                    .append(list)
                    .append("' AND code = ")
                    .append(quote(field.name()))
                    .append(") AS ")
                    .append(quote(field.name() + "_zh")));
        }
        return sql.append(", length_m, area_m2, extra, rev_from AS revision FROM ")
                .append(table())
                .append(" WHERE rev_to IS NULL")
                .toString();
    }

    /** A name in double quotes. */
    public static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
