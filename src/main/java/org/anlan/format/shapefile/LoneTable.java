package org.anlan.format.shapefile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.anlan.base.Finding;
import org.anlan.format.FindingList;
import org.anlan.format.SourceField;

/** Writes a .dbf without shapes, and its .cpg. */
final class LoneTable implements Closeable {

    private final FindingList findings;
    private final RowSink table;
    private int record;

    LoneTable(Path folder, String name, List<SourceField> fields, Charset charset) throws IOException {
        findings = new FindingList(name);
        Files.writeString(folder.resolve(name + ".cpg"), charset.name(), StandardCharsets.US_ASCII);
        table = new FittedTable(
                folder.resolve(name + ".dbf"), fields, ClippedNames.of(fields, charset), charset, findings);
    }

    void write(Object[] values) throws IOException {
        table.write(++record, values);
    }

    List<Finding> findings() {
        return findings.list();
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
