package org.anlan.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;

/** The map page, built into the jar under {@code web/}. */
final class WebPage {

    private static final String ROOT = "/web";

    private WebPage() {}

    static void register(JavalinConfig config) {
        if (WebPage.class.getResource(ROOT + "/index.html") == null) {
            config.routes.get("/", WebPage::notBuilt);
            return;
        }
        // the first folder that has the file answers, so the narrower one stands first; its file names change with
        // their content
        config.staticFiles.add(files -> {
            files.hostedPath = "/assets";
            files.directory = ROOT + "/assets";
            files.location = Location.CLASSPATH;
            files.headers.put("Cache-Control", "public, max-age=31536000, immutable");
        });
        config.staticFiles.add(files -> {
            files.hostedPath = "/";
            files.directory = ROOT;
            files.location = Location.CLASSPATH;
            files.headers.put("Cache-Control", "no-cache");
        });
    }

    private static void notBuilt(Context context) {
        context.contentType("text/plain; charset=utf-8")
                .result(
                        """
                        岸澜 Anlan

                        这个程序没有带上地图网页（构建时没有 web/dist）。HTTP 接口在 /api/v1。
                        This program was built without the map page (there was no web/dist). The HTTP API is at /api/v1.
                        """);
    }
}
