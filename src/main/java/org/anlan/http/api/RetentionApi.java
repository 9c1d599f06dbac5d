package org.anlan.http.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.anlan.base.Refusal;
import org.anlan.coast.By;
import org.anlan.coast.Coast;
import org.anlan.coast.CrossTable;
import org.anlan.coast.CrossText;
import org.anlan.coast.Retention;
import org.anlan.coast.RetentionFigure;
import org.anlan.coast.RetentionText;
import org.anlan.http.Json;
import org.anlan.http.Parameters;
import org.anlan.http.Reading;
import org.anlan.http.Services;
import org.anlan.http.gate.Heavy;

/** {@code /api/v1/coast/retention}: the natural-coast retention ratio by region or class, or by both at once. */
public final class RetentionApi {

    /** Excel takes a CSV for GBK unless it begins with a byte order mark. */
    static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Services services;
    private final Heavy heavy;

    /** Serves the figures of these services, where there is room for them. */
    public RetentionApi(Services services, Heavy heavy) {
        this.heavy = heavy;
        this.services = services;
    }

    /** Adds the endpoint. */
    public void register(RoutesConfig routes) {
        Reading.at(routes, "/api/v1/coast/retention", heavy.within(this::retention));
    }

    private void retention(Context context) {
        Retention.Question question = question(context);
        Optional<By> across = Parameters.text(context, "across").map(By::of);
        String format = Parameters.text(context, "format").orElse("json");
        if (across.isPresent()) {
            CrossTable table = services.analyses().retention().table(question, across.get());
            send(
                    context,
                    format,
                    () -> CrossText.tree(table),
                    () -> CrossText.csv(table),
                    name(table.figure()) + "-" + table.across().word());
        } else {
            RetentionFigure figure = services.analyses().retention().figure(question);
            send(context, format, () -> RetentionText.tree(figure), () -> RetentionText.csv(figure), name(figure));
        }
    }

    /** What the parameters ask. */
    static Retention.Question question(Context context) {
        return new Retention.Question(
                Parameters.year(context),
                Coast.of(Parameters.text(context, "coast").orElse("mainland")),
                By.of(Parameters.text(context, "by").orElse("city")),
                Parameters.text(context, "rules"),
                Parameters.text(context, "target"),
                Parameters.revision(context));
    }

    private static String name(RetentionFigure figure) {
        String coast =
                figure.coast() == Coast.MAINLAND ? "" : "-" + figure.coast().word();
        return "retention-" + figure.surveyYear() + coast + "-" + figure.by().word();
    }

    /** Answers in one of the formats that figures of the coast have; refused ({@code unknown-format}). */
    static void send(Context context, String format, Supplier<JsonNode> json, Supplier<String> csv, String fileName) {
        switch (format) {
            case "json" -> Json.send(context, json.get());
            case "csv" ->
                context.contentType("text/csv; charset=utf-8")
                        .header("Content-Disposition", "attachment; filename=\"" + fileName + ".csv\"")
                        .result((BYTE_ORDER_MARK + csv.get()).getBytes(StandardCharsets.UTF_8));
            default ->
                throw Refusal.invalid(
                        "unknown-format",
                        "没有格式“%s”；可用：json, csv",
                        "There is no format \"%s\"; there are: json, csv",
                        format);
        }
    }
}
