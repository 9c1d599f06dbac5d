package org.anlan.format.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.anlan.base.Refusal;

/** The bytes of an archive, read where asked; asking past the end refuses the archive as broken. */
final class ZipBytes implements Closeable {

    private final FileChannel channel;
    private final long size;

    ZipBytes(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ);
        size = channel.size();
    }

    long size() {
        return size;
    }

    boolean holds(long position, long length) {
        return position >= 0 && length >= 0 && position <= size && length <= size - position;
    }

    /** A little-endian copy of a stretch. */
    ByteBuffer read(long position, int length) throws IOException {
        if (!holds(position, length)) {
            throw broken("目录指向文件之外", "its directory points outside the file");
        }
        ByteBuffer target = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        read(position, target);
        return target.flip();
    }

    /** Fills the buffer from a position on, as far as the file goes. */
    void read(long position, ByteBuffer target) throws IOException {
        long at = position;
        while (target.hasRemaining()) {
            int read = channel.read(target, at);
            if (read < 0) {
                return;
            }
            at += read;
        }
    }

    static Refusal broken(String zh, String en) {
        return Refusal.unprocessable(
                "zip-broken",
                "压缩包已损坏（%s），没有读取任何内容；请重新压缩后上传",
                "The zip is damaged (%2$s); nothing was read. Pack it again and hand it in",
                zh,
                en);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
