package org.anlan.frozen;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file mapped into memory, little-endian, in pieces of 1 GiB, since a buffer holds no more. What was written as one piece never lies across two of them.
 * Safe for many threads: everything is read at a position.
 */
final class Section {

    /** Bytes of a piece. */
    static final int PIECE = 1 << 30;

    private static final int SHIFT = 30;
    private static final int REST = PIECE - 1;

    private final ByteBuffer[] pieces;

    private Section(ByteBuffer[] pieces) {
        this.pieces = pieces;
    }

    static Section open(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            ByteBuffer[] pieces = new ByteBuffer[(int) ((size + REST) >> SHIFT)];
            for (int i = 0; i < pieces.length; i++) {
                long from = (long) i << SHIFT;
                pieces[i] = channel.map(FileChannel.MapMode.READ_ONLY, from, Math.min(PIECE, size - from))
                        .order(ByteOrder.LITTLE_ENDIAN);
            }
            return new Section(pieces);
        }
    }

    /** The piece that a position lies in; {@link #within} is the position in it. */
    ByteBuffer piece(long at) {
        return pieces[(int) (at >>> SHIFT)];
    }

    static int within(long at) {
        return (int) at & REST;
    }

    long getLong(long at) {
        return piece(at).getLong(within(at));
    }

    int getInt(long at) {
        return piece(at).getInt(within(at));
    }

    double getDouble(long at) {
        return piece(at).getDouble(within(at));
    }

    byte getByte(long at) {
        return piece(at).get(within(at));
    }

    /** A view of some bytes, for one reader. */
    ByteBuffer slice(long at, int length) {
        return piece(at).slice(within(at), length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
