package org.anlan.support;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.anlan.format.FeatureReader;
import org.anlan.format.FeatureSource;
import org.anlan.format.Formats;
import org.anlan.format.HandInFile;
import org.anlan.format.OpenOptions;
import org.anlan.format.SourceFeature;
import org.anlan.format.SourceField;
import org.anlan.format.shapefile.ShapeKind;
import org.anlan.format.shapefile.ShapefileWriter;
import org.anlan.geo.CrsList;
import org.anlan.geo.CrsWkt;
import org.locationtech.jts.geom.Geometry;

/** A shapefile hand-in in the making: one layer, GBK, in a zip. */
public final class ShapeZip {

    /** The .prj of CGCS2000 degrees. */
    public static final Optional<String> CGCS2000 = Optional.of(CrsWkt.esri(CrsList.CGCS2000));

    private static final Charset GBK = Charset.forName("GBK");

    private final String name;
    private final ShapeKind kind;
    private final List<SourceField> fields;
    private final List<Row> rows = new ArrayList<>();
    private Optional<String> prj = CGCS2000;

    private ShapeZip(String name, ShapeKind kind, List<SourceField> fields) {
        this.name = name;
        this.kind = kind;
        this.fields = new ArrayList<>(fields);
    }

    /**
     * A record of the file.
     *
     * @param shape its shape, in the file's coordinates
     * @param values one per field
     */
    @SuppressWarnings("ArrayRecordComponent") // changed in place by tests, never compared
    public record Row(Optional<Geometry> shape, Object[] values) {}

    /** An empty layer of this name. */
    public static ShapeZip of(String name, ShapeKind kind, SourceField... fields) {
        return new ShapeZip(name, kind, List.of(fields));
    }

    /** A coastline with the usual pinyin fields; the records are put with {@link #segment}. */
    public static ShapeZip coast(String name) {
        return of(
                name,
                ShapeKind.LINE,
                text("AXBM", 20),
                new SourceField("DCNF", SourceField.Type.INTEGER, 4, 0),
                text("SFDL", 8),
                text("YJLX", 60),
                text("EJLX", 30),
                text("BHDJ", 30));
    }

    /** The first layer of a hand-in, to be changed and handed in again. */
    public static ShapeZip like(Path zip, ShapeKind kind) throws IOException {
        try (HandInFile file = Formats.open(zip, zip.getFileName().toString(), OpenOptions.defaults())) {
            FeatureSource source = file.layers().get(0);
            ShapeZip copy = new ShapeZip(source.name(), kind, source.fields());
            copy.prj = source.declaredCrs();
            try (FeatureReader reader = source.read()) {
                for (Optional<SourceFeature> next = reader.next(); next.isPresent(); next = reader.next()) {
                    copy.rows.add(new Row(next.get().geometry(), next.get().values()));
                }
            }
            return copy;
        }
    }

    /** A text field. */
    public static SourceField text(String name, int width) {
        return new SourceField(name, SourceField.Type.TEXT, width, 0);
    }

    /** Adds a record. */
    public ShapeZip row(String wkt, Object... values) {
        rows.add(new Row(Rows.shape(wkt), values));
        return this;
    }

    /** Adds a mainland segment to a {@link #coast}. */
    public ShapeZip segment(String code, long year, String type1, String type2, String wkt) {
        return row(wkt, code, year, "是", type1, type2, "严格保护");
    }

    /** The records, to be changed. */
    public List<Row> rows() {
        return rows;
    }

    /** Changes the shape of a record, counted from 0. */
    public ShapeZip shape(int row, UnaryOperator<Geometry> change) {
        Row old = rows.get(row);
        rows.set(row, new Row(old.shape().map(change), old.values()));
        return this;
    }

    /** The value of a field in the record at this position is changed. */
    public ShapeZip set(int row, String field, Object value) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(field)) {
                rows.get(row).values()[i] = value;
                return this;
            }
        }
        throw new IllegalArgumentException("no field " + field + " in " + fields);
    }

    /** Another coordinate system, or none at all. */
    public ShapeZip prj(Optional<String> wkt) {
        prj = wkt;
        return this;
    }

    /** Writes the layer, zipped, into this folder. */
    public Path in(Path folder) throws IOException {
        Path parts = Files.createTempDirectory(folder, "parts");
        try (ShapefileWriter writer = new ShapefileWriter(parts, name, kind, fields, GBK, prj)) {
            for (Row row : rows) {
                writer.write(row.shape(), row.values());
            }
        }
        Path zip = Files.createTempDirectory(folder, "zip").resolve(name + ".zip");
        zip(zip, out -> {
            try (Stream<Path> files = Files.list(parts)) {
                for (Path file : files.sorted().toList()) {
                    put(out, file.getFileName().toString(), Files.readAllBytes(file));
                }
            }
        });
        return zip;
    }

    /** A copy of a zip in which the entries of this extension hold this text, or are missing. */
    public static Path edited(Path zip, String extension, Optional<String> text, Path folder) throws IOException {
        Path copy = Files.createTempDirectory(folder, "edited").resolve(zip.getFileName());
        zip(copy, out -> {
            try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip), GBK)) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    if (!entry.getName().endsWith(extension)) {
                        put(out, entry.getName(), in.readAllBytes());
                    } else if (text.isPresent()) {
                        put(out, entry.getName(), text.get().getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
        });
        return copy;
    }

    /** What fills a zip. */
    private interface Filling {
        void into(ZipOutputStream out) throws IOException;
    }

    private static void zip(Path file, Filling filling) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out, GBK)) {
            filling.into(zip);
        }
    }

    private static void put(ZipOutputStream out, String entry, byte[] bytes) throws IOException {
        out.putNextEntry(new ZipEntry(entry));
        out.write(bytes);
        out.closeEntry();
    }

    /** A zip with this one entry, for hand-ins that hold no shapefile; without a name it is empty. */
    public static Path other(Path folder, Optional<String> entry) throws IOException {
        Path file = Files.createTempDirectory(folder, "other").resolve("handin.zip");
        zip(file, out -> {
            if (entry.isPresent()) {
                put(out, entry.get(), "nothing to see".getBytes(StandardCharsets.UTF_8));
            }
        });
        return file;
    }
}
