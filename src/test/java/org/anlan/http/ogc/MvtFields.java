package org.anlan.http.ogc;

import java.util.ArrayList;
import java.util.List;

/** Finds fields of bytes in a message of protocol buffers, just enough to look into a vector tile. */
final class MvtFields {

    private final byte[] bytes;
    private int at;

    private MvtFields(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    /** Where the values of a field of bytes lie: from, and the end. */
    static List<int[]> of(byte[] bytes, int from, int end, int field) {
        MvtFields message = new MvtFields(bytes, from);
        List<int[]> found = new ArrayList<>();
        while (message.at < end) {
            long tag = message.varint();
            switch ((int) (tag & 7)) {
                case 0 -> message.varint();
                case 1 -> message.at += 8;
                case 5 -> message.at += 4;
                case 2 -> {
                    int length = (int) message.varint();
                    if (tag >>> 3 == field) {
                        found.add(new int[] {message.at, message.at + length});
                    }
                    message.at += length;
                }
                default -> throw new AssertionError("no protocol buffer at " + message.at);
            }
        }
        return found;
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
