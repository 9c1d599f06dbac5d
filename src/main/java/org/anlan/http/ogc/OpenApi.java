package org.anlan.http.ogc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.anlan.http.Json;

/** The API's description (OpenAPI 3.0). */
final class OpenApi {

    ObjectNode document(Asked asked) {
        return Json.mapper().createObjectNode().put("openapi", "3.0.3");
    }
}
