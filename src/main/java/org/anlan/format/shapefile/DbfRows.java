package org.anlan.format.shapefile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.format.FindingList;
import org.anlan.format.SourceField;

/** The rows of a .dbf, values read by the types of the fields. */
final class DbfRows implements Closeable {

    private static final byte DELETED = '*';
    private static final int SHOWN = 40;

    private final FileWindow file;
    private final DbfHeader header;
    private final FindingList findings;
    private final List<SourceField> fields;
    private final TextDecoder decoder;
    private final DbfValue[] readers;
    private final int[] offsets;
    private final int[] ends;

    /**
     * @param fields the readable fields in the order of the header
     * @param charset encoding of texts
     */
    DbfRows(Path dbf, DbfHeader header, List<SourceField> fields, Charset charset, FindingList findings)
            throws IOException {
        this.header = header;
        this.findings = findings;
        this.fields = fields;
        this.decoder = new TextDecoder(charset);
        List<DbfColumn> columns = new ArrayList<>(header.columns());
        columns.removeIf(column -> column.type().isEmpty());
        readers = new DbfValue[columns.size()];
        offsets = new int[columns.size()];
        ends = new int[columns.size()];
        for (int i = 0; i < readers.length; i++) {
            DbfColumn column = columns.get(i);
            readers[i] = reader(column.letter(), fields.get(i).type());
            offsets[i] = column.offset();
            ends[i] = column.offset() + column.width();
        }
        file = new FileWindow(dbf);
    }

    /** Whether there is a row (from 0) of this number. */
    boolean has(int row) {
        return row < header.presentRows();
    }

    boolean isDeleted(int row) throws IOException {
        int at = file.seek(header.rowAt(row), header.rowBytes());
        return file.bytes()[at] == DELETED;
    }

    /** The values of a row (from 0), one per field. */
    Object[] values(int row) throws IOException {
        int at = file.seek(header.rowAt(row), header.rowBytes());
        byte[] bytes = file.bytes();
        Object[] values = new Object[readers.length];
        for (int i = 0; i < readers.length; i++) {
            Object value = readers[i].read(bytes, at + offsets[i], at + ends[i]);
            values[i] = value instanceof DbfValue.Flaw flaw ? reported(flaw, row + 1, i, at) : value;
        }
        return values;
    }

    private Object reported(DbfValue.Flaw flaw, int record, int field, int at) {
        String name = fields.get(field).name();
        switch (flaw.trouble()) {
            case UNREADABLE -> {
                String raw = decoder.decode(
                        file.bytes(), at + offsets[field], Math.min(at + ends[field], at + offsets[field] + SHOWN));
                findings.tally(
                        "shapefile.bad-value",
                        name,
                        Severity.WARNING,
                        record,
                        Text.of(
                                "字段“%s”的值“%s”不符合字段类型，已按空值读取",
                                "field “%s” holds “%s”, which its type does not allow; it was read as no value",
                                name,
                                raw.strip()));
            }
            case UNDECODABLE ->
                findings.tally(
                        "shapefile.undecodable-text",
                        name,
                        Severity.WARNING,
                        record,
                        Text.of(
                                "字段“%s”的文字不符合所用编码，请检查并另选编码",
                                "the text of field “%s” does not fit the encoding; check and choose another one",
                                name));
            case CLIPPED ->
                findings.tally(
                        "shapefile.clipped-text",
                        name,
                        Severity.NOTE,
                        record,
                        Text.of(
                                "字段“%s”的文字在末尾被截断，半个汉字已略去",
                                "the text of field “%s” was clipped by its writer; half a character at its end was left out",
                                name));
        }
        return flaw.value();
    }

    private DbfValue reader(char letter, SourceField.Type type) {
        return switch (type) {
            case TEXT -> new TextColumn(decoder);
            case INTEGER -> letter == 'I' ? DbfValue::binaryWhole : DbfValue.digits(true);
            case NUMBER -> letter == 'B' ? DbfValue::binaryDecimal : DbfValue.digits(false);
            case DATE -> letter == 'T' ? DbfValue::binaryDay : DbfValue::date;
            case BOOLEAN -> DbfValue::logical;
        };
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
