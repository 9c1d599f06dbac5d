package org.anlan.format.shapefile;

import java.util.Optional;
import org.anlan.format.SourceField;

/**
 * A field of a .dbf as its header has it (dBASE III, 32 bytes each).
 *
 * @param rawName the name's bytes, up to 11, without padding
 * @param letter type letter
 * @param offset first byte in the row; the deletion mark is byte 0
 * @param width bytes in the row
 * @param decimals digits behind the point
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record DbfColumn(byte[] rawName, char letter, int offset, int width, int decimals) {

    private static final int LONG_DIGITS = 18;

    /** What its values are read as; empty when they are not (memo, blob). */
    Optional<SourceField.Type> type() {
        return width == 0
                ? Optional.empty()
                : Optional.ofNullable(
                        switch (letter) {
                            case 'C' -> SourceField.Type.TEXT;
                            case 'N' ->
                                decimals == 0 && width <= LONG_DIGITS
                                        ? SourceField.Type.INTEGER
                                        : SourceField.Type.NUMBER;
                            case 'F' -> SourceField.Type.NUMBER;
                            case 'D' -> width == 8 ? SourceField.Type.DATE : null;
                            case 'L' -> SourceField.Type.BOOLEAN;
                            case 'I' -> width == 4 ? SourceField.Type.INTEGER : null;
                            case 'B' -> width == 8 ? SourceField.Type.NUMBER : null;
                            case 'T' -> width == 8 ? SourceField.Type.DATE : null;
                            default -> null;
                        });
    }
}
