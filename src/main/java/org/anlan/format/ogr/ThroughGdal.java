package org.anlan.format.ogr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.anlan.base.Refusal;
import org.anlan.format.GroupFormat;
import org.anlan.format.HandInFile;
import org.anlan.format.OpenOptions;
import org.anlan.format.SingleFileFormat;
import org.anlan.format.TemporaryFolder;
import org.anlan.format.archive.UnpackedZip.UnpackedFile;

/**
 * The formats that are read through GDAL where it is installed; refused ({@code needs-gdal}) where it is not. The coordinate system of
 * a DXF is unknown; its entities are one layer with the fields GDAL gives it (Layer, Linetype, Text …).
 */
public final class ThroughGdal {

    /** AutoCAD DXF, as text. */
    public static final SingleFileFormat DXF =
            new SingleFileFormat(Set.of("dxf"), (file, name, options) -> Optional.of(dxf(file, name, options)));

    /** File geodatabase, MapInfo TAB and MIF/MID: several files that belong together. */
    public static final List<GroupFormat> GROUPS = List.of(
            new GroupFormat(
                    Set.of("gdbtable", "gdbtablx"), ThroughGdal::geodatabase, (files, options) -> gdb(files, options)),
            new GroupFormat(
                    Set.of("tab", "dat", "map", "id", "ind"),
                    file -> sameName(file, Set.of("tab", "dat", "map", "id", "ind")),
                    (files, options) -> mapInfo(OgrDriver.TAB, files, options)),
            new GroupFormat(
                    Set.of("mif", "mid"),
                    file -> sameName(file, Set.of("mif", "mid")),
                    (files, options) -> mapInfo(OgrDriver.MIF, files, options)));

    private static final Pattern TABLE = Pattern.compile("a[0-9a-f]{8}");
    private static final int LONGEST_TAB = 1 << 20;

    private ThroughGdal() {}

    /** Whether GDAL's programs are on this machine. */
    public static boolean isAvailable() {
        return Ogr2ogr.installed().isPresent();
    }

    private static HandInFile dxf(Path file, String name, OpenOptions options) throws IOException {
        try (var in = Files.newInputStream(file)) {
            if (new String(in.readNBytes(18), StandardCharsets.ISO_8859_1).equals("AutoCAD Binary DXF")) {
                throw Refusal.unprocessable(
                        "dxf-binary",
                        "这是二进制 DXF，无法读取；请在 CAD 中另存为文本（ASCII）DXF",
                        "This is a binary DXF, which is not read; save it as a text (ASCII) DXF");
            }
        }
        return converted(
                OgrDriver.DXF, Optional.of(name), options, folder -> link(file, folder.resolve(OgrDriver.DXF.input())));
    }

    private static Optional<String> geodatabase(UnpackedFile file) {
        String folder = file.folder().toLowerCase(Locale.ROOT);
        boolean table = file.extension().startsWith("gdbtabl")
                && TABLE.matcher(file.base()).matches();
        return table ? Optional.of(folder) : Optional.empty();
    }

    private static Optional<String> sameName(UnpackedFile file, Set<String> extensions) {
        return extensions.contains(file.extension())
                ? Optional.of((file.folder() + "/" + file.base()).toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    private static Optional<HandInFile> gdb(List<UnpackedFile> files, OpenOptions options) throws IOException {
        return Optional.of(converted(OgrDriver.GDB, Optional.empty(), options, folder -> {
            Path inside = Files.createDirectory(folder.resolve(OgrDriver.GDB.input()));
            for (UnpackedFile file : files) {
                link(file.path(), inside.resolve(file.base() + "." + file.extension()));
            }
        }));
    }

    private static Optional<HandInFile> mapInfo(OgrDriver driver, List<UnpackedFile> files, OpenOptions options)
            throws IOException {
        Optional<UnpackedFile> main = files.stream()
                .filter(file -> file.extension().equals(driver.word()))
                .findFirst();
        if (main.isEmpty()) {
            return Optional.empty();
        }
        if (driver == OgrDriver.TAB) {
            requireNative(main.get());
        }
        return Optional.of(converted(driver, Optional.of(main.get().base()), options, folder -> {
            for (UnpackedFile file : files) {
                link(file.path(), folder.resolve("in." + file.extension()));
            }
        }));
    }

    /** A table may also name other files, on whatever disk; only one that holds its own data is read. */
    private static void requireNative(UnpackedFile tab) throws IOException {
        String text;
        try (var in = Files.newInputStream(tab.path())) {
            text = new String(in.readNBytes(LONGEST_TAB), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        }
        boolean whole = Files.size(tab.path()) <= LONGEST_TAB;
        boolean elsewhere = text.lines().map(String::strip).anyMatch(ThroughGdal::namesAnotherFile);
        if (!whole
                || elsewhere
                || !Pattern.compile("type\\s+native\\b").matcher(text).find()) {
            throw Refusal.unprocessable(
                    "tab-not-native",
                    "“%s.tab”引用了别的文件（影像、链接表、视图或 DBF），无法读取；请在 MapInfo 中另存为本地（Native）表",
                    "“%s.tab” refers to other files (an image, a linked table, a view, a DBF) and is not read; save it as a native table",
                    tab.base());
        }
    }

    private static boolean namesAnotherFile(String line) {
        return line.startsWith("file ")
                || line.startsWith("file\t")
                || line.startsWith("open table")
                || line.startsWith("create view")
                || line.contains("\\\\")
                || line.contains("/vsi");
    }

    /** Puts the input of a conversion into its folder. */
    @FunctionalInterface
    private interface Staging {
        void stage(Path folder) throws IOException;
    }

    private static HandInFile converted(OgrDriver driver, Optional<String> name, OpenOptions options, Staging staging)
            throws IOException {
        Path program = Ogr2ogr.installed().orElseThrow(() -> Ogr2ogr.needed(driver));
        return converted(new Ogr2ogr(program, Bounds.of(options.limits())), driver, name, staging);
    }

    private static HandInFile converted(Ogr2ogr program, OgrDriver driver, Optional<String> name, Staging staging)
            throws IOException {
        TemporaryFolder folder = TemporaryFolder.make();
        try {
            staging.stage(folder.path());
            return new Converted(folder, driver, name, program.convert(driver, folder.path()));
        } catch (IOException | RuntimeException failed) {
            folder.close();
            throw failed;
        }
    }

    private static void link(Path file, Path as) throws IOException {
        try {
            Files.createSymbolicLink(as, file.toRealPath());
        } catch (UnsupportedOperationException | IOException notHere) {
            Files.copy(file, as);
        }
    }
}
