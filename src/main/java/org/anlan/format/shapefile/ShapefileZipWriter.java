package org.anlan.format.shapefile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.catalog.GeometryKind;
import org.anlan.format.FeatureWriter;
import org.anlan.format.FindingList;
import org.anlan.format.OutFeature;
import org.anlan.format.OutFormat;
import org.anlan.format.OutLayer;
import org.anlan.format.ScratchFolder;
import org.anlan.format.SourceField;
import org.anlan.format.TextEncoding;
import org.anlan.geo.CrsWkt;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygonal;

/**
 * Writes a layer as a zip of shapefiles: one for each kind of shape that it has (a shapefile holds one kind), a lone .dbf for what has none,
 * {@code <name>-fields.csv} with the whole names of the fields, and {@code <name>-notes.txt} when something could not be written as it was.
 *
 * <p>Texts are GB18030 unless asked otherwise: to software that takes the code page of the system (936) and does not look at the .cpg, as much in
 * Chinese offices does, that is GBK; and unlike GBK it has every character.
 */
public final class ShapefileZipWriter implements FeatureWriter {

    /** How a layer is written as shapefiles. */
    public static final OutFormat FORMAT = new OutFormat(
            "shp",
            Text.of("Shapefile（ZIP 压缩包）", "Shapefile (zip)"),
            "zip",
            "application/zip",
            List.of(TextEncoding.GB18030, Charset.forName("GBK"), StandardCharsets.UTF_8),
            OutFormat.Coordinates.ANY,
            ShapefileZipWriter::new);

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final List<String> EXTENSIONS = List.of("shp", "shx", "dbf", "cpg", "prj");

    private final OutputStream out;
    private final OutLayer layer;
    private final Charset charset;
    private final List<SourceField> fields;
    private final FindingList findings;
    private final ScratchFolder folder;
    private final Map<ShapeKind, ShapefileWriter> shapefiles = new EnumMap<>(ShapeKind.class);
    private Optional<LoneTable> table = Optional.empty();
    private List<Finding> told = List.of();
    private int record;

    ShapefileZipWriter(OutputStream out, OutLayer layer, Charset charset) throws IOException {
        this.out = out;
        this.layer = layer;
        this.charset = charset;
        this.findings = new FindingList(layer.name());
        this.fields = layer.fields().stream()
                .map(field -> new SourceField(field.name(), field.type(), 0, 0))
                .toList();
        this.folder = ScratchFolder.make();
    }

    @Override
    public void write(OutFeature feature) throws IOException {
        record++;
        Optional<ShapeKind> kind = feature.geometry().filter(g -> !g.isEmpty()).flatMap(this::kind);
        if (kind.isPresent()) {
            shapefile(kind.get()).write(feature.geometry(), feature.values());
        } else if (usual().isPresent()) {
            shapefile(usual().get()).write(Optional.empty(), feature.values());
        } else {
            table().write(feature.values());
        }
    }

    /** The kind of shapefile for a shape; a mixed collection fits none. */
    private Optional<ShapeKind> kind(Geometry shape) {
        if (shape instanceof Point) {
            return Optional.of(ShapeKind.POINT);
        }
        if (shape instanceof MultiPoint) {
            return Optional.of(ShapeKind.MULTIPOINT);
        }
        if (shape instanceof Lineal) {
            return Optional.of(ShapeKind.LINE);
        }
        if (shape instanceof Polygonal) {
            return Optional.of(ShapeKind.POLYGON);
        }
        findings.tally(
                "shapefile.mixed-shape",
                Severity.ERROR,
                record,
                new Text(
                        "图形由点、线、面混合组成，shapefile 无法存放，只写出了属性；请改用 gpkg 或 geojson",
                        "a shape mixes points, lines and areas, which no shapefile holds; only its values were written, choose gpkg or geojson"));
        return Optional.empty();
    }

    /** Where features without a shape go; empty for a table, and for a layer of any shapes. */
    private Optional<ShapeKind> usual() {
        return switch (layer.geometry()) {
            case POINT -> Optional.of(ShapeKind.POINT);
            case LINE -> Optional.of(ShapeKind.LINE);
            case POLYGON -> Optional.of(ShapeKind.POLYGON);
            case ANY, NONE -> Optional.empty();
        };
    }

    private ShapefileWriter shapefile(ShapeKind kind) throws IOException {
        ShapefileWriter writer = shapefiles.get(kind);
        if (writer == null) {
            Optional<String> prj = Optional.of(CrsWkt.esri(layer.crs()));
            writer = ShapefileWriter.fitted(folder.path(), word(kind), kind, fields, charset, prj);
            shapefiles.put(kind, writer);
        }
        return writer;
    }

    private LoneTable table() throws IOException {
        if (table.isEmpty()) {
            table = Optional.of(new LoneTable(folder.path(), "table", fields, charset));
        }
        return table.get();
    }

    private static String word(ShapeKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void finish() throws IOException {
        if (shapefiles.isEmpty() && table.isEmpty()) {
            openSomething();
        }
        List<Finding> all = new ArrayList<>(findings.list());
        List<String> parts = new ArrayList<>();
        for (Map.Entry<ShapeKind, ShapefileWriter> part : shapefiles.entrySet()) {
            part.getValue().close();
            all.addAll(part.getValue().findings());
            parts.add(word(part.getKey()));
        }
        if (table.isPresent()) {
            table.get().close();
            all.addAll(table.get().findings());
            parts.add("table");
        }
        told = List.copyOf(all);
        zip(parts);
    }

    /** A layer without features is an empty shapefile, or an empty table. */
    private void openSomething() throws IOException {
        if (layer.geometry() == GeometryKind.NONE) {
            table();
        } else {
            shapefile(usual().orElse(ShapeKind.POLYGON));
        }
    }

    private void zip(List<String> parts) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (String part : parts) {
            String name = parts.size() == 1 ? layer.name() : layer.name() + "-" + part;
            for (String extension : EXTENSIONS) {
                Path file = folder.path().resolve(part + "." + extension);
                if (Files.exists(file)) {
                    entry(zip, name + "." + extension, file);
                }
            }
        }
        Path about = folder.path().resolve("about");
        FieldsFile.write(about, layer.fields(), names());
        entry(zip, layer.name() + FieldsFile.SUFFIX + ".csv", about);
        if (!told.isEmpty()) {
            Files.writeString(about, notes());
            entry(zip, layer.name() + "-notes.txt", about);
        }
        zip.finish();
        out.flush();
    }

    private Map<String, String> names() {
        List<String> clipped = ClippedNames.of(fields, charset);
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < clipped.size(); i++) {
            names.put(layer.fields().get(i).name(), clipped.get(i));
        }
        return names;
    }

    private String notes() {
        return told.stream()
                .map(finding -> finding.text().zh() + "\r\n" + finding.text().en() + "\r\n")
                .collect(Collectors.joining("\r\n", "\uFEFF", ""));
    }

    private static void entry(ZipOutputStream zip, String name, Path file) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        Files.copy(file, zip);
        zip.closeEntry();
    }

    @Override
    public List<Finding> findings() {
        return told;
    }

    /** What is still open is closed quietly: the files go away with their folder. */
    @Override
    public void close() throws IOException {
        try (ScratchFolder gone = folder) {
            for (ShapefileWriter shapefile : shapefiles.values()) {
                shapefile.close();
            }
            if (table.isPresent()) {
                table.get().close();
            }
        }
    }
}
