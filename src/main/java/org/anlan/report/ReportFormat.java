package org.anlan.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.anlan.base.EnumWord;
import org.anlan.base.Language;
import org.anlan.report.page.PrintedPage;
import org.anlan.report.workbook.DocumentWorkbook;

/** A form in which people are given a document. */
public enum ReportFormat {
    /** A page to read and to print on A4: one file that needs nothing else. */
    HTML("text/html; charset=utf-8") {
        @Override
        public void write(Document document, Language language, OutputStream out) throws IOException {
            out.write(PrintedPage.of(document, language).getBytes(StandardCharsets.UTF_8));
        }
    },
    /** A workbook: the tables, a sheet each, and what they rest on. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        public void write(Document document, Language language, OutputStream out) throws IOException {
            DocumentWorkbook.write(document, language, out);
        }
    };

    private final String mediaType;

    ReportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Its media type. */
    public String mediaType() {
        return mediaType;
    }

    /** The word for it, which is the end of a file's name as well. */
    public String word() {
        return EnumWord.of(this);
    }

    /** The form of this word, if it is one. */
    public static Optional<ReportFormat> of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst();
    }

    /** Writes a document in this form; the stream stays open. */
    public abstract void write(Document document, Language language, OutputStream out) throws IOException;
}
