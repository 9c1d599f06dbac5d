package org.anlan.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.anlan.base.Language;
import org.anlan.report.Document;
import org.anlan.report.ReportFormat;
import picocli.CommandLine.Option;

/** Where a report goes and in which language. */
final class ReportFlags {

    @Option(
            names = "--lang",
            defaultValue = "zh",
            description = "报告的语言 / language of an html or xlsx report: zh, en (default: ${DEFAULT-VALUE})")
    private String language;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "html、xlsx 写入该文件，缺省写到标准输出 / where an html or xlsx report is written (default: standard output)")
    private Optional<Path> file = Optional.empty();

    /** Writes the document; refused ({@code unknown-language}). */
    void write(Document document, ReportFormat format) {
        Language asked = Language.of(language);
        try (OutputStream out = file.isPresent() ? Files.newOutputStream(file.get()) : new Standard()) {
            format.write(document, asked, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Standard output, which stays open. */
    private static final class Standard extends FilterOutputStream {

        private Standard() {
            super(System.out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
