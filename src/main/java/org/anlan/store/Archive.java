package org.anlan.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/** Keeps every file that was handed in, once, under the SHA-256 of its bytes. Nothing is ever overwritten. */
public interface Archive {

    /**
     * Keeps the bytes of a stream; they are on disk when this returns. Refused ({@code upload-too-large}) beyond the limit, with nothing left behind.
     *
     * @param bytes the stream; the caller closes it
     * @param mostBytes most bytes it may have
     */
    Kept keep(InputStream bytes, long mostBytes) throws IOException;

    /** The file with this SHA-256. Refused ({@code upload-gone}) when the archive does not have it. */
    Path file(String sha256);

    /** Writes the bytes of this SHA-256 from where they are kept for good. Refused as by {@link #file}. */
    void read(String sha256, OutputStream out) throws IOException;

    /** Removes the file with this SHA-256; whoever asks has seen to it that nothing needs it. */
    void remove(String sha256) throws IOException;

    /**
     * A kept file.
     *
     * @param sha256 of its bytes, lower-case hex
     * @param bytes its size
     */
    record Kept(String sha256, long bytes) {}
}
