package org.anlan.http.ogc;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import org.anlan.http.Reading;
import org.anlan.http.Services;
import org.anlan.http.Views;
import org.anlan.http.gate.Heavy;

/** Everything under {@code /ogc}. Anybody's page may read it (CORS): it only reads, and takes no cookies. */
public final class OgcApi {

    private final Services services;
    private final Views views;
    private final Heavy readers;
    private final Heavy heavy;

    /**
     * @param views what each is shown
     * @param readers room for answers with features
     * @param heavy room for those with very many
     */
    public OgcApi(Services services, Views views, Heavy readers, Heavy heavy) {
        this.services = services;
        this.views = views;
        this.readers = readers;
        this.heavy = heavy;
    }

    /** Adds the endpoints. */
    public void register(RoutesConfig routes) {
        routes.before("/ogc", OgcApi::open);
        routes.before("/ogc/*", OgcApi::open);
        routes.options("/ogc", OgcApi::options);
        routes.options("/ogc/*", OgcApi::options);
        Reading.at(routes, "/ogc/style.css", OgcApi::style);
        Collections collections = new Collections(services, views);
        Moments moments = new Moments(services.store().revisions());
        new LandingApi(services, new OpenApi(services, collections)).register(routes);
        new CollectionsApi(services, collections).register(routes);
        new SchemasApi(services, collections).register(routes);
        new FunctionsApi(services).register(routes);
        new TilesApi(services, collections, readers).register(routes);
        new StylesApi(services, collections).register(routes);
        new FeaturesApi(services, collections, moments, readers, heavy).register(routes);
    }

    private static void open(Context context) {
        context.header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Expose-Headers", "Content-Crs, ETag, Link, Retry-After, X-Request-Id")
                .header("Vary", "Accept, Accept-Encoding, Accept-Language, Authorization, Cookie");
    }

    private static void style(Context context) throws IOException {
        try (InputStream css = OgcApi.class.getResourceAsStream("/ogc/style.css")) {
            context.header("Cache-Control", "public, max-age=3600").contentType("text/css; charset=utf-8");
            context.result(css.readAllBytes());
        }
    }

    private static void options(Context context) {
        context.status(204)
                .header("Allow", "GET, HEAD, OPTIONS")
                .header("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS")
                .header(
                        "Access-Control-Allow-Headers",
                        "Accept, Accept-Language, Authorization, If-None-Match, X-Request-Id")
                .header("Access-Control-Max-Age", "86400");
    }
}
