package org.anlan.attachments.picture;

import java.io.DataInputStream;
import java.io.IOException;

/** Markers of JPEG files (ITU-T T.81, annex B). */
final class JpegMarker {

    static final int SOI = 0xD8;
    static final int EOI = 0xD9;
    static final int APP0 = 0xE0;
    static final int APP1 = 0xE1;
    static final int APP2 = 0xE2;
    static final int APP14 = 0xEE;
    static final int APP15 = 0xEF;
    static final int COM = 0xFE;

    private static final int SOS = 0xDA;
    private static final int TEM = 0x01;
    private static final int RST0 = 0xD0;
    private static final int RST7 = 0xD7;
    private static final int SOF0 = 0xC0;
    private static final int SOF15 = 0xCF;
    private static final int DHT = 0xC4;
    private static final int JPG = 0xC8;
    private static final int DAC = 0xCC;

    private JpegMarker() {}

    /** Reads the next marker; fails when there is none where one must be. */
    static int next(DataInputStream in) throws IOException {
        if (in.readUnsignedByte() != 0xFF) {
            throw new IOException("no marker where one must be");
        }
        int marker = 0xFF;
        while (marker == 0xFF) {
            marker = in.readUnsignedByte();
        }
        return marker;
    }

    static boolean isScan(int marker) {
        return marker == SOS;
    }

    static boolean isRestart(int marker) {
        return marker >= RST0 && marker <= RST7;
    }

    /** Whether nothing belongs to it. */
    static boolean isAlone(int marker) {
        return marker == TEM || marker == SOI || marker == EOI || isRestart(marker);
    }

    /** Whether it tells the size of the picture. */
    static boolean isFrame(int marker) {
        return marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC;
    }

    /** Whether what belongs to it is no part of the picture itself. */
    static boolean isBeside(int marker) {
        return (marker >= APP0 && marker <= APP15) || marker == COM;
    }
}
