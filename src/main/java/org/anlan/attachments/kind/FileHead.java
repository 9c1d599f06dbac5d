package org.anlan.attachments.kind;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The first and last bytes of a file, and what a packed one lists. */
final class FileHead {

    private static final int HEAD = 16;
    private static final int TAIL = 2_048;
    private static final int MOST_ENTRIES = 10_000;

    private final Path file;
    private final byte[] head;

    private FileHead(Path file, byte[] head) {
        this.file = file;
        this.head = head;
    }

    static FileHead of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new FileHead(file, in.readNBytes(HEAD));
        }
    }

    boolean startsWith(int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** The end of the file, a character a byte. */
    String tail() throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer bytes = ByteBuffer.allocate(TAIL);
            channel.read(bytes, Math.max(0, channel.size() - TAIL));
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
        }
    }

    /** Whether it is an Office document (ECMA-376) whose main part this is, and has no macros. Nothing is unpacked. */
    boolean isOffice(String mainPart) throws IOException {
        if (!startsWith('P', 'K', 3, 4)) {
            return false;
        }
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            return zip.size() <= MOST_ENTRIES
                    && zip.getEntry("[Content_Types].xml") != null
                    && zip.getEntry(mainPart) != null
                    && zip.stream().noneMatch(entry -> entry.getName().endsWith("vbaProject.bin"));
        } catch (ZipException broken) {
            return false;
        }
    }
}
