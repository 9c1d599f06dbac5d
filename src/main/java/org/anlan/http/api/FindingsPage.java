package org.anlan.http.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.anlan.base.Finding;
import org.anlan.base.Refusal;
import org.anlan.format.OutFormat;
import org.anlan.format.OutFormats;
import org.anlan.http.Json;
import org.anlan.http.Parameters;
import org.anlan.intake.CheckReport;
import org.anlan.intake.FindingsFile;
import org.anlan.store.Upload;

/** The findings of an upload: by page, by severity and code, or all of them as a file. */
final class FindingsPage {

    private final UploadJson json;

    FindingsPage(UploadJson json) {
        this.json = json;
    }

    void send(Context context, Upload upload, CheckReport report) throws IOException {
        Optional<String> severity = Parameters.text(context, "severity");
        Optional<String> code = Parameters.text(context, "code");
        List<Finding> wanted = report.findings().stream()
                .filter(f ->
                        severity.filter(s -> !s.equals(Json.word(f.severity()))).isEmpty())
                .filter(f -> code.filter(c -> !c.equals(f.code())).isEmpty())
                .toList();
        String format = Parameters.text(context, "format").orElse("json");
        if (format.equals("json")) {
            page(context, report, wanted);
        } else {
            file(context, upload, wanted, format);
        }
    }

    private void page(Context context, CheckReport report, List<Finding> wanted) {
        int limit = Parameters.whole(context, "limit", 1, 10_000)
                .map(Long::intValue)
                .orElse(1_000);
        int after = Parameters.whole(context, "after", 0, Integer.MAX_VALUE)
                .map(Long::intValue)
                .orElse(0);
        Map<String, Integer> byCode = new TreeMap<>();
        report.findings().forEach(f -> byCode.merge(f.code(), 1, Integer::sum));
        Map<String, Integer> byFix = new TreeMap<>();
        report.findings().forEach(f -> f.fix().ifPresent(fix -> byFix.merge(fix, 1, Integer::sum)));
        int end = (int) Math.min(wanted.size(), (long) after + limit);
        Json.send(
                context,
                Map.of(
                        "total",
                        report.errors() + report.warnings() + report.notes(),
                        "kept",
                        report.findings().size(),
                        "matching",
                        wanted.size(),
                        "codes",
                        byCode,
                        "fixes",
                        byFix,
                        "next",
                        end < wanted.size() ? Optional.of(end) : Optional.empty(),
                        "findings",
                        wanted.subList(Math.min(after, end), end).stream()
                                .map(json::finding)
                                .toList()));
    }

    private static void file(Context context, Upload upload, List<Finding> wanted, String word) throws IOException {
        List<String> words = List.of("geojson", "xlsx", "csv");
        OutFormat format = Optional.of(word)
                .filter(words::contains)
                .flatMap(OutFormats::byWord)
                .orElseThrow(() -> Refusal.invalid(
                        "unknown-format",
                        "没有格式“%s”；可用：json, %s",
                        "There is no format \"%s\"; there are: json, %s",
                        word,
                        String.join(", ", words)));
        context.contentType(format.mediaType())
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"findings-" + upload.id().substring(0, 8) + "." + format.extension()
                                + "\"");
        FindingsFile.write(wanted, format, context.outputStream());
    }
}
