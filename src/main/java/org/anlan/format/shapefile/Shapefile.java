package org.anlan.format.shapefile;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Finding;
import org.anlan.format.FeatureReader;
import org.anlan.format.FeatureSource;
import org.anlan.format.OpenOptions;
import org.anlan.format.SourceEncoding;
import org.anlan.format.SourceFeature;
import org.anlan.format.SourceField;

/**
 * A shapefile as one layer (ESRI Shapefile Technical Description, July 1998; dBASE III table). Coordinates come as they stand in the
 * file, x east and y north, heights and measures dropped. It also reads what is damaged: a missing or wrong .shx is rebuilt from the
 * .shp, a missing .dbf leaves shapes without fields, records that are cut off or contradict themselves are left out; each of these is
 * a finding.
 */
public final class Shapefile implements FeatureSource {

    private final String name;
    private final ShapefileParts parts;
    private final ShapefileOpening opening;

    private Shapefile(String name, ShapefileParts parts, ShapefileOpening opening) {
        this.name = name;
        this.parts = parts;
        this.opening = opening;
    }

    /**
     * Opens a shapefile: reads headers, checks the index, finds the encoding.
     *
     * @param parts its files
     * @param name the layer's name, for people
     * @param options the user's choice of encoding
     */
    public static Shapefile open(ShapefileParts parts, String name, OpenOptions options) throws IOException {
        return new Shapefile(name, parts, ShapefileOpening.of(parts, name, options));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String format() {
        return "shapefile";
    }

    @Override
    public List<SourceField> fields() {
        return opening.fields();
    }

    @Override
    public Optional<Integer> count() {
        return opening.count();
    }

    @Override
    public Optional<String> declaredCrs() {
        return opening.prj();
    }

    @Override
    public SourceEncoding encoding() {
        return opening.encoding();
    }

    @Override
    public Optional<FeatureSource> readAs(Charset charset) throws IOException {
        return opening.dbf().isEmpty()
                ? Optional.empty()
                : Optional.of(open(parts, name, new OpenOptions(Optional.of(charset), OpenOptions.Limits.DEFAULT)));
    }

    @Override
    public List<Finding> findings() {
        return opening.findings();
    }

    @Override
    public FeatureReader read() throws IOException {
        return opening.header().isPresent()
                ? ShapefileReader.start(name, parts, opening, opening.header().get())
                : new NothingToRead();
    }

    /** A .shp that is none; the finding was made when it was opened. */
    private static final class NothingToRead implements FeatureReader {
        @Override
        public Optional<SourceFeature> next() {
            return Optional.empty();
        }

        @Override
        public List<Finding> findings() {
            return List.of();
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
