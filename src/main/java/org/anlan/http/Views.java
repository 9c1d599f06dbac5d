package org.anlan.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.Visibility;

/**
 * The catalogue as each caller is shown it. An endpoint that gives out features asks here for their layer: one that is not shown is as if it did not exist
 * ({@code unknown-layer}, 404), and what reads features by a layer without some fields does not give those out.
 */
public final class Views {

    private static final String SEES = "anlan.sees";

    /** Figures that tell of single features, and of which layers. */
    private static final Map<String, List<String>> FIGURES = Map.of(
            "/api/v1/coast/*",
            List.of("coastline"),
            "/api/v1/coverage",
            List.of("protected-areas", "red-lines"),
            "/api/v1/coverage/*",
            List.of("protected-areas", "red-lines"));

    private final Guard guard;
    private final Map<Visibility, Catalog> shown = new EnumMap<>(Visibility.class);

    /** Shows this catalogue to the callers that the guard knows. */
    Views(Catalog catalog, Guard guard) {
        this.guard = guard;
        for (Visibility viewer : Visibility.values()) {
            shown.put(viewer, catalog.shownTo(viewer));
        }
    }

    /** Before each request it is noted what its caller sees; figures of layers that they are not shown are refused. */
    void register(RoutesConfig routes) {
        routes.before(context -> context.attribute(SEES, guard.caller(context).sees()));
        FIGURES.forEach((path, layers) -> routes.before(path, context -> must(context, layers)));
    }

    /** Up to what the caller of a request sees: nobody's request sees more than what is public. */
    static Visibility sees(Context context) {
        Visibility sees = context.attribute(SEES);
        return sees == null ? Visibility.PUBLIC : sees;
    }

    /** The layers and fields that the caller of a request is shown. */
    public Catalog of(Context context) {
        return shown.get(sees(context));
    }

    private void must(Context context, List<String> layers) {
        for (String layer : layers) {
            of(context).layer(layer);
        }
    }
}
