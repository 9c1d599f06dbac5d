package org.anlan.http.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.anlan.base.Language;
import org.anlan.base.Refusal;
import org.anlan.http.Json;
import org.anlan.http.Parameters;
import org.anlan.report.Document;
import org.anlan.report.ReportFormat;

/**
 * Answers with a figure in the form that {@code format} asks for, JSON where it asks for none: of those it was given. Pages and workbooks are in the language that
 * {@code lang} asks for, else Chinese. Used for one answer.
 */
final class FigureOut {

    /** Excel takes a CSV for GBK unless it begins with a byte order mark. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Context context;
    private final String name;
    private final Map<String, Runnable> forms = new LinkedHashMap<>();

    /**
     * An answer that has no form yet.
     *
     * @param name of the file that a browser keeps, without its ending
     */
    FigureOut(Context context, String name) {
        this.context = context;
        this.name = name;
    }

    /** JSON is one of its forms. */
    FigureOut json(Supplier<JsonNode> tree) {
        forms.put("json", () -> Json.send(context, tree.get()));
        return this;
    }

    /** CSV is one of its forms. */
    FigureOut csv(Supplier<String> text) {
        forms.put("csv", () -> {
            context.contentType("text/csv; charset=utf-8");
            file("attachment", "csv").result((BYTE_ORDER_MARK + text.get()).getBytes(StandardCharsets.UTF_8));
        });
        return this;
    }

    /** GeoJSON is one of its forms. */
    FigureOut geoJson(Supplier<JsonNode> tree) {
        forms.put("geojson", () -> Json.send(context, tree.get(), "application/geo+json"));
        return this;
    }

    /** A page and a workbook are among its forms. */
    FigureOut document(Supplier<Document> document) {
        for (ReportFormat format : ReportFormat.values()) {
            forms.put(format.word(), () -> report(format, document.get()));
        }
        return this;
    }

    /** Answers; refused ({@code unknown-format}, {@code unknown-language}). */
    void send() {
        String format = Parameters.text(context, "format").orElse("json");
        Optional.ofNullable(forms.get(format))
                .orElseThrow(() -> Refusal.invalid(
                        "unknown-format",
                        "没有格式“%s”；可用：%s",
                        "There is no format \"%s\"; there are: %s",
                        format,
                        String.join(", ", forms.keySet())))
                .run();
    }

    private void report(ReportFormat format, Document document) {
        Language language =
                Parameters.text(context, "lang").map(Language::of).orElse(Language.ZH);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            format.write(document, language, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.contentType(format.mediaType());
        file(format == ReportFormat.HTML ? "inline" : "attachment", format.word())
                .result(out.toByteArray());
    }

    private Context file(String shown, String ending) {
        return context.header("Content-Disposition", shown + "; filename=\"" + name + "." + ending + "\"");
    }
}
