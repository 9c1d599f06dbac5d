package org.anlan.store.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.regex.Pattern;
import org.anlan.base.Refusal;
import org.anlan.base.Sha256;
import org.anlan.base.Text;
import org.anlan.store.Archive;

/** An archive in a folder: {@code ab/abcdef…}, the name being the SHA-256 of the bytes. */
public final class FolderArchive implements Archive {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;

    /** An archive in this folder, which is made when something is first kept. */
    public FolderArchive(Path folder) {
        this.folder = folder;
    }

    @Override
    public Kept keep(InputStream bytes, long mostBytes) throws IOException {
        Files.createDirectories(folder);
        Path arriving = Files.createTempFile(folder, "arriving-", ".part");
        try {
            MessageDigest digest = Sha256.digest();
            long size;
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(arriving), digest)) {
                size = copy(bytes, out, mostBytes);
            }
            String hex = Sha256.of(digest);
            Path kept = path(hex);
            Files.createDirectories(kept.getParent());
            if (!Files.exists(kept)) {
                OnDisk.move(arriving, kept);
            }
            return new Kept(hex, size);
        } finally {
            Files.deleteIfExists(arriving);
        }
    }

    /** Whether the file with this SHA-256 is here. */
    public boolean has(String sha256) {
        return SHA256.matcher(sha256).matches() && Files.isRegularFile(path(sha256));
    }

    @Override
    public Path file(String sha256) {
        if (!has(sha256)) {
            throw Refusal.notFound("upload-gone", "归档中没有文件 %s", "The archive has no file %s", sha256);
        }
        return path(sha256);
    }

    @Override
    public void read(String sha256, OutputStream out) throws IOException {
        Files.copy(file(sha256), out);
    }

    @Override
    public void remove(String sha256) throws IOException {
        if (SHA256.matcher(sha256).matches()) {
            Files.deleteIfExists(path(sha256));
        }
    }

    private Path path(String hex) {
        return folder.resolve(hex.substring(0, 2)).resolve(hex);
    }

    private static long copy(InputStream in, OutputStream out, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            size += n;
            if (size > most) {
                throw new Refusal(
                        Refusal.Kind.TOO_LARGE,
                        "upload-too-large",
                        Text.of("文件超过 %d MB 的上限", "The file is over the limit of %d MB", most >> 20));
            }
            out.write(buffer, 0, n);
        }
        return size;
    }
}
