package org.anlan.format.archive;

/**
 * An entry of the central directory (PKWARE APPNOTE 6.3.10, section 4.3.12).
 *
 * @param rawName the name's bytes
 * @param unicodeName the name's bytes are UTF-8 by flag (bit 11) or by a Unicode path field
 * @param flags general purpose flags
 * @param method 0 stored, 8 deflated
 * @param crc CRC-32 of the unpacked bytes
 * @param packedBytes length in the archive, as claimed
 * @param bytes unpacked length, as claimed
 * @param headerAt where its local header begins in the file
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ZipMember(
        byte[] rawName,
        boolean unicodeName,
        int flags,
        int method,
        long crc,
        long packedBytes,
        long bytes,
        long headerAt) {

    boolean isEncrypted() {
        return (flags & 0x2041) != 0;
    }
}
