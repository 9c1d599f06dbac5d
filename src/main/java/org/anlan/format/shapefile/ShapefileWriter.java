package org.anlan.format.shapefile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anlan.base.Finding;
import org.anlan.format.FindingList;
import org.anlan.format.SourceField;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Writes a shapefile feature by feature: .shp, .shx, .dbf, .cpg and, where the coordinate system is given, .prj. Shells run clockwise
 * and holes anticlockwise (ESRI Shapefile Technical Description, July 1998, p. 8). The files are complete once it is closed.
 *
 * <p>Refusals: {@code shapefile-mixed-geometry} for a shape of another kind, {@code shapefile-too-large} beyond 2 GB, {@code
 * shapefile-too-wide} when a row would exceed what the table allows.
 */
public final class ShapefileWriter implements Closeable {

    private static final SourceField SOME_FIELD = new SourceField("FID", SourceField.Type.INTEGER, 11, 0);

    private final FindingList findings;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final OpenFiles files = new OpenFiles();
    private final ShapeEncoder encoder;
    private final ShpFiles shapes;
    private final RowSink table;
    private final boolean numbered;
    private int record;

    /**
     * Begins the files {@code folder/name.*}.
     *
     * @param kind what shapes there will be
     * @param fields what values there will be; names are clipped to 10 bytes, a width of 0 takes the widest there is (254 bytes of
     *     text, 18 digits, 24 digits with 15 decimals)
     * @param charset encoding of names and texts; told in the .cpg
     * @param prj the coordinate system as ESRI WKT
     */
    public ShapefileWriter(
            Path folder, String name, ShapeKind kind, List<SourceField> fields, Charset charset, Optional<String> prj)
            throws IOException {
        this(folder, name, kind, fields, charset, prj, false);
    }

    /** A writer whose fields become as wide as their widest value needs; rows wait in a file of their own until it is closed. */
    static ShapefileWriter fitted(
            Path folder, String name, ShapeKind kind, List<SourceField> fields, Charset charset, Optional<String> prj)
            throws IOException {
        return new ShapefileWriter(folder, name, kind, fields, charset, prj, true);
    }

    private ShapefileWriter(
            Path folder,
            String name,
            ShapeKind kind,
            List<SourceField> fields,
            Charset charset,
            Optional<String> prj,
            boolean fitted)
            throws IOException {
        numbered = fields.isEmpty();
        List<SourceField> written = numbered ? List.of(SOME_FIELD) : fields;
        findings = new FindingList(name);
        encoder = new ShapeEncoder(kind);
        List<String> clipped = ClippedNames.of(written, charset);
        for (int i = 0; i < clipped.size(); i++) {
            names.put(written.get(i).name(), clipped.get(i));
        }
        try {
            shapes = files.keep(new ShpFiles(folder.resolve(name + ".shp"), folder.resolve(name + ".shx"), kind));
            Path dbf = folder.resolve(name + ".dbf");
            table = files.keep(
                    fitted
                            ? new FittedTable(dbf, written, clipped, charset, findings)
                            : new DbfFile(dbf, DbfOutField.of(written, clipped), charset, findings));
            Files.writeString(folder.resolve(name + ".cpg"), charset.name(), StandardCharsets.US_ASCII);
            if (prj.isPresent()) {
                Files.writeString(folder.resolve(name + ".prj"), prj.get(), StandardCharsets.UTF_8);
            }
        } catch (IOException | RuntimeException failed) {
            files.close();
            throw failed;
        }
    }

    /**
     * Writes a feature.
     *
     * @param geometry x east and y north; empty for a null shape
     * @param values one per field, {@code null} where there is none
     */
    public void write(Optional<Geometry> geometry, Object[] values) throws IOException {
        int number = record + 1;
        Envelope box = geometry.map(Geometry::getEnvelopeInternal).orElseGet(Envelope::new);
        shapes.write(number, geometry.isPresent() ? encoder.encode(geometry.get(), number) : encoder.nothing(), box);
        table.write(number, numbered ? new Object[] {(long) record} : values);
        record = number;
    }

    /** The name each field has in the file, by the name it was given; they differ where a name was clipped. */
    public Map<String, String> names() {
        return Collections.unmodifiableMap(names);
    }

    /** What could not be written as it was: texts clipped, characters the encoding lacks, numbers too wide; complete once it is closed. */
    public List<Finding> findings() {
        return findings.list();
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
