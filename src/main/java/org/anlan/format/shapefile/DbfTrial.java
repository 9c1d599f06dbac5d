package org.anlan.format.shapefile;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.anlan.format.OpenOptions;
import org.anlan.format.SourceEncoding;
import org.anlan.format.SourceEncoding.Reason;
import org.anlan.format.SourceField;
import org.anlan.format.TextEncoding;
import org.anlan.format.Utf8;

/**
 * Finds the encoding of a .dbf: the user's choice, else the .cpg, else the language byte, else UTF-8 when every name and text of
 * the whole file fits it, else GB18030.
 */
final class DbfTrial {

    private DbfTrial() {}

    /**
     * @param declared what the .cpg names
     * @param header header of the .dbf in {@code file}
     */
    static SourceEncoding choose(OpenOptions options, Optional<Charset> declared, DbfHeader header, FileWindow file)
            throws IOException {
        Optional<SourceEncoding> told = told(options, declared);
        if (told.isPresent()) {
            return told.get();
        }
        Optional<Charset> language = CodePages.ofLanguageByte(header.language());
        if (language.isPresent()) {
            return new SourceEncoding(language.get(), Reason.LANGUAGE_BYTE);
        }
        return fitsUtf8(header, file)
                ? new SourceEncoding(StandardCharsets.UTF_8, Reason.VALID_UTF8)
                : new SourceEncoding(TextEncoding.GB18030, Reason.ASSUMED);
    }

    /** What the user or the .cpg tells, as far as either does. */
    static Optional<SourceEncoding> told(OpenOptions options, Optional<Charset> declared) {
        return options.encoding()
                .map(charset -> new SourceEncoding(CodePages.widest(charset), Reason.CHOSEN))
                .or(() -> declared.map(charset -> new SourceEncoding(charset, Reason.DECLARED)));
    }

    private static boolean fitsUtf8(DbfHeader header, FileWindow file) throws IOException {
        for (DbfColumn column : header.columns()) {
            if (Utf8.of(column.rawName(), 0, column.rawName().length) == Utf8.Trial.INVALID) {
                return false;
            }
        }
        List<DbfColumn> texts = header.columns().stream()
                .filter(column -> column.type().equals(Optional.of(SourceField.Type.TEXT)))
                .toList();
        for (int row = 0; row < header.presentRows() && !texts.isEmpty(); row++) {
            int at = file.seek(header.rowAt(row), header.rowBytes());
            for (DbfColumn column : texts) {
                int from = at + column.offset();
                // a text that fills its field may have lost the end of its last character
                if (Utf8.of(file.bytes(), from, from + column.width()) == Utf8.Trial.INVALID) {
                    return false;
                }
            }
        }
        return true;
    }
}
