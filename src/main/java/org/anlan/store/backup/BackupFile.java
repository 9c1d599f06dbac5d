package org.anlan.store.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.anlan.base.Refusal;
import org.anlan.base.Sha256;

/** A backup that is read. Nothing in it is believed: names, sizes and hashes are compared with its manifest while it is unpacked. */
public final class BackupFile implements Closeable {

    private static final Pattern NAME = Pattern.compile("data\\.gpkg|uploads/([0-9a-f]{2})/\\1[0-9a-f]{62}");
    private static final int MOST_MANIFEST = 256 << 20;

    private final Path file;
    private final ZipFile zip;
    private final Map<String, Listed> listed = new LinkedHashMap<>();

    private record Listed(long bytes, String sha256) {}

    private BackupFile(Path file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
    }

    /** Opens a backup. Refused: {@code no-backup}, {@code backup-damaged}, {@code backup-newer}. */
    public static BackupFile open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw Refusal.notFound("no-backup", "没有文件 %s", "There is no file %s", file);
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException e) {
            throw damaged(file, e.getMessage());
        }
        BackupFile backup = new BackupFile(file, zip);
        try {
            backup.readManifest();
            return backup;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e instanceof IOException io ? damaged(file, io.getMessage()) : (RuntimeException) e;
        }
    }

    private void readManifest() throws IOException {
        ZipEntry entry = Optional.ofNullable(zip.getEntry(Backup.MANIFEST))
                .orElseThrow(() -> damaged(file, "no " + Backup.MANIFEST));
        JsonNode manifest;
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(MOST_MANIFEST);
            manifest = new ObjectMapper().readTree(bytes);
        }
        if (manifest.path("format").asInt() > Backup.FORMAT) {
            throw Refusal.unprocessable(
                    "backup-newer",
                    "备份 %s 属于更新的程序，请升级后再恢复",
                    "The backup %s was made by a later version of this program; upgrade it first",
                    file);
        }
        for (JsonNode one : manifest.path("files")) {
            String name = one.path("name").asText();
            if (!NAME.matcher(name).matches()) {
                throw damaged(file, "unexpected entry " + name);
            }
            listed.put(
                    name,
                    new Listed(one.path("bytes").asLong(), one.path("sha256").asText()));
        }
        if (!listed.containsKey(Backup.DATA)) {
            throw damaged(file, "no " + Backup.DATA);
        }
        zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> !name.equals(Backup.MANIFEST))
                .forEach(name -> {
                    if (!listed.containsKey(name)) {
                        throw damaged(file, "unexpected entry " + name);
                    }
                });
    }

    /** How many files it has. */
    public int files() {
        return listed.size();
    }

    /**
     * Unpacks it into an empty folder, which is a data folder then. Refused ({@code backup-damaged}) at the first file that is not what the manifest says;
     * the caller throws the folder away.
     */
    public void unpack(Path folder) throws IOException {
        for (Map.Entry<String, Listed> one : listed.entrySet()) {
            Path target = folder.resolve(one.getKey());
            Files.createDirectories(target.getParent());
            unpack(one.getKey(), one.getValue(), target);
        }
    }

    private void unpack(String name, Listed wanted, Path target) throws IOException {
        ZipEntry entry = Optional.ofNullable(zip.getEntry(name)).orElseThrow(() -> damaged(file, name + " is missing"));
        MessageDigest digest = Sha256.digest();
        long bytes = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = new DigestOutputStream(Files.newOutputStream(target), digest)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes += n;
                if (bytes > wanted.bytes()) {
                    throw damaged(file, name + " is longer than the manifest says");
                }
                out.write(buffer, 0, n);
            }
        } catch (ZipException | EOFException e) {
            throw damaged(file, name + ": " + e.getMessage());
        }
        if (bytes != wanted.bytes() || !Sha256.of(digest).equals(wanted.sha256())) {
            throw damaged(file, name + " is not what the manifest says");
        }
    }

    private static Refusal damaged(Path file, String what) {
        return Refusal.unprocessable(
                "backup-damaged",
                "备份 %1$s 已损坏或不是本程序的备份（%2$s）；未作任何更改。",
                "The backup %1$s is damaged or none of this program (%2$s); nothing was changed.",
                file,
                what);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
