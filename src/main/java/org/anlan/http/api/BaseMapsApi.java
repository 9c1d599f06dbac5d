package org.anlan.http.api;

import io.javalin.config.RoutesConfig;
import java.util.Map;
import org.anlan.http.BaseMaps;
import org.anlan.http.Json;
import org.anlan.http.Reading;

/** {@code /api/v1/base-maps}: what other services' pictures the page may put under the map. */
public final class BaseMapsApi {

    private BaseMapsApi() {}

    /** Adds the endpoint. */
    public static void register(RoutesConfig routes, BaseMaps maps) {
        Reading.at(routes, "/api/v1/base-maps", context -> Json.send(context, Map.of("baseMaps", maps.all())));
    }
}
