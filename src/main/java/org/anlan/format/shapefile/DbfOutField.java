package org.anlan.format.shapefile;

import java.util.ArrayList;
import java.util.List;
import org.anlan.format.SourceField;

/**
 * A field as it is written.
 *
 * @param name name of at most 10 bytes
 * @param type what its values are
 * @param width bytes in a row
 * @param decimals digits behind the point
 */
record DbfOutField(String name, SourceField.Type type, int width, int decimals) {

    static final int WIDEST_TEXT = 254;
    static final int WIDEST_WHOLE = 18;
    static final int WIDEST_NUMBER = 24;
    static final int MOST_DECIMALS = 15;

    /** The fields under these names. */
    static List<DbfOutField> of(List<SourceField> fields, List<String> names) {
        List<DbfOutField> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(of(fields.get(i), names.get(i)));
        }
        return columns;
    }

    /** A field of this name; widths that the format does not allow are brought within it. */
    static DbfOutField of(SourceField field, String name) {
        int width = field.width();
        return switch (field.type()) {
            case TEXT -> new DbfOutField(name, field.type(), width < 1 ? WIDEST_TEXT : Math.min(width, WIDEST_TEXT), 0);
            case INTEGER ->
                new DbfOutField(name, field.type(), width < 1 ? WIDEST_WHOLE : Math.min(width, WIDEST_WHOLE), 0);
            case NUMBER ->
                width < 1
                        ? new DbfOutField(name, field.type(), WIDEST_NUMBER, MOST_DECIMALS)
                        : new DbfOutField(
                                name,
                                field.type(),
                                Math.min(width, 32),
                                Math.max(
                                        0,
                                        Math.min(Math.min(field.decimals(), MOST_DECIMALS), Math.min(width, 32) - 2)));
            case DATE -> new DbfOutField(name, field.type(), 8, 0);
            case BOOLEAN -> new DbfOutField(name, field.type(), 1, 0);
        };
    }

    char letter() {
        return switch (type) {
            case TEXT -> 'C';
            case INTEGER, NUMBER -> 'N';
            case DATE -> 'D';
            case BOOLEAN -> 'L';
        };
    }
}
