package org.anlan.format.archive;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;

/** The extra fields of an entry that matter here: Zip64 sizes (0x0001) and the Unicode path (0x7075; APPNOTE 4.5.3, 4.6.9). */
final class ZipExtra {

    private static final int ZIP64 = 0x0001;
    private static final int UNICODE_PATH = 0x7075;
    private static final int UNICODE_FIXED = 5;

    private final ByteBuffer directory;
    private int zip64At;
    private int zip64End;
    private Optional<byte[]> unicodeName = Optional.empty();

    private ZipExtra(ByteBuffer directory) {
        this.directory = directory;
    }

    static ZipExtra read(ByteBuffer directory, int begin, int length, byte[] rawName) {
        ZipExtra extra = new ZipExtra(directory);
        int end = begin + length;
        for (int at = begin; at + 4 <= end; ) {
            int id = directory.getShort(at) & 0xFFFF;
            int from = at + 4;
            int to = Math.min(end, from + (directory.getShort(at + 2) & 0xFFFF));
            if (id == ZIP64) {
                extra.zip64At = from;
                extra.zip64End = to;
            } else if (id == UNICODE_PATH && to - from > UNICODE_FIXED) {
                extra.unicodePath(from, to, rawName);
            }
            at = to;
        }
        return extra;
    }

    private void unicodePath(int from, int to, byte[] rawName) {
        CRC32 crc = new CRC32();
        crc.update(rawName);
        if ((int) crc.getValue() == directory.getInt(from + 1)) {
            byte[] name = new byte[to - from - UNICODE_FIXED];
            directory.get(from + UNICODE_FIXED, name);
            unicodeName = Optional.of(name);
        }
    }

    Optional<byte[]> unicodeName() {
        return unicodeName;
    }

    long nextLong() {
        if (zip64At + Long.BYTES > zip64End) {
            throw ZipBytes.broken("Zip64 条目缺少长度", "a Zip64 entry lacks its length");
        }
        long value = directory.getLong(zip64At);
        zip64At += Long.BYTES;
        if (value < 0) {
            throw ZipBytes.broken("条目长度不合理", "the length of an entry cannot be");
        }
        return value;
    }
}
