package org.anlan.format.shapefile;

import java.io.IOException;
import java.util.Optional;

/**
 * The 100 bytes that open a .shp or .shx (ESRI Shapefile Technical Description, July 1998, p. 4).
 *
 * @param declaredBytes length of the file as the header tells it
 * @param typeCode shape type of the records
 */
record ShpHeader(long declaredBytes, int typeCode) {

    static final int BYTES = 100;
    static final int MAGIC = 9994;

    /** Reads it; empty when the file is too short or is something else. */
    static Optional<ShpHeader> read(FileWindow file) throws IOException {
        if (!file.holds(0, BYTES) || file.bigEndianInt(0) != MAGIC) {
            return Optional.empty();
        }
        long declared = 2 * Integer.toUnsignedLong(file.bigEndianInt(24));
        int at = file.seek(32, Integer.BYTES);
        return Optional.of(new ShpHeader(declared, file.littleEndian().getInt(at)));
    }
}
