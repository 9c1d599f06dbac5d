package org.anlan.format.shapefile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.anlan.base.Finding;
import org.anlan.base.Refusal;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.format.FeatureSource;
import org.anlan.format.GroupFormat;
import org.anlan.format.HandInFile;
import org.anlan.format.NotedSource;
import org.anlan.format.OpenOptions;
import org.anlan.format.SingleFileFormat;
import org.anlan.format.archive.UnpackedZip;
import org.anlan.format.archive.UnpackedZip.UnpackedFile;

/**
 * A zip with shapefiles in any folder, as GIS staff hand it in; other formats of one file each may lie beside them. A layer is named
 * like its file; with its folder in front where two would have the same name.
 *
 * <p>Refusals: those of {@link UnpackedZip}, and {@code no-shapefile}.
 */
public final class ShapefileZip implements HandInFile {

    private static final Set<String> PARTS = Set.of("shp", "shx", "dbf", "prj", "cpg");
    private static final Set<String> UNREAD =
            Set.of("zip", "rar", "7z", "gz", "tgz", "kmz", "xls", "xlsb", "et", "mdb", "dwg", "gml");
    private static final int NAMED = 5;

    private final UnpackedZip zip;
    private final List<HandInFile> singles = new ArrayList<>();
    private final List<FeatureSource> layers;

    /** Opens one file or group. */
    @FunctionalInterface
    private interface Opening {
        Optional<HandInFile> open() throws IOException;
    }

