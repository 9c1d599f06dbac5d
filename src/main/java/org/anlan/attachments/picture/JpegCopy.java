package org.anlan.attachments.picture;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Copies a JPEG file without what is not the picture: Exif and XMP (place, time, camera, owner, embedded thumbnails), IPTC, comments, maker notes, and whatever follows the end
 * of the picture. What its colours need stays (ICC profile, Adobe's colour transform), and which way is up. The picture itself is copied bit by bit, not encoded again.
 */
final class JpegCopy {

    private static final byte[] JFIF = "JFIF\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] ICC = "ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.ISO_8859_1);
    private static final int JFIF_BYTES = 14;
    private static final int UPRIGHT = 1;

    private final DataInputStream in;
    private final DataOutputStream out;

    private JpegCopy(DataInputStream in, DataOutputStream out) {
        this.in = in;
        this.out = out;
    }

    /**
     * Copies it; fails when it is broken or cut off.
     *
     * @param orientation which way is up, as Exif numbers it; 1 = upright
     */
    static void write(InputStream from, OutputStream to, int orientation) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        new JpegCopy(new DataInputStream(new BufferedInputStream(from)), out).copy(orientation);
        out.flush();
    }

    private void copy(int orientation) throws IOException {
        if (JpegMarker.next(in) != JpegMarker.SOI) {
            throw new IOException("no start of a picture");
        }
        marker(JpegMarker.SOI);
        boolean turned = orientation != UPRIGHT;
        int marker = JpegMarker.next(in);
        while (marker != JpegMarker.EOI) {
            if (turned && marker != JpegMarker.APP0) {
                up(orientation);
                turned = false;
            }
            marker = part(marker);
        }
        marker(JpegMarker.EOI);
    }

    /** Copies or drops what a marker begins, and gives the next marker. */
    private int part(int marker) throws IOException {
        if (JpegMarker.isAlone(marker)) {
            marker(marker);
            return JpegMarker.next(in);
        }
        int length = in.readUnsignedShort() - 2;
        if (length < 0) {
            throw new IOException("a part of no length");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        if (!JpegMarker.isBeside(marker)) {
            segment(marker, bytes);
        } else {
            beside(marker, bytes);
        }
        return JpegMarker.isScan(marker) ? scan() : JpegMarker.next(in);
    }

    private void beside(int marker, byte[] bytes) throws IOException {
        if (marker == JpegMarker.APP0 && begins(bytes, JFIF) && bytes.length >= JFIF_BYTES) {
            byte[] plain = Arrays.copyOf(bytes, JFIF_BYTES);
            plain[JFIF_BYTES - 2] = 0; // no thumbnail
            plain[JFIF_BYTES - 1] = 0;
            segment(marker, plain);
        } else if ((marker == JpegMarker.APP2 && begins(bytes, ICC))
                || (marker == JpegMarker.APP14 && begins(bytes, ADOBE))) {
            segment(marker, bytes);
        }
    }

    private static boolean begins(byte[] bytes, byte[] with) {
        return bytes.length >= with.length && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
    }

    /** Copies the coded picture up to the next marker, which it gives. */
    private int scan() throws IOException {
        while (true) {
            int one = in.readUnsignedByte();
            if (one != 0xFF) {
                out.write(one);
                continue;
            }
            int next = in.readUnsignedByte();
            while (next == 0xFF) {
                next = in.readUnsignedByte();
            }
            if (next != 0 && !JpegMarker.isRestart(next)) {
                return next;
            }
            out.write(0xFF);
            out.write(next);
        }
    }

    private void marker(int marker) throws IOException {
        out.write(0xFF);
        out.write(marker);
    }

    private void segment(int marker, byte[] bytes) throws IOException {
        marker(marker);
        out.writeShort(bytes.length + 2);
        out.write(bytes);
    }

    /** Exif with nothing but the orientation: one directory with one tag (Exif 2.32, 4.6.2). */
    private void up(int orientation) throws IOException {
        ByteArrayOutputStream exif = new ByteArrayOutputStream();
        DataOutputStream write = new DataOutputStream(exif);
        write.write("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1));
        write.writeInt(8); // where the directory begins
        write.writeShort(1); // tags
        write.writeShort(0x0112); // orientation
        write.writeShort(3); // a short
        write.writeInt(1); // one of them
        write.writeShort(orientation);
        write.writeShort(0);
        write.writeInt(0); // no further directory
        segment(JpegMarker.APP1, exif.toByteArray());
    }
}
