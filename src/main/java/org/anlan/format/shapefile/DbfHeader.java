package org.anlan.format.shapefile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Text;

/**
 * The header of a .dbf (dBASE III; field descriptors of 32 bytes from byte 32, ended by 0x0D).
 *
 * @param declaredRows rows the header tells
 * @param presentRows whole rows for which the file has bytes
 * @param headerBytes where the first row begins
 * @param rowBytes bytes per row, deletion mark included
 * @param language byte 29, the language driver
 * @param columns the fields
 * @param flaw what is wrong though the file can be read
 */
record DbfHeader(
        long declaredRows,
        int presentRows,
        int headerBytes,
        int rowBytes,
        int language,
        List<DbfColumn> columns,
        Optional<Text> flaw) {

    private static final int FIXED = 32;
    private static final int DESCRIPTOR = 32;
    private static final byte END = 0x0D;

    /** Reads it; empty when the file is too short for what its header claims. */
    static Optional<DbfHeader> read(FileWindow file) throws IOException {
        if (!file.holds(0, FIXED + 1)) {
            return Optional.empty();
        }
        int at = file.seek(0, FIXED);
        long rows = Integer.toUnsignedLong(file.littleEndian().getInt(at + 4));
        int headerBytes = file.littleEndian().getShort(at + 8) & 0xFFFF;
        int rowBytes = file.littleEndian().getShort(at + 10) & 0xFFFF;
        int language = file.bytes()[at + 29] & 0xFF;
        if (headerBytes <= FIXED || rowBytes == 0 || !file.holds(0, headerBytes)) {
            return Optional.empty();
        }
        long present = Math.min((file.size() - headerBytes) / rowBytes, Integer.MAX_VALUE);
        List<DbfColumn> columns = new ArrayList<>();
        Optional<Text> flaw = columns(file, headerBytes, rowBytes, columns);
        return Optional.of(
                new DbfHeader(rows, (int) present, headerBytes, rowBytes, language, List.copyOf(columns), flaw));
    }

    private static Optional<Text> columns(FileWindow file, int headerBytes, int rowBytes, List<DbfColumn> columns)
            throws IOException {
        int begin = file.seek(0, headerBytes);
        int end = begin + headerBytes;
        int offset = 1;
        for (int at = begin + FIXED; at + DESCRIPTOR <= end && file.bytes()[at] != END; at += DESCRIPTOR) {
            DbfColumn column = column(file.bytes(), at, offset);
            offset += column.width();
            if (offset > rowBytes) {
                return Optional.of(Text.of(
                        "从第 %d 个字段起，字段总宽超出每行的 %d 字节，这些字段未读取",
                        "from field %d on, the widths exceed the %d bytes of a row; those fields were not read",
                        columns.size() + 1,
                        rowBytes));
            }
            columns.add(column);
        }
        return offset == rowBytes
                ? Optional.empty()
                : Optional.of(Text.of(
                        "字段总宽为 %d 字节，而每行有 %d 字节，字段定义可能不全",
                        "the fields take %d bytes of the %d in a row; definitions may be missing", offset, rowBytes));
    }

    private static DbfColumn column(byte[] bytes, int at, int offset) {
        int length = 0;
        while (length < 11 && bytes[at + length] != 0) {
            length++;
        }
        char letter = (char) (bytes[at + 11] & 0xFF);
        int width = bytes[at + 16] & 0xFF;
        int decimals = bytes[at + 17] & 0xFF;
        if (letter == 'C') {
            // Clipper and FoxPro keep the high byte of a wide text field where decimals stand for numbers
            return new DbfColumn(Arrays.copyOfRange(bytes, at, at + length), letter, offset, width + 256 * decimals, 0);
        }
        return new DbfColumn(Arrays.copyOfRange(bytes, at, at + length), letter, offset, width, decimals);
    }

    /** Where a row (from 0) begins in the file. */
    long rowAt(int row) {
        return headerBytes + (long) rowBytes * row;
    }
}
