package org.anlan.frozen;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes a {@link Section}: pieces one behind the other, none across a border of 1 GiB. */
final class SectionWriter implements Closeable {

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18).order(ByteOrder.LITTLE_ENDIAN);
    private long written;

    SectionWriter(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    }

    /** Begins something of so many bytes; returns where it lies. All of it must be put before the next begins. */
    long begin(int bytes) throws IOException {
        long left = Section.PIECE - (position() & (Section.PIECE - 1));
        if (bytes > Section.PIECE) {
            throw new IOException("one feature takes more than a piece of a frozen layer");
        }
        for (; bytes > left; left--) {
            put((byte) 0);
        }
        return position();
    }

    long put(byte[] bytes, int from, int length) throws IOException {
        long at = begin(length);
        for (int done = 0; done < length; ) {
            room(1);
            int part = Math.min(length - done, buffer.remaining());
            buffer.put(bytes, from + done, part);
            done += part;
        }
        return at;
    }

    void put(byte value) throws IOException {
        room(1);
        buffer.put(value);
    }

    void put(int value) throws IOException {
        room(Integer.BYTES);
        buffer.putInt(value);
    }

    void put(long value) throws IOException {
        room(Long.BYTES);
        buffer.putLong(value);
    }

    void put(double value) throws IOException {
        put(Double.doubleToRawLongBits(value));
    }

    long position() {
        return written + buffer.position();
    }

    private void room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }

    private void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            written += channel.write(buffer);
        }
        buffer.clear();
    }

    /** Everything is on disk when this returns; {@link #close} alone gives up. */
    void finish() throws IOException {
        flush();
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
