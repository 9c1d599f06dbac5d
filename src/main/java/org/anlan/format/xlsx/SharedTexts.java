package org.anlan.format.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Looks up shared texts; those used again and again are kept. */
final class SharedTexts implements Closeable {

    private static final int KEPT = 2_000;
    private static final int LONGEST_KEPT = 200;
    private static final int WINDOW = 1 << 15;

    private final long count;
    private final Window texts;
    private final Window offsets;
    private final Map<Long, String> kept = new LinkedHashMap<>(KEPT * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, String> eldest) {
            return size() > KEPT;
        }
    };

    SharedTexts(SharedStrings strings) throws IOException {
        count = strings.count();
        texts = new Window(strings.texts());
        try {
            offsets = new Window(strings.offsets());
        } catch (IOException failed) {
            texts.close();
            throw failed;
        }
    }

    /** The text of this number, from 0; empty when there is none. */
    Optional<String> text(long index) throws IOException {
        if (index < 0 || index >= count) {
            return Optional.empty();
        }
        String known = kept.get(index);
        if (known != null) {
            return Optional.of(known);
        }
        ByteBuffer bounds = offsets.read(index * Long.BYTES, 2 * Long.BYTES);
        long begin = bounds.getLong();
        ByteBuffer bytes = texts.read(begin, (int) (bounds.getLong() - begin));
        String text = StandardCharsets.UTF_8.decode(bytes).toString();
        if (text.length() <= LONGEST_KEPT) {
            kept.put(index, text);
        }
        return Optional.of(text);
    }

    @Override
    public void close() throws IOException {
        texts.close();
        offsets.close();
    }

    /** A stretch of a file in memory: the next text is mostly near the last. */
    private static final class Window implements Closeable {
        private final FileChannel channel;
        private ByteBuffer held = ByteBuffer.allocate(0);
        private long begin;

        Window(Path file) throws IOException {
            channel = FileChannel.open(file, StandardOpenOption.READ);
        }

        ByteBuffer read(long position, int length) throws IOException {
            if (position < begin || position + length > begin + held.limit()) {
                load(position, Math.max(WINDOW, length));
            }
            return held.slice((int) (position - begin), length);
        }

        private void load(long position, int length) throws IOException {
            begin = position;
            held = length == held.capacity() ? held.clear() : ByteBuffer.allocate(length);
            int read = 0;
            while (held.hasRemaining() && read >= 0) {
                read = channel.read(held, position + held.position());
            }
            held.flip();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
