package org.anlan.format.xlsx;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a workbook sheet by sheet and row by row. The header is bold and stays in view. A cell is a Double, Long, Boolean, LocalDate or text; null and "" are
 * blank. Texts are never computed, and the same cells give the same bytes.
 */
public final class SheetsWriter implements Closeable {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Unclosed stream;
    private final ZipOutputStream zip;
    private final BufferedWriter out;
    private int begun;
    private SheetXml sheet;

    /**
     * Begins a workbook.
     *
     * @param stream where it is written; stays open
     * @param names of the sheets, made fit for Excel
     */
    public SheetsWriter(OutputStream stream, List<String> names) throws IOException {
        this.stream = new Unclosed(stream);
        zip = new ZipOutputStream(this.stream, StandardCharsets.UTF_8);
        for (Map.Entry<String, String> part : WorkbookXml.parts(names).entrySet()) {
            begin(part.getKey());
            zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        }
        out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
    }

    private void begin(String part) throws IOException {
        ZipEntry entry = new ZipEntry(part);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }

    /** Begins the next sheet. */
    public void next() throws IOException {
        end();
        begun++;
        begin(WorkbookXml.sheet(begun));
        sheet = new SheetXml(out);
    }

    private void end() throws IOException {
        if (sheet != null) {
            sheet.end();
            out.flush();
            zip.closeEntry();
        }
    }

    /** Writes the first row of a sheet. */
    public void header(Object... names) throws IOException {
        sheet.header(names);
    }

    /** Writes a row. */
    public void row(Object... cells) throws IOException {
        sheet.row(cells);
    }

    /** The rows of this sheet so far, with its header. */
    int rows() {
        return sheet.rows();
    }

    /** Ends the workbook; without this it is none. */
    public void finish() throws IOException {
        end();
        zip.finish();
        zip.flush();
    }

    /** Lets go of the deflater; what it would still write of an unfinished workbook belongs nowhere. */
    @Override
    public void close() throws IOException {
        stream.mute();
        zip.close();
    }

    /** The caller's stream, which is his to close. */
    private static final class Unclosed extends FilterOutputStream {
        private boolean muted;

        Unclosed(OutputStream out) {
            super(out);
        }

        void mute() {
            muted = true;
        }

        @Override
        public void write(int b) throws IOException {
            if (!muted) {
                out.write(b);
            }
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (!muted) {
                out.write(bytes, offset, length);
            }
        }

        @Override
        public void flush() throws IOException {
            if (!muted) {
                out.flush();
            }
        }

        @Override
        public void close() {
            muted = true;
        }
    }
}
