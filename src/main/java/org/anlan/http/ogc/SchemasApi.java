package org.anlan.http.ogc;

import io.javalin.config.RoutesConfig;
import org.anlan.http.Services;

/** The schemas of collections. */
final class SchemasApi {

    private final Services services;
    private final Collections collections;

    SchemasApi(Services services, Collections collections) {
        this.services = services;
        this.collections = collections;
    }

    void register(RoutesConfig routes) {
        if (services == null || collections == null) {
            routes.get("/ogc/never", context -> {});
        }
    }
}
