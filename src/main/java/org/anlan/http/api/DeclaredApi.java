package org.anlan.http.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.anlan.coast.By;
import org.anlan.coast.Declared;
import org.anlan.coast.forms.DeclaredText;
import org.anlan.http.Parameters;
import org.anlan.http.Reading;
import org.anlan.http.Services;
import org.anlan.http.gate.Heavy;

/** {@code /api/v1/coast/declared}: declared lengths of segments against computed ones. */
public final class DeclaredApi {

    private static final int USUAL_SEGMENTS = 1_000;

    private final Services services;
    private final Heavy heavy;

    /** Serves the figures of these services, where there is room for them. */
    public DeclaredApi(Services services, Heavy heavy) {
        this.services = services;
        this.heavy = heavy;
    }

    /** Adds the endpoint. */
    public void register(RoutesConfig routes) {
        Reading.at(routes, "/api/v1/coast/declared", heavy.within(this::declared));
    }

    private void declared(Context context) {
        Declared.Question question = new Declared.Question(
                Parameters.year(context),
                RetentionApi.coast(context),
                By.of(Parameters.text(context, "by").orElse("town")),
                Parameters.revision(context),
                Parameters.whole(context, "limit", 1, Declared.MOST_SEGMENTS)
                        .map(Long::intValue)
                        .orElse(USUAL_SEGMENTS));
        FigureOut.send(
                context, DeclaredText.forms(services.analyses().declared().figure(question)));
    }
}
