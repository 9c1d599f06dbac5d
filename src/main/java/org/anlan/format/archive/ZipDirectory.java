package org.anlan.format.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.anlan.base.Refusal;
import org.anlan.base.Text;

/** Reads the central directory of a zip, Zip64 included (PKWARE APPNOTE 6.3.10, sections 4.3.12 to 4.3.16). */
final class ZipDirectory {

    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int END64 = 0x06064b50;
    private static final int END64_BYTES = 56;
    private static final int LOCATOR64 = 0x07064b50;
    private static final int LOCATOR64_BYTES = 20;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int MOST_BYTES = 64 << 20;
    private static final long SEE_ZIP64 = 0xFFFFFFFFL;

    private final ZipBytes zip;
    private final int mostEntries;

    ZipDirectory(ZipBytes zip, int mostEntries) {
        this.zip = zip;
        this.mostEntries = mostEntries;
    }

    /** The entries in the order of the directory, folders included. */
    List<ZipMember> members() throws IOException {
        long end = endRecord();
        ByteBuffer record = zip.read(end, END_BYTES);
        long directoryBytes = Integer.toUnsignedLong(record.getInt(12));
        long directoryAt = Integer.toUnsignedLong(record.getInt(16));
        long directoryEnd = end;
        if (record.getShort(4) != 0 && record.getShort(4) != -1) {
            throw ZipBytes.broken("是分卷压缩包，缺少其他分卷", "it is one volume of several");
        }
        if (zip.holds(end - LOCATOR64_BYTES, LOCATOR64_BYTES)) {
            ByteBuffer locator = zip.read(end - LOCATOR64_BYTES, LOCATOR64_BYTES);
            if (locator.getInt(0) == LOCATOR64) {
                directoryEnd = locator.getLong(8);
                ByteBuffer record64 = zip.read(directoryEnd, END64_BYTES);
                if (record64.getInt(0) != END64) {
                    throw ZipBytes.broken("Zip64 目录尾无效", "its Zip64 end record is none");
                }
                directoryBytes = record64.getLong(40);
                directoryAt = record64.getLong(48);
            }
        }
        long begin = directoryEnd - directoryBytes;
        if (directoryBytes < 0 || directoryBytes > MOST_BYTES || begin < 0 || directoryAt < 0 || directoryAt > begin) {
            throw ZipBytes.broken("目录长度不合理", "the length of its directory cannot be");
        }
        // bytes may stand before the archive (a self-extracting one); offsets count from where it begins
        return entries(zip.read(begin, (int) directoryBytes), begin - directoryAt);
    }

    private long endRecord() throws IOException {
        int length = (int) Math.min(zip.size(), END_BYTES + LONGEST_COMMENT);
        ByteBuffer tail = zip.read(zip.size() - length, length);
        for (int at = length - END_BYTES; at >= 0; at--) {
            if (tail.getInt(at) == END && at + END_BYTES + (tail.getShort(at + 20) & 0xFFFF) <= length) {
                return zip.size() - length + at;
            }
        }
        throw ZipBytes.broken("找不到文件目录，可能没有传完", "its directory is missing, perhaps it was not sent whole");
    }

    private List<ZipMember> entries(ByteBuffer directory, long base) {
        List<ZipMember> members = new ArrayList<>();
        int at = 0;
        while (at < directory.limit()) {
            if (at + ENTRY_BYTES > directory.limit() || directory.getInt(at) != ENTRY) {
                throw ZipBytes.broken("目录中有无效条目", "an entry of its directory is none");
            }
            int name = directory.getShort(at + 28) & 0xFFFF;
            int extra = directory.getShort(at + 30) & 0xFFFF;
            int comment = directory.getShort(at + 32) & 0xFFFF;
            int next = at + ENTRY_BYTES + name + extra + comment;
            if (next > directory.limit()) {
                throw ZipBytes.broken("目录中有不完整的条目", "an entry of its directory is cut off");
            }
            members.add(member(directory, at, name, extra, base));
            if (members.size() > mostEntries) {
                throw new Refusal(
                        Refusal.Kind.TOO_LARGE,
                        "zip-too-large",
                        Text.of(
                                "压缩包内的文件超过 %d 个，请拆分后上传",
                                "The zip holds more than %d files; split it and hand in the parts", mostEntries));
            }
            at = next;
        }
        return members;
    }

    private static ZipMember member(ByteBuffer directory, int at, int nameBytes, int extraBytes, long base) {
        byte[] name = new byte[nameBytes];
        directory.get(at + ENTRY_BYTES, name);
        int flags = directory.getShort(at + 8) & 0xFFFF;
        ZipExtra extra = ZipExtra.read(directory, at + ENTRY_BYTES + nameBytes, extraBytes, name);
        long bytes = Integer.toUnsignedLong(directory.getInt(at + 24));
        long packed = Integer.toUnsignedLong(directory.getInt(at + 20));
        long header = Integer.toUnsignedLong(directory.getInt(at + 42));
        // a Zip64 field holds, in this order, only those that do not fit the entry itself
        bytes = bytes == SEE_ZIP64 ? extra.nextLong() : bytes;
        packed = packed == SEE_ZIP64 ? extra.nextLong() : packed;
        header = header == SEE_ZIP64 ? extra.nextLong() : header;
        boolean unicode = (flags & 0x800) != 0 || extra.unicodeName().isPresent();
        return new ZipMember(
                extra.unicodeName().orElse(name),
                unicode,
                flags,
                directory.getShort(at + 10) & 0xFFFF,
                Integer.toUnsignedLong(directory.getInt(at + 16)),
                packed,
                bytes,
                base + header);
    }
}
