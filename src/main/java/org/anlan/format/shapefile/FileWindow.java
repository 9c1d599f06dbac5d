package org.anlan.format.shapefile;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file seen through a window that slides over it, so that files of any size are read in little memory. The window grows only for
 * a record larger than itself, and never past the size of the file. (Not memory-mapped: a map cannot be closed, and fails the whole
 * process when the disk does.)
 */
final class FileWindow implements Closeable {

    private static final int USUAL = 1 << 20;

    private final FileChannel channel;
    private final long size;
    private byte[] bytes;
    private ByteBuffer littleEndian;
    private long start;
    private int filled;

    FileWindow(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ);
        size = channel.size();
        make((int) Math.min(USUAL, size));
    }

    long size() {
        return size;
    }

    /** Whether the file holds {@code length} bytes at {@code position}. */
    boolean holds(long position, long length) {
        return position >= 0 && length >= 0 && position <= size && length <= size - position;
    }

    /**
     * Brings a stretch into the window; {@link #holds} must be true of it.
     *
     * @return where it begins in {@link #bytes()} and {@link #littleEndian()}; good until the next call
     */
    int seek(long position, int length) throws IOException {
        if (position < start || position + length > start + filled) {
            load(position, length);
        }
        return (int) (position - start);
    }

    byte[] bytes() {
        return bytes;
    }

    ByteBuffer littleEndian() {
        return littleEndian;
    }

    /** A big-endian 32-bit number, as the headers of .shp and .shx have them. */
    int bigEndianInt(long position) throws IOException {
        int at = seek(position, Integer.BYTES);
        return Integer.reverseBytes(littleEndian.getInt(at));
    }

    private void load(long position, int length) throws IOException {
        if (!holds(position, length)) {
            throw new EOFException("outside the file: " + position + " + " + length);
        }
        if (length > bytes.length) {
            make(length);
        }
        start = position;
        filled = 0;
        int wanted = (int) Math.min(bytes.length, size - position);
        ByteBuffer target = ByteBuffer.wrap(bytes, 0, wanted);
        while (target.hasRemaining()) {
            if (channel.read(target, position + target.position()) < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
        }
        filled = wanted;
    }

    private void make(int length) {
        bytes = new byte[length];
        littleEndian = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
