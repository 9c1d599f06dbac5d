package org.anlan.http.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.anlan.format.geojson.GeoJsonGeometry;
import org.anlan.http.Json;
import org.locationtech.jts.geom.Geometry;

/** Single shapes in answers, as GeoJSON geometries. */
final class ShapeJson {

    private ShapeJson() {}

    static JsonNode of(Geometry shape) {
        try {
            return Json.mapper().readTree(GeoJsonGeometry.text(shape));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a geometry gave no JSON", e);
        }
    }
}
