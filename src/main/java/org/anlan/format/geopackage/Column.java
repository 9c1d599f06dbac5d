package org.anlan.format.geopackage;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.anlan.format.SourceField;

/**
 * A column of a table (OGC 12-128r18, table 1). SQLite lets any value stand in any column; what does not fit the declared type and
 * cannot be read as it is not taken.
 */
final class Column {

    private static final Set<String> INTEGERS = Set.of(
            "TINYINT", "SMALLINT", "MEDIUMINT", "INT", "INTEGER", "BIGINT", "INT2", "INT4", "INT8", "UNSIGNED BIG INT");
    private static final Set<String> NUMBERS =
            Set.of("REAL", "DOUBLE", "FLOAT", "DOUBLE PRECISION", "NUMERIC", "DECIMAL", "NUMBER");
    private static final Set<String> SHAPES = Set.of(
            "GEOMETRY",
            "POINT",
            "LINESTRING",
            "POLYGON",
            "MULTIPOINT",
            "MULTILINESTRING",
            "MULTIPOLYGON",
            "GEOMETRYCOLLECTION");

    private Column() {}

    /** The field of a column; empty for one whose values are neither words nor numbers (pictures, further shapes). */
    static Optional<SourceField> field(String name, String declared) {
        String type = declared.toUpperCase(Locale.ROOT).replaceAll("\\(.*", "").strip();
        if (type.equals("BLOB") || SHAPES.contains(type)) {
            return Optional.empty();
        }
        return Optional.of(new SourceField(name, type(type), 0, 0));
    }

    private static SourceField.Type type(String declared) {
        if (INTEGERS.contains(declared)) {
            return SourceField.Type.INTEGER;
        }
        if (NUMBERS.contains(declared)) {
            return SourceField.Type.NUMBER;
        }
        return switch (declared) {
            case "BOOLEAN", "BOOL" -> SourceField.Type.BOOLEAN;
            case "DATE" -> SourceField.Type.DATE;
            default -> SourceField.Type.TEXT; // DATETIME too: there is no type for moments
        };
    }
}
