package org.anlan.attachments.picture;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.anlan.attachments.kind.FileKind;

/**
 * How large a picture is, as its header says: nothing is decoded.
 *
 * @param width pixels
 * @param height pixels
 */
public record PictureSize(int width, int height) {

    /** The most pixels on a side. */
    public static final int MOST_ON_A_SIDE = 20_000;

    /** The most pixels: what the largest cameras of phones take, and no more. */
    public static final long MOST_PIXELS = 120_000_000L;

    private static final int PNG_SIZE_AT = 16;

    /** The size; fails when there is no such header. */
    public static PictureSize of(Path file, FileKind kind) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return kind == FileKind.PNG ? ofPng(in) : ofJpeg(in);
        }
    }

    private static PictureSize ofPng(DataInputStream in) throws IOException {
        in.skipNBytes(PNG_SIZE_AT);
        return new PictureSize(in.readInt(), in.readInt());
    }

    private static PictureSize ofJpeg(DataInputStream in) throws IOException {
        in.skipNBytes(2);
        while (true) {
            int marker = JpegMarker.next(in);
            if (JpegMarker.isScan(marker)) {
                throw new EOFException("a scan before any frame");
            }
            if (JpegMarker.isAlone(marker)) {
                continue;
            }
            int length = in.readUnsignedShort();
            if (JpegMarker.isFrame(marker)) {
                in.skipNBytes(1);
                int height = in.readUnsignedShort();
                return new PictureSize(in.readUnsignedShort(), height);
            }
            in.skipNBytes(Math.max(0, length - 2));
        }
    }

    /** Whether it is a picture that may be decoded. */
    public boolean fits() {
        return width > 0
                && height > 0
                && width <= MOST_ON_A_SIDE
                && height <= MOST_ON_A_SIDE
                && (long) width * height <= MOST_PIXELS;
    }
}
