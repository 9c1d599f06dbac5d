package org.anlan.format.geopackage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Finding;
import org.anlan.format.FeatureReader;
import org.anlan.format.FeatureSource;
import org.anlan.format.SourceEncoding;
import org.anlan.format.SourceField;

/**
 * One table or view of a GeoPackage.
 *
 * @param file where the file lies
 * @param name of the table
 * @param shapeColumn the column of the shapes; empty for a plain table
 * @param fields the other columns
 * @param count rows as far as GDAL noted them in the file
 * @param declaredCrs of the shapes
 * @param findings what was found when it was opened
 * @param most what SQLite may take to read it
 */
record Layer(
        Path file,
        String name,
        Optional<String> shapeColumn,
        List<SourceField> fields,
        Optional<Integer> count,
        Optional<String> declaredCrs,
        List<Finding> findings,
        Duration most)
        implements FeatureSource {

    @Override
    public String format() {
        return "gpkg";
    }

    @Override
    public SourceEncoding encoding() {
        return new SourceEncoding(StandardCharsets.UTF_8, SourceEncoding.Reason.DECLARED);
    }

    @Override
    public FeatureReader read() throws IOException {
        return LayerReader.start(this);
    }
}
