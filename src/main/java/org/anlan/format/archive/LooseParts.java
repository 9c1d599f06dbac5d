package org.anlan.format.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.anlan.base.Refusal;
import org.anlan.format.TemporaryFolder;

/**
 * The loose parts of one shapefile or several, packed into a zip as if they had been handed in as one: entries stored, in the order of their names, with
 * one fixed date, so that the same parts always give the same bytes. Closing it removes the zip.
 */
public final class LooseParts implements Closeable {

    /** What belongs to a shapefile; those that are not read (indexes, metadata) are kept all the same. */
    private static final Set<String> EXTENSIONS = Set.of(
            "shp", "shx", "dbf", "prj", "cpg", "qpj", "sbn", "sbx", "qix", "fbn", "fbx", "ain", "aih", "ixs", "mxs",
            "atx", "xml");

    /** Any day that a zip can tell without a time zone. */
    private static final LocalDateTime FIXED = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final TemporaryFolder folder;
    private final Path zip;
    private final String name;

    private LooseParts(TemporaryFolder folder, String name) {
        this.folder = folder;
        this.zip = folder.path().resolve("parts.zip");
        this.name = name;
    }

    /** Opens the bytes of a part; it is asked twice. */
    @FunctionalInterface
    public interface Source {
        /** The bytes from the first one on; the caller closes the stream. */
        InputStream open() throws IOException;
    }

    /**
     * A part.
     *
     * @param name its file name; folders in front of it do not count
     * @param bytes its bytes
     */
    public record Part(String name, Source bytes) {}

    /** Whether the name is that of the shapes of a shapefile. */
    public static boolean isShapes(String fileName) {
        return extension(fileName).equals("shp");
    }

    /** The .shp that lies in this place, with the files beside it that belong to it by their name, letter case aside. */
    public static LooseParts beside(Path shp) throws IOException {
        String stem = stem(shp.getFileName().toString());
        Path here = shp.toAbsolutePath().getParent();
        try (var siblings = Files.list(here)) {
            List<Path> files = siblings.filter(Files::isRegularFile)
                    .filter(file -> belongs(file.getFileName().toString(), stem))
                    .sorted()
                    .toList();
            return pack(files.stream()
                    .map(file -> new Part(file.getFileName().toString(), () -> Files.newInputStream(file)))
                    .toList());
        }
    }

    private static boolean belongs(String name, String stem) {
        return stem(name).equalsIgnoreCase(stem) && EXTENSIONS.contains(extension(name));
    }

    /**
     * Packs parts. Refused: {@code several-files} when something else is among them, {@code loose-shapefile} when there is no .shp, {@code
     * zip-duplicate-entry} when two have the same name.
     */
    public static LooseParts pack(List<Part> parts) throws IOException {
        Map<String, Part> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Part part : parts) {
            String plain = plain(part.name());
            if (!EXTENSIONS.contains(extension(plain))) {
                throw Refusal.unprocessable(
                        "several-files",
                        "一次只能上传一个文件，或同一 shapefile 的各个散件（.shp、.shx、.dbf、.prj、.cpg）；“%s”不属于其中",
                        "One file can be handed in at a time, or the loose parts of shapefiles (.shp, .shx, .dbf, .prj, .cpg); \"%s\" is none of them",
                        EntryName.shown(plain));
            }
            if (byName.put(plain, part) != null) {
                throw Refusal.unprocessable(
                        "zip-duplicate-entry",
                        "有两个文件都叫“%s”（大小写不同也算同名）；请只选一个",
                        "Two files are called \"%s\" (case does not count); choose one of them",
                        EntryName.shown(plain));
            }
        }
        String shapes = byName.keySet().stream()
                .filter(LooseParts::isShapes)
                .findFirst()
                .orElseThrow(
                        () -> Refusal.unprocessable(
                                "loose-shapefile",
                                "选中的文件里没有 .shp；请把同名的 .shp、.shx、.dbf、.prj（以及 .cpg）一起选中",
                                "There is no .shp among the files; choose the .shp, .shx, .dbf and .prj of that name (and the .cpg) together"));
        LooseParts packed = new LooseParts(TemporaryFolder.make(), stem(shapes) + ".zip");
        try {
            packed.write(byName);
            return packed;
        } catch (IOException | RuntimeException failed) {
            packed.close();
            throw failed;
        }
    }

    private void write(Map<String, Part> parts) throws IOException {
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, Part> part : parts.entrySet()) {
                entries.putNextEntry(entry(part.getKey(), part.getValue()));
                try (InputStream bytes = part.getValue().bytes().open()) {
                    bytes.transferTo(entries);
                }
                entries.closeEntry();
            }
        }
    }

    /** An entry that is stored names its length and checksum in front of its bytes, so they are read once before. */
    private static ZipEntry entry(String name, Part part) throws IOException {
        CRC32 crc = new CRC32();
        long length = 0;
        byte[] chunk = new byte[1 << 16];
        try (InputStream bytes = part.bytes().open()) {
            for (int n = bytes.read(chunk); n >= 0; n = bytes.read(chunk)) {
                crc.update(chunk, 0, n);
                length += n;
            }
        }
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setTimeLocal(FIXED);
        entry.setSize(length);
        entry.setCrc(crc.getValue());
        return entry;
    }

    /** The zip. */
    public Path zip() {
        return zip;
    }

    /** A name for it: that of the first .shp, with .zip at its end. */
    public String name() {
        return name;
    }

    private static String plain(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** The name without its extension; metadata (AX2020.shp.xml) has two. */
    private static String stem(String name) {
        String plain = plain(name);
        int dot = plain.lastIndexOf('.');
        String stem = dot <= 0 ? plain : plain.substring(0, dot);
        return extension(plain).equals("xml") && isShapes(stem) ? stem(stem) : stem;
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
