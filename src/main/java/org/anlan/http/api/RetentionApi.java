package org.anlan.http.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import org.anlan.coast.By;
import org.anlan.coast.Coast;
import org.anlan.coast.Retention;
import org.anlan.coast.forms.CrossText;
import org.anlan.coast.forms.RetentionText;
import org.anlan.http.Parameters;
import org.anlan.http.Reading;
import org.anlan.http.Services;
import org.anlan.http.gate.Heavy;

/** {@code /api/v1/coast/retention}: the natural-coast retention ratio by region or class, or by both at once. */
public final class RetentionApi {

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
        Retention retention = services.analyses().retention();
        FigureOut.send(
                context,
                across.map(by -> CrossText.forms(
                                retention.table(question, by),
                                services.catalog(),
                                services.analyses().coastMaps()))
                        .orElseGet(() -> RetentionText.forms(
                                retention.figure(question),
                                services.catalog(),
                                services.analyses().coastMaps())));
    }

    /** What the parameters ask. */
    private static Retention.Question question(Context context) {
        return new Retention.Question(
                Parameters.year(context),
                coast(context),
                By.of(Parameters.text(context, "by").orElse("city")),
                Parameters.text(context, "rules"),
                Parameters.text(context, "target"),
                Parameters.revision(context));
    }

    /** The coast that is asked for, else the mainland. */
    static Coast coast(Context context) {
        return Parameters.text(context, "coast").map(Coast::of).orElse(Coast.MAINLAND);
    }
}
