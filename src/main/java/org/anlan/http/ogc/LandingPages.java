package org.anlan.http.ogc;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The landing page and its neighbours for people. */
final class LandingPages {
    private LandingPages() {}

    static void landing(Asked asked, String title, String about) {
        asked.context().html(title + about);
    }

    static void conformance(Asked asked) {
        asked.context().html(Conformance.CLASSES.toString());
    }

    static void api(Asked asked, ObjectNode document) {
        asked.context().html(document.path("openapi").asText());
    }
}
