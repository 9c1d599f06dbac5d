package org.anlan.http.api;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.anlan.base.Language;
import org.anlan.http.Parameters;
import org.anlan.report.Document;
import org.anlan.report.ReportFormat;

/** Answers with a document in the form that {@code format} asks for ("html", "xlsx"), in the language that {@code lang} asks for, else Chinese. */
final class ReportOut {

    private ReportOut() {}

    /**
     * Answers; refused ({@code unknown-language}).
     *
     * @param name of the file that a browser keeps, without its ending
     */
    static void send(Context context, ReportFormat format, Document document, String name) {
        Language language = Parameters.text(context, "lang").map(Language::of).orElse(Language.ZH);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            format.write(document, language, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String shown = format == ReportFormat.HTML ? "inline" : "attachment";
        context.contentType(format.mediaType())
                .header("Content-Disposition", shown + "; filename=\"" + name + "." + format.word() + "\"")
                .result(out.toByteArray());
    }
}
