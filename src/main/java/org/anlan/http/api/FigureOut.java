package org.anlan.http.api;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.anlan.base.Language;
import org.anlan.base.Refusal;
import org.anlan.http.FilesTaken;
import org.anlan.http.Json;
import org.anlan.http.Parameters;
import org.anlan.report.FigureForms;
import org.anlan.report.ReportFormat;

/**
 * Answers with a figure in the form that {@code format} asks for, JSON where it asks for none. Pages and workbooks are in the language that {@code lang} asks for, else
 * Chinese.
 */
final class FigureOut {

    /** Excel takes a CSV for GBK unless it begins with a byte order mark. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private FigureOut() {}

    /** Answers; refused ({@code unknown-format}, {@code unknown-language}). */
    static void send(Context context, FigureForms forms) {
        String format = Parameters.text(context, "format").orElse("json");
        switch (format) {
            case "json" -> Json.send(context, forms.json().get());
            case "csv" -> {
                context.contentType("text/csv; charset=utf-8");
                file(
                        context,
                        "attachment",
                        forms,
                        "csv",
                        (BYTE_ORDER_MARK + forms.csv().get()).getBytes(StandardCharsets.UTF_8));
            }
            case "geojson" ->
                Json.send(
                        context,
                        forms.geoJson()
                                .orElseThrow(() -> unknown(format, forms))
                                .get(),
                        "application/geo+json");
            default -> report(context, forms, ReportFormat.of(format).orElseThrow(() -> unknown(format, forms)));
        }
    }

    private static void report(Context context, FigureForms forms, ReportFormat format) {
        Language language = Parameters.text(context, "lang").map(Language::of).orElse(Language.ZH);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            format.write(forms.document().get(), language, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.contentType(format.mediaType());
        file(context, format == ReportFormat.HTML ? "inline" : "attachment", forms, format.word(), out.toByteArray());
    }

    private static void file(Context context, String shown, FigureForms forms, String ending, byte[] bytes) {
        FilesTaken.isFile(context);
        context.header("Content-Disposition", shown + "; filename=\"" + forms.fileName() + "." + ending + "\"")
                .result(bytes);
    }

    private static Refusal unknown(String format, FigureForms forms) {
        return Refusal.invalid(
                "unknown-format",
                "没有格式“%s”；可用：%s",
                "There is no format \"%s\"; there are: %s",
                format,
                "json, csv, " + (forms.geoJson().isPresent() ? "geojson, " : "") + "html, xlsx");
    }
}
