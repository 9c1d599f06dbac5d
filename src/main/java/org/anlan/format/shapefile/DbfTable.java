package org.anlan.format.shapefile;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Finding;
import org.anlan.format.FeatureReader;
import org.anlan.format.FeatureSource;
import org.anlan.format.FindingList;
import org.anlan.format.OpenOptions;
import org.anlan.format.SourceEncoding;
import org.anlan.format.SourceFeature;
import org.anlan.format.SourceField;

/**
 * A .dbf without shapes.
 *
 * @param name the layer's name
 * @param dbf where it lies
 * @param header what it begins with
 * @param encoding of its texts
 * @param fields its fields
 * @param findings what was found when it was opened
 */
record DbfTable(
        String name,
        Path dbf,
        Optional<DbfHeader> header,
        SourceEncoding encoding,
        List<SourceField> fields,
        List<Finding> findings)
        implements FeatureSource {

    static DbfTable open(Path dbf, Optional<Path> cpg, String name, OpenOptions options) throws IOException {
        FindingList findings = new FindingList(name);
        Optional<Charset> declared = ShapefileOpening.declaredCharset(cpg, name, findings);
        ShapefileOpening.Table table = ShapefileOpening.table(dbf, name, options, declared, findings);
        return new DbfTable(name, dbf, table.header(), table.encoding(), table.fields(), findings.list());
    }

    @Override
    public String format() {
        return "dbf";
    }

    @Override
    public Optional<Integer> count() {
        return header.map(DbfHeader::presentRows);
    }

    @Override
    public Optional<String> declaredCrs() {
        return Optional.empty();
    }

    @Override
    public FeatureReader read() throws IOException {
        FindingList found = new FindingList(name);
        return new Rows(
                header.isPresent()
                        ? Optional.of(new DbfRows(dbf, header.get(), fields, encoding.charset(), found))
                        : Optional.empty(),
                found);
    }

    /** Reads the rows that are not deleted. */
    private static final class Rows implements FeatureReader {

        private final Optional<DbfRows> rows;
        private final FindingList found;
        private int record;

        Rows(Optional<DbfRows> rows, FindingList found) {
            this.rows = rows;
            this.found = found;
        }

        @Override
        public Optional<SourceFeature> next() throws IOException {
            while (rows.isPresent() && rows.get().has(record)) {
                int row = record++;
                if (!rows.get().isDeleted(row)) {
                    return Optional.of(new SourceFeature(
                            record, Optional.empty(), rows.get().values(row)));
                }
            }
            return Optional.empty();
        }

        @Override
        public List<Finding> findings() {
            return found.list();
        }

        @Override
        public void close() throws IOException {
            if (rows.isPresent()) {
                rows.get().close();
            }
        }
    }
}
