package org.anlan.format.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.anlan.base.Refusal;
import org.anlan.format.FeatureSource;
import org.anlan.format.OpenOptions;
import org.anlan.format.SingleFileFormat;
import org.anlan.format.SourceEncoding;
import org.anlan.format.TextEncoding;

/** CSV files as Excel and other office software write them. */
public final class Csv {

    static final String NAME = "csv";

    /** How a hand-in is opened as a CSV table. */
    public static final SingleFileFormat FORMAT = SingleFileFormat.ofOneLayer(
            Set.of("csv", "tsv"), (file, name, options) -> Optional.of(open(file, name, options)));

    private Csv() {}

    private static FeatureSource open(Path file, String name, OpenOptions options) throws IOException {
        SourceEncoding encoding = TextEncoding.of(file, options);
        return Table.open(name, NAME, encoding, new CsvFile(file, encoding.charset(), name))
                .orElseThrow(() ->
                        Refusal.unprocessable("csv-empty", "表格“%s”没有任何内容", "The table “%s” has no content", name));
    }
}
