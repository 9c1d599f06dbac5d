package org.anlan.attachments.picture;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Copies a PNG file (W3C PNG 3) without texts, times and Exif, and without what follows its end. */
final class PngCopy {

    private static final int SIGNATURE_BYTES = 8;
    private static final int CHECK_BYTES = 4;
    private static final int BUFFER = 1 << 16;
    private static final String END = "IEND";

    /** What shows: the picture and its colours. */
    private static final Set<String> KEPT =
            Set.of("IHDR", "PLTE", "IDAT", END, "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "pHYs");

    private PngCopy() {}

    /** Copies it; fails when it is broken or cut off. */
    static void write(InputStream from, OutputStream to) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(from));
        DataOutputStream out = new DataOutputStream(to);
        out.write(in.readNBytes(SIGNATURE_BYTES));
        String name = "";
        while (!name.equals(END)) {
            int length = in.readInt();
            byte[] type = in.readNBytes(4);
            name = new String(type, StandardCharsets.ISO_8859_1);
            if (length < 0 || type.length < 4) {
                throw new EOFException("a chunk of no length");
            }
            if (KEPT.contains(name)) {
                out.writeInt(length);
                out.write(type);
                copy(in, out, (long) length + CHECK_BYTES);
            } else {
                in.skipNBytes((long) length + CHECK_BYTES);
            }
        }
        out.flush();
    }

    private static void copy(DataInputStream in, DataOutputStream out, long bytes) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (long left = bytes; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(left, BUFFER));
            if (read < 0) {
                throw new EOFException("a chunk is cut off");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }
}
