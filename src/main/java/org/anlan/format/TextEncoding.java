package org.anlan.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.anlan.format.SourceEncoding.Reason;

/**
 * Finds the encoding of a text file (CSV, GeoJSON): the user's choice, else a byte order mark, else UTF-8 when every byte of the
 * file fits it, else GB18030, which holds GBK and GB2312 and is what offices in China write.
 */
public final class TextEncoding {

    /** The usual encoding of Chinese offices. */
    public static final Charset GB18030 = Charset.forName("GB18030");

    private TextEncoding() {}

    /** The encoding of the file; reads it once through, in bounded memory. */
    public static SourceEncoding of(Path file, OpenOptions options) throws IOException {
        if (options.encoding().isPresent()) {
            return new SourceEncoding(options.encoding().get(), Reason.CHOSEN);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return of(in);
        }
    }

    private static SourceEncoding of(InputStream in) throws IOException {
        byte[] chunk = new byte[1 << 16];
        int filled = in.readNBytes(chunk, 0, chunk.length);
        Optional<Charset> marked = mark(chunk, filled);
        if (marked.isPresent()) {
            return new SourceEncoding(marked.get(), Reason.DECLARED);
        }
        while (filled > 0) {
            int carried = Utf8.cutOff(chunk, 0, filled);
            if (carried == filled || Utf8.of(chunk, 0, filled - carried).compareTo(Utf8.Trial.VALID) > 0) {
                return new SourceEncoding(GB18030, Reason.ASSUMED);
            }
            System.arraycopy(chunk, filled - carried, chunk, 0, carried);
            int read = in.readNBytes(chunk, carried, chunk.length - carried);
            if (read == 0 && carried > 0) {
                return new SourceEncoding(GB18030, Reason.ASSUMED);
            }
            filled = read == 0 ? 0 : carried + read;
        }
        return new SourceEncoding(StandardCharsets.UTF_8, Reason.VALID_UTF8);
    }

    private static Optional<Charset> mark(byte[] head, int filled) {
        if (starts(head, filled, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (starts(head, filled, 0xFF, 0xFE)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return starts(head, filled, 0xFE, 0xFF) ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static boolean starts(byte[] head, int filled, int... mark) {
        byte[] wanted = new byte[mark.length];
        for (int i = 0; i < mark.length; i++) {
            wanted[i] = (byte) mark[i];
        }
        return filled >= mark.length && Arrays.equals(head, 0, mark.length, wanted, 0, mark.length);
    }
}
