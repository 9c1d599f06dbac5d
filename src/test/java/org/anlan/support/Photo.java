package org.anlan.support;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Pictures for tests, made here: what a camera writes into them is written by hand. */
public final class Photo {

    /** What the camera's owner is called in {@link #withNotes}. */
    public static final String OWNER = "OWNER-OF-THE-CAMERA";

    private Photo() {}

    /** A picture whose left half is red and whose right half is blue, in this format ("jpeg", "png"). */
    public static byte[] plain(String format, int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * A JPEG photo with Exif: its place in degrees, minutes and seconds, which way is up, the owner; and a comment, IPTC, and something behind its end.
     *
     * @param orientation 1 to 8
     */
    public static byte[] withNotes(int orientation, int width, int height) {
        byte[] plain = plain("jpeg", width, height);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(plain, 0, 2);
        segment(all, 0xE1, exif(orientation));
        segment(all, 0xED, ("Photoshop 3.0\0" + OWNER).getBytes(StandardCharsets.ISO_8859_1));
        segment(all, 0xFE, ("taken by " + OWNER).getBytes(StandardCharsets.ISO_8859_1));
        all.write(plain, 2, plain.length - 2);
        all.writeBytes(("behind the end " + OWNER).getBytes(StandardCharsets.ISO_8859_1));
        return all.toByteArray();
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] bytes) {
        out.write(0xFF);
        out.write(marker);
        out.write((bytes.length + 2) >> 8);
        out.write((bytes.length + 2) & 0xFF);
        out.writeBytes(bytes);
    }

    /** 24° 40′ 16.5″ N, 118° 40′ 40.44″ E. */
    private static byte[] exif(int orientation) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeBytes("Exif\0\0");
            out.writeBytes("MM\0*");
            out.writeInt(8);
            out.writeShort(3); // tags of the first directory, which begins at 8
            tag(out, 0x0112, 3, 1, orientation << 16);
            tag(out, 0x8298, 2, OWNER.length() + 1, 160); // copyright
            tag(out, 0x8825, 4, 1, 50); // the directory of the place
            out.writeInt(0);
            out.writeShort(4); // at 50
            tag(out, 1, 2, 2, 'N' << 24);
            tag(out, 2, 5, 3, 104);
            tag(out, 3, 2, 2, 'E' << 24);
            tag(out, 4, 5, 3, 128);
            out.writeInt(0); // at 100
            rationals(out, 24, 1, 40, 1, 1650, 100); // at 104
            rationals(out, 118, 1, 40, 1, 4044, 100); // at 128
            out.writeLong(0); // at 152
            out.writeBytes(OWNER + "\0"); // at 160
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void tag(DataOutputStream out, int tag, int type, int count, int value) throws IOException {
        out.writeShort(tag);
        out.writeShort(type);
        out.writeInt(count);
        out.writeInt(value);
    }

    private static void rationals(DataOutputStream out, int... numbers) throws IOException {
        for (int number : numbers) {
            out.writeInt(number);
        }
    }

    /** A PNG file whose header says that it is so large, and that holds next to nothing. */
    public static byte[] bomb(int width, int height) {
        byte[] png = plain("png", 1, 1);
        byte[] bomb = Arrays.copyOf(png, png.length);
        for (int i = 0; i < 4; i++) {
            bomb[16 + i] = (byte) (width >>> (24 - 8 * i));
            bomb[20 + i] = (byte) (height >>> (24 - 8 * i));
        }
        return bomb;
    }

    /** A picture read back. */
    public static BufferedImage read(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
