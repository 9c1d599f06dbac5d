package org.anlan.format.shapefile;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.anlan.format.FindingList;
import org.anlan.format.SourceField;

/**
 * A .dbf whose fields are as wide as their widest value needs. The header, which comes first, tells the widths; so rows wait in a
 * file beside it until all have been seen. The coast of the demonstration takes a sixteenth of what fields of 254 bytes would.
 */
final class FittedTable implements RowSink {

    private final Path dbf;
    private final Path waiting;
    private final List<String> names;
    private final Charset charset;
    private final FindingList findings;
    private final List<ColumnFit> columns;
    private final DataOutputStream rows;
    private int count;
    private boolean closed;

    FittedTable(Path dbf, List<SourceField> fields, List<String> names, Charset charset, FindingList findings)
            throws IOException {
        this.dbf = dbf;
        this.names = names;
        this.charset = charset;
        this.findings = findings;
        this.columns = fields.stream()
                .map(field -> new ColumnFit(field.type(), charset))
                .toList();
        this.waiting = dbf.resolveSibling(dbf.getFileName() + ".rows");
        this.rows = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(waiting), 1 << 16));
    }

    @Override
    public void write(int record, Object[] values) throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).see(values[i]);
            WaitingValue.write(rows, columns.get(i).type(), values[i]);
        }
        count++;
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        rows.close();
        List<DbfOutField> fields = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            fields.add(columns.get(i).field(names.get(i)));
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(waiting), 1 << 16));
                DbfFile file = new DbfFile(dbf, fields, charset, findings)) {
            Object[] values = new Object[columns.size()];
            for (int record = 1; record <= count; record++) {
                for (int i = 0; i < values.length; i++) {
                    values[i] = WaitingValue.read(in, columns.get(i).type());
                }
                file.write(record, values);
            }
        }
        Files.deleteIfExists(waiting);
    }
}
