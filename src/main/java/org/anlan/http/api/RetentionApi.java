package org.anlan.http.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import org.anlan.base.Refusal;
import org.anlan.coast.By;
import org.anlan.coast.Retention;
import org.anlan.coast.RetentionFigure;
import org.anlan.coast.RetentionText;
import org.anlan.http.Json;
import org.anlan.http.Parameters;
import org.anlan.http.Reading;
import org.anlan.http.Services;
import org.anlan.http.gate.Heavy;

/** {@code /api/v1/coast/retention}: the natural-coast retention ratio by city, town, bay, protection class or function space. */
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
        RetentionFigure figure = services.analyses()
                .retention()
                .figure(new Retention.Question(
                        Parameters.year(context),
                        By.of(Parameters.text(context, "by").orElse("city")),
                        Parameters.text(context, "rules"),
                        Parameters.revision(context)));
        String format = Parameters.text(context, "format").orElse("json");
        switch (format) {
            case "json" -> Json.send(context, RetentionText.tree(figure));
            case "csv" ->
                context.contentType("text/csv; charset=utf-8")
                        .header(
                                "Content-Disposition",
                                "attachment; filename=\"retention-" + figure.surveyYear() + "-"
                                        + figure.by().word() + ".csv\"")
                        .result((BYTE_ORDER_MARK + RetentionText.csv(figure)).getBytes(StandardCharsets.UTF_8));
            default ->
                throw Refusal.invalid(
                        "unknown-format",
                        "没有格式“%s”；可用：json, csv",
                        "There is no format \"%s\"; there are: json, csv",
                        format);
        }
    }
}
