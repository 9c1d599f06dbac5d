package org.anlan.http.api;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import org.anlan.base.Refusal;
import org.anlan.coast.FigureForms;
import org.anlan.http.Json;
import org.anlan.http.Parameters;
import org.anlan.report.ReportFormat;

/** Answers with a figure of the coast in the form that {@code format} asks for. */
final class FigureOut {

    private FigureOut() {}

    /** Answers; refused ({@code unknown-format}, {@code unknown-language}). */
    static void send(Context context, FigureForms forms) {
        String format = Parameters.text(context, "format").orElse("json");
        switch (format) {
            case "json" -> Json.send(context, forms.json().get());
            case "csv" ->
                context.contentType("text/csv; charset=utf-8")
                        .header("Content-Disposition", "attachment; filename=\"" + forms.fileName() + ".csv\"")
                        .result((RetentionApi.BYTE_ORDER_MARK + forms.csv().get()).getBytes(StandardCharsets.UTF_8));
            default ->
                ReportOut.send(
                        context,
                        ReportFormat.of(format).orElseThrow(() -> unknown(format)),
                        forms.document().get(),
                        forms.fileName());
        }
    }

    private static Refusal unknown(String format) {
        return Refusal.invalid(
                "unknown-format",
                "没有格式“%s”；可用：json, csv, html, xlsx",
                "There is no format \"%s\"; there are: json, csv, html, xlsx",
                format);
    }
}
