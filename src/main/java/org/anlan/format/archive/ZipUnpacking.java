package org.anlan.format.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.format.OpenOptions.Limits;

/** Unpacks entries and counts what comes out, so that no claim of the archive is believed. */
final class ZipUnpacking {

    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_BYTES = 30;
    private static final int CHUNK = 1 << 16;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final long TOO_SMALL_TO_JUDGE = 1 << 20;

    private final ZipBytes zip;
    private final Limits limits;
    private final ByteBuffer packed = ByteBuffer.allocate(CHUNK);
    private final byte[] plain = new byte[CHUNK];
    private long unpacked;

    ZipUnpacking(ZipBytes zip, Limits limits) {
        this.zip = zip;
        this.limits = limits;
    }

    /** Writes the entry's content to a new file and holds its length and checksum against the directory. */
    void unpack(ZipMember member, String name, Path target) throws IOException {
        long at = contentAt(member);
        CRC32 crc = new CRC32();
        long length;
        try (OutputStream out = Files.newOutputStream(target)) {
            length = switch (member.method()) {
                case STORED -> copy(member, at, crc, out);
                case DEFLATED -> inflate(member, name, at, crc, out);
                default ->
                    throw Refusal.unprocessable(
                            "zip-unsupported",
                            "“%s”的压缩方式（编号 %d）不受支持，请用系统自带的“发送到压缩文件夹”或普通 ZIP 方式重新压缩",
                            "“%s” is packed by method %d, which is not supported; pack it as an ordinary zip (deflate)",
                            EntryName.shown(name),
                            member.method());
            };
        }
        if (length != member.bytes() || crc.getValue() != member.crc()) {
            throw damaged(name);
        }
    }

    /** How many bytes were unpacked so far. */
    long unpacked() {
        return unpacked;
    }

    private long contentAt(ZipMember member) throws IOException {
        ByteBuffer header = zip.read(member.headerAt(), LOCAL_BYTES);
        long at = member.headerAt() + LOCAL_BYTES + (header.getShort(26) & 0xFFFF) + (header.getShort(28) & 0xFFFF);
        if (header.getInt(0) != LOCAL || !zip.holds(at, member.packedBytes())) {
            throw ZipBytes.broken("条目位置无效", "an entry is not where the directory says");
        }
        return at;
    }

    private long copy(ZipMember member, long begin, CRC32 crc, OutputStream out) throws IOException {
        for (long done = 0; done < member.packedBytes(); done += packed.limit()) {
            load(begin + done, member.packedBytes() - done);
            emit(packed.array(), packed.limit(), crc, out);
        }
        return member.packedBytes();
    }

    private long inflate(ZipMember member, String name, long begin, CRC32 crc, OutputStream out) throws IOException {
        Inflater inflater = new Inflater(true);
        try {
            long loaded = 0;
            while (!inflater.finished()) {
                if (inflater.needsInput() && loaded < member.packedBytes()) {
                    load(begin + loaded, member.packedBytes() - loaded);
                    loaded += packed.limit();
                    inflater.setInput(packed.array(), 0, packed.limit());
                }
                int length = inflater.inflate(plain);
                if (length == 0
                        && !inflater.finished()
                        && (inflater.needsDictionary() || (inflater.needsInput() && loaded >= member.packedBytes()))) {
                    throw damaged(name);
                }
                emit(plain, length, crc, out);
                judge(inflater.getBytesWritten(), member, name);
            }
            if (inflater.getBytesRead() != member.packedBytes()) {
                throw damaged(name);
            }
            return inflater.getBytesWritten();
        } catch (DataFormatException broken) {
            throw damaged(name);
        } finally {
            inflater.end();
        }
    }

    private void load(long position, long left) throws IOException {
        packed.clear().limit((int) Math.min(CHUNK, left));
        zip.read(position, packed);
        if (packed.hasRemaining()) {
            throw ZipBytes.broken("文件变短了", "the file became shorter");
        }
    }

    private void emit(byte[] bytes, int length, CRC32 crc, OutputStream out) throws IOException {
        unpacked += length;
        if (unpacked > limits.unpackedBytes()) {
            throw tooLarge(Text.of(
                    "压缩包解开后超过 %d MB，请拆分后上传",
                    "The zip unpacks to more than %d MB; split it and hand in the parts",
                    limits.unpackedBytes() >> 20));
        }
        crc.update(bytes, 0, length);
        out.write(bytes, 0, length);
    }

    private void judge(long written, ZipMember member, String name) {
        if (written > TOO_SMALL_TO_JUDGE && written / limits.ratio() >= Math.max(1, member.packedBytes())) {
            throw tooLarge(Text.of(
                    "“%s”解开后超过压缩大小的 %d 倍，疑似压缩炸弹，整包未读取",
                    "“%s” unpacks to more than %d times its packed size, as zip bombs do; nothing was read",
                    EntryName.shown(name),
                    limits.ratio()));
        }
    }

    private static Refusal tooLarge(Text text) {
        return new Refusal(Refusal.Kind.TOO_LARGE, "zip-too-large", text);
    }

    private static Refusal damaged(String name) {
        String shown = EntryName.shown(name);
        return ZipBytes.broken("“" + shown + "”内容损坏", "“" + shown + "” is corrupt");
    }
}
