package org.anlan.format.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.anlan.base.Refusal;
import org.anlan.format.OpenOptions.Limits;
import org.anlan.format.TemporaryFolder;

/**
 * A zip whose wanted files were unpacked into a private folder under names of our own. Closing it deletes them.
 *
 * <p>Refusals: {@code not-a-zip}, {@code empty-zip}, {@code zip-broken}, {@code zip-encrypted}, {@code zip-bad-path}, {@code
 * zip-unsupported}, {@code zip-duplicate-entry}, and {@code zip-too-large} (kind {@link Refusal.Kind#TOO_LARGE}).
 */
public final class UnpackedZip implements Closeable {

    private final TemporaryFolder folder;
    private final List<UnpackedFile> files;
    private final List<String> others;
    private final long bytes;

    private UnpackedZip(TemporaryFolder folder, List<UnpackedFile> files, List<String> others, long bytes) {
        this.folder = folder;
        this.bytes = bytes;
        this.files = List.copyOf(files);
        this.others = List.copyOf(others);
    }

    /**
     * A file that was unpacked.
     *
     * @param folder its folder in the zip, "" at the top
     * @param base its name without folder and extension, decoded
     * @param extension its extension in lower case
     * @param path where it lies now
     */
    public record UnpackedFile(String folder, String base, String extension, Path path) {}

    /** Whether the file begins as a zip does: with an entry, or with the end record of an empty one. */
    public static boolean looksLikeZip(byte[] head) {
        return head.length >= 4
                && head[0] == 'P'
                && head[1] == 'K'
                && ((head[2] == 3 && head[3] == 4) || (head[2] == 5 && head[3] == 6));
    }

    /**
     * Unpacks a zip.
     *
     * @param zip the archive
     * @param wanted extensions of the files to unpack, in lower case; others are only listed
     * @param limits entries, bytes and ratio it may cost
     */
    public static UnpackedZip of(Path zip, Set<String> wanted, Limits limits) throws IOException {
        requireZip(zip);
        try (ZipBytes bytes = new ZipBytes(zip)) {
            List<ZipMember> members = new ZipDirectory(bytes, limits.entries()).members();
            List<EntryName> names = EntryName.decode(members);
            TemporaryFolder folder = TemporaryFolder.make();
            try {
                return unpack(members, names, wanted, new ZipUnpacking(bytes, limits), folder);
            } catch (IOException | RuntimeException failed) {
                folder.close();
                throw failed;
            }
        }
    }

    /** The names of all entries of a zip, folders left out; nothing is unpacked. */
    public static List<String> names(Path zip, Limits limits) throws IOException {
        requireZip(zip);
        try (ZipBytes bytes = new ZipBytes(zip)) {
            return EntryName.decode(new ZipDirectory(bytes, limits.entries()).members()).stream()
                    .filter(name -> !name.isNoFile())
                    .map(EntryName::path)
                    .toList();
        }
    }

    private static void requireZip(Path zip) throws IOException {
        try (var in = Files.newInputStream(zip)) {
            if (!looksLikeZip(in.readNBytes(4))) {
                throw Refusal.unprocessable(
                        "not-a-zip",
                        "文件不是 ZIP 压缩包（可能只是改了扩展名，或是 RAR、7Z）；请压缩为 ZIP 后上传",
                        "The file is no zip (perhaps only renamed, or a RAR or 7Z); pack it as a zip and hand it in");
            }
        }
    }

    private static UnpackedZip unpack(
            List<ZipMember> members,
            List<EntryName> names,
            Set<String> wanted,
            ZipUnpacking unpacking,
            TemporaryFolder folder)
            throws IOException {
        List<UnpackedFile> files = new ArrayList<>();
        List<String> others = new ArrayList<>();
        Map<String, ZipMember> seen = new HashMap<>();
        for (int i = 0; i < members.size(); i++) {
            ZipMember member = members.get(i);
            EntryName name = names.get(i);
            if (name.isNoFile()) {
                continue;
            }
            requireNotEncrypted(member, name);
            if (!wanted.contains(name.extension())) {
                others.add(name.path());
            } else if (isFirst(seen, name, member)) {
                Path target = folder.path().resolve(files.size() + "." + name.extension());
                unpacking.unpack(member, name.path(), target);
                files.add(new UnpackedFile(name.folder(), name.base(), name.extension(), target));
            }
        }
        if (files.isEmpty() && others.isEmpty()) {
            throw Refusal.unprocessable("empty-zip", "压缩包是空的，没有任何文件", "The zip is empty: it holds no file");
        }
        return new UnpackedZip(folder, files, others, unpacking.unpacked());
    }

    private static void requireNotEncrypted(ZipMember member, EntryName name) {
        if (member.isEncrypted()) {
            throw Refusal.unprocessable(
                    "zip-encrypted",
                    "“%s”设有密码，无法读取；请去掉密码重新压缩",
                    "“%s” is encrypted and cannot be read; pack it again without a password",
                    EntryName.shown(name.path()));
        }
    }

    /** The same content twice is taken once; different content under one name cannot be chosen from. */
    private static boolean isFirst(Map<String, ZipMember> seen, EntryName name, ZipMember member) {
        ZipMember before = seen.putIfAbsent(name.path().toLowerCase(Locale.ROOT), member);
        if (before == null) {
            return true;
        }
        if (before.crc() != member.crc() || before.bytes() != member.bytes()) {
            throw Refusal.unprocessable(
                    "zip-duplicate-entry",
                    "压缩包内有两个内容不同的“%s”（大小写不同也算同名），无法判断以哪个为准；请保留一个后重新压缩",
                    "The zip holds two different files named “%s” (case does not count); keep one and pack it again",
                    EntryName.shown(name.path()));
        }
        return false;
    }

    /** The files unpacked, in the order of the zip. */
    public List<UnpackedFile> files() {
        return files;
    }

    /** How many bytes were unpacked. */
    public long bytes() {
        return bytes;
    }

    /** Names of the files that were not unpacked. */
    public List<String> others() {
        return others;
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
