package org.anlan.store.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.anlan.base.Sha256;
import org.anlan.store.files.OnDisk;

/** A backup on its way into its file: a zip with {@code data.gpkg}, {@code uploads/ab/abcd…} and, last, {@code manifest.json} with the SHA-256 of each. */
final class Backup {

    /** The number of the form that this program writes and reads. */
    static final int FORMAT = 1;

    static final String MANIFEST = "manifest.json";
    static final String DATA = "data.gpkg";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode manifest = JSON.createObjectNode()
            .put("format", FORMAT)
            .put("madeAt", Instant.now().toString());

    /** Writes the bytes of a file. */
    @FunctionalInterface
    interface Content {
        /** Writes them. */
        void to(OutputStream out) throws IOException;
    }

    /** Names the files of a backup and gives their bytes. */
    @FunctionalInterface
    interface Hand {
        /** Puts a file into the backup and gives the SHA-256 of its bytes. */
        String put(String name, Content content) throws IOException;
    }

    /** Says what is in a backup. */
    @FunctionalInterface
    interface Filler {
        /** Hands all files over. */
        void fill(Hand hand) throws IOException;
    }

    /**
     * Writes a backup. It stands under its name only when it is whole and on disk.
     *
     * @param file where; one that is there is replaced
     * @param filler what is in it
     * @return bytes of the file
     */
    static long write(Path file, Filler filler) throws IOException {
        Path target = file.toAbsolutePath();
        Path part = Files.createTempFile(target.getParent(), target.getFileName() + "-", ".part");
        try {
            Backup backup = new Backup();
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(part))) {
                zip.setLevel(Deflater.BEST_SPEED);
                filler.fill((name, content) -> backup.put(zip, name, content));
                zip.putNextEntry(new ZipEntry(MANIFEST));
                zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(backup.manifest));
                zip.closeEntry();
            }
            OnDisk.move(part, target);
            return Files.size(target);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private String put(ZipOutputStream zip, String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Counting bytes = new Counting(zip);
        MessageDigest digest = Sha256.digest();
        content.to(new DigestOutputStream(bytes, digest));
        zip.closeEntry();
        String sha256 = Sha256.of(digest);
        manifest.withArray("files")
                .addObject()
                .put("name", name)
                .put("bytes", bytes.count)
                .put("sha256", sha256);
        return sha256;
    }

    /** The name of a file that was handed in. */
    static String upload(String sha256) {
        return "uploads/" + sha256.substring(0, 2) + "/" + sha256;
    }

    /** The bytes of a file on disk. */
    static Content of(Path file) {
        return out -> {
            try (InputStream in = Files.newInputStream(file)) {
                in.transferTo(out);
            }
        };
    }

    private static final class Counting extends OutputStream {
        private final OutputStream out;
        private long count;

        private Counting(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            count += length;
        }
    }
}
