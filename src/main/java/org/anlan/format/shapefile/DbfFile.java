package org.anlan.format.shapefile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.format.FindingList;
import org.anlan.format.SourceField;
import org.anlan.format.TextEncoding;

/** Writes a .dbf (dBASE III): header, rows, end mark. */
final class DbfFile implements RowSink {

    private static final int WIDEST_ROW = 65_535;
    private static final int MOST_FIELDS = 2_046;
    private static final int FIXED = 32;
    private static final byte DBASE_III = 3;
    private static final byte CP936 = 0x4D;
    /** The first of January 2000, whenever it is: the same features give the same bytes. */
    private static final byte[] DAY_OF_CHANGE = {100, 1, 1};

    private static final byte HEADER_END = 0x0D;
    private static final byte FILE_END = 0x1A;
    private static final int ROWS_AT = 4;

    private final ShpFiles.OutputWindow file;
    private final List<DbfOutField> fields;
    private final FindingList findings;
    private final TextClip clip;
    private final ByteBuffer row;
    private int rows;

    DbfFile(Path dbf, List<DbfOutField> fields, Charset charset, FindingList findings) throws IOException {
        this.fields = fields;
        this.findings = findings;
        this.clip = new TextClip(charset);
        this.row = ByteBuffer.allocate(rowBytes(fields));
        this.file = new ShpFiles.OutputWindow(dbf);
        writeHeader(charset);
    }

    private static int rowBytes(List<DbfOutField> fields) {
        int bytes = 1 + fields.stream().mapToInt(DbfOutField::width).sum();
        if (bytes > WIDEST_ROW || fields.size() > MOST_FIELDS) {
            throw Refusal.unprocessable(
                    "shapefile-too-wide",
                    "共 %d 个字段、每行 %d 字节，超出 .dbf 的上限（%d 个、%d 字节）；请减少字段或改用其他格式",
                    "%d fields of %d bytes a row exceed what a .dbf holds (%d fields, %d bytes); leave fields out or export another format",
                    fields.size(),
                    bytes,
                    MOST_FIELDS,
                    WIDEST_ROW);
        }
        return bytes;
    }

    private void writeHeader(Charset charset) throws IOException {
        int length = FIXED + FIXED * fields.size() + 1;
        ByteBuffer header = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        header.put(DBASE_III);
        header.put(DAY_OF_CHANGE);
        header.putShort(8, (short) length).putShort(10, (short) row.capacity());
        header.put(29, CodePages.widest(charset).equals(TextEncoding.GB18030) ? CP936 : 0);
        int at = FIXED;
        for (DbfOutField field : fields) {
            clip.put(field.name(), header.slice(at, 10));
            header.put(at + 11, (byte) field.letter()).put(at + 16, (byte) field.width());
            header.put(at + 17, (byte) field.decimals());
            at += FIXED;
        }
        header.put(at, HEADER_END);
        file.write(header.clear());
    }

    @Override
    public void write(int record, Object[] values) throws IOException {
        Arrays.fill(row.array(), (byte) ' ');
        int at = 1;
        for (int i = 0; i < fields.size(); i++) {
            DbfOutField field = fields.get(i);
            Object value = i < values.length ? values[i] : null;
            if (value != null) {
                put(record, field, at, value);
            } else if (field.type() == SourceField.Type.BOOLEAN) {
                row.put(at, (byte) '?');
            }
            at += field.width();
        }
        file.write(row.clear());
        rows++;
    }

    private void put(int record, DbfOutField field, int at, Object value) {
        switch (field.type()) {
            case TEXT -> text(record, field, at, value.toString());
            case INTEGER, NUMBER -> number(record, field, at, (Number) value);
            case DATE -> date(record, field, at, (LocalDate) value);
            case BOOLEAN -> row.put(at, (byte) (value.equals(true) ? 'T' : 'F'));
        }
    }

    private void text(int record, DbfOutField field, int at, String text) {
        clip.put(text, row.slice(at, field.width()));
        if (clip.clipped()) {
            findings.tally(
                    "shapefile.text-clipped",
                    field.name(),
                    Severity.WARNING,
                    record,
                    Text.of(
                            "字段“%s”的文字超过 %d 字节，末尾已截去",
                            "the text of field “%s” is longer than %d bytes; its end was left out",
                            field.name(),
                            field.width()));
        }
        if (clip.replaced()) {
            findings.tally(
                    "shapefile.text-unencodable",
                    field.name(),
                    Severity.WARNING,
                    record,
                    Text.of(
                            "字段“%s”含有所选编码没有的字符，已写作“?”；可改用 UTF-8",
                            "field “%s” has characters that the encoding lacks; they were written as “?”, UTF-8 has them",
                            field.name()));
        }
    }

    private void number(int record, DbfOutField field, int at, Number value) {
        Optional<String> digits = DbfNumberText.of(value, field.width(), field.decimals());
        if (digits.isPresent()) {
            ascii(at + field.width() - digits.get().length(), digits.get());
            return;
        }
        Arrays.fill(row.array(), at, at + field.width(), (byte) '*');
        tooWide(record, field, value);
    }

    private void date(int record, DbfOutField field, int at, LocalDate day) {
        if (day.getYear() >= 0 && day.getYear() <= 9999) {
            ascii(at, DateTimeFormatter.BASIC_ISO_DATE.format(day));
        } else {
            tooWide(record, field, day);
        }
    }

    private void tooWide(int record, DbfOutField field, Object value) {
        findings.tally(
                "shapefile.value-too-wide",
                field.name(),
                Severity.ERROR,
                record,
                Text.of(
                        "字段“%s”的值 %s 超出 %d 位宽度，无法写入",
                        "field “%s” has the value %s, which does not fit its %d digits; it could not be written",
                        field.name(),
                        value,
                        field.width()));
    }

    private void ascii(int at, String text) {
        row.slice(at, text.length()).put(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        try (file) {
            file.write(ByteBuffer.wrap(new byte[] {FILE_END}));
            file.rewrite(
                    ROWS_AT,
                    ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(0, rows));
        }
    }
}