    private ShapefileZip(
            UnpackedZip zip, OpenOptions options, List<SingleFileFormat> beside, List<GroupFormat> together)
            throws IOException {
        this.zip = zip;
        try {
            this.layers = layers(options, beside, together);
        } catch (IOException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    /**
     * Unpacks and opens a zip.
     *
     * @param file the archive
     * @param options limits, and the user's choice of encoding for every layer
     * @param beside the formats read besides shapefiles
     * @param together the formats of several files each
     */
    public static ShapefileZip open(
            Path file, OpenOptions options, List<SingleFileFormat> beside, List<GroupFormat> together)
            throws IOException {
        Set<String> wanted = new HashSet<>(PARTS);
        beside.forEach(format -> wanted.addAll(format.extensions()));
        together.forEach(format -> wanted.addAll(format.extensions()));
        return new ShapefileZip(UnpackedZip.of(file, wanted, options.limits()), options, beside, together);
    }

    private List<FeatureSource> layers(OpenOptions options, List<SingleFileFormat> beside, List<GroupFormat> together)
            throws IOException {
        Map<String, Map<String, UnpackedFile>> shapefiles = new TreeMap<>();
        List<UnpackedFile> others = new ArrayList<>();
        OwnNames ownNames = OwnNames.in(zip.files());
        for (UnpackedFile file : zip.files()) {
            if (ownNames.isFieldsFile(file)) {
                continue;
            }
            if (PARTS.contains(file.extension())) {
                String key = (file.folder() + "/" + file.base()).toLowerCase(Locale.ROOT);
                shapefiles.computeIfAbsent(key, none -> new TreeMap<>()).put(file.extension(), file);
            } else {
                others.add(file);
            }
        }
        List<String> unread = new ArrayList<>(zip.others());
        unread.removeIf(name -> !UNREAD.contains(extension(name)));
        LayerNames names = new LayerNames(zip.files());
        List<FeatureSource> layers = new ArrayList<>();
        for (Map<String, UnpackedFile> parts : shapefiles.values()) {
            if (parts.containsKey("shp")) {
                layers.add(ownNames.whole(
                        parts.get("shp"), Shapefile.open(parts(parts), names.of(parts.get("shp")), options)));
            } else if (parts.containsKey("dbf") && ownNames.tell(parts.get("dbf"))) {
                UnpackedFile dbf = parts.get("dbf");
                layers.add(ownNames.whole(dbf, DbfTable.open(dbf.path(), path(parts, "cpg"), names.of(dbf), options)));
            } else if (parts.containsKey("dbf") || parts.containsKey("shx")) {
                parts.values().forEach(part -> unread.add(named(part)));
            }
        }
        Map<String, Refusal> refused = new LinkedHashMap<>();
        for (GroupFormat format : together) {
            for (List<UnpackedFile> group : format.groups(others)) {
                others.removeAll(group);
                Opening opening = () -> format.opener().open(group, options.less(unpacked()));
                open(named(group.get(0)), opening, layers, unread, refused);
            }
        }
        others.removeIf(
                file -> beside.stream().noneMatch(format -> format.extensions().contains(file.extension())));
        for (UnpackedFile other : others) {
            open(named(other), () -> single(other, names, options, beside), layers, unread, refused);
        }
        if (layers.isEmpty()) {
            throw refused.values().stream()
                    .findFirst()
                    .orElseGet(() -> nothingToRead(unread.isEmpty() ? zip.others() : unread));
        }
        layers.sort(Comparator.comparing(FeatureSource::name));
        noteOnTheFirst(layers, unread, refused);
        return List.copyOf(layers);
    }

    private Optional<HandInFile> single(
            UnpackedFile file, LayerNames names, OpenOptions options, List<SingleFileFormat> beside)
            throws IOException {
        for (SingleFileFormat format : beside) {
            if (format.extensions().contains(file.extension())) {
                return format.opener().open(file.path(), names.of(file), options.less(unpacked()));
            }
        }
        return Optional.empty();
    }

    /** What was unpacked altogether: a zip of zips may cost no more than one. */
    private long unpacked() {
        return zip.bytes()
                + singles.stream().mapToLong(HandInFile::unpackedBytes).sum();
    }

    private static String named(UnpackedFile file) {
        return file.base() + "." + file.extension();
    }

    /** Opens a part of the zip. One that is refused is told beside what can be read. */
    private void open(
            String name, Opening opening, List<FeatureSource> layers, List<String> unread, Map<String, Refusal> refused)
            throws IOException {
        try {
            Optional<HandInFile> opened = opening.open();
            opened.ifPresent(singles::add);
            opened.ifPresentOrElse(file -> layers.addAll(file.layers()), () -> unread.add(name));
        } catch (Refusal broken) {
            if (broken.code().equals("zip-too-large")) {
                throw broken; // the zip as a whole costs too much, whatever else is in it
            }
            refused.put(name, broken);
        }
    }

    private static ShapefileParts parts(Map<String, UnpackedFile> parts) {
        return new ShapefileParts(
                parts.get("shp").path(),
                path(parts, "shx"),
                path(parts, "dbf"),
                path(parts, "prj"),
                path(parts, "cpg"));
    }

    private static Optional<Path> path(Map<String, UnpackedFile> parts, String extension) {
        return Optional.ofNullable(parts.get(extension)).map(UnpackedFile::path);
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String listed(List<String> names) {
        String some = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        return names.size() > NAMED ? some + " …" : some;
    }

    private static Finding unreadNote(String layer, List<String> unread) {
        return Finding.ofFile(
                "zip.left-unread",
                Severity.WARNING,
                layer,
                Text.of(
                        "压缩包内有 %d 个文件没有读取：%s；如其中有数据，请单独上传或转换为 shapefile",
                        "%d files in the zip were not read: %s; hand them in by themselves or convert them if they hold data",
                        unread.size(),
                        listed(unread)));
    }

    private static void noteOnTheFirst(List<FeatureSource> layers, List<String> unread, Map<String, Refusal> refused) {
        FeatureSource first = layers.get(0);
        List<Finding> notes = new ArrayList<>();
        if (!unread.isEmpty()) {
            notes.add(unreadNote(first.name(), unread));
        }
        refused.forEach((name, why) -> notes.add(refusedNote(first.name(), name, why)));
        if (!notes.isEmpty()) {
            layers.set(0, new NotedSource(first, notes));
        }
    }

    /** One bad file kills no hand-in: the other layers are read, and what is wrong with it is told. */
    private static Finding refusedNote(String layer, String name, Refusal why) {
        return Finding.ofFile(
                "zip.file-refused",
                Severity.WARNING,
                layer,
                Text.of(
                        "压缩包内的“%1$s”没有读取：%2$s",
                        "“%1$s” in the zip was not read: %3$s",
                        name,
                        why.text().zh(),
                        why.text().en()));
    }

    private static Refusal nothingToRead(List<String> found) {
        return Refusal.unprocessable(
                "no-shapefile",
                "压缩包内没有可读取的数据（.shp、.gpkg、.geojson、.kml、.csv、.xlsx、*.gdb 文件夹、.dxf、.tab、.mif；有：%s）；请把同一图层的文件（如 .shp、.shx、.dbf、.prj）直接压缩在一起，不要再套一层压缩包",
                "The zip holds nothing that is read (.shp, .gpkg, .geojson, .kml, .csv, .xlsx, a *.gdb folder, .dxf, .tab, .mif; it holds: %s); pack the files of a layer (.shp, .shx, .dbf and .prj, say) together, not inside another archive",
                found.isEmpty() ? "–" : listed(found));
    }

    @Override
    public List<FeatureSource> layers() {
        return layers;
    }

    @Override
    public void close() throws IOException {
        for (HandInFile single : singles) {
            single.close();
        }
        zip.close();
    }
}
