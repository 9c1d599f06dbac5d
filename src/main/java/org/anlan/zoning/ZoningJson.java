package org.anlan.zoning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.anlan.base.Text;
import org.anlan.format.geojson.GeoJsonGeometry;
import org.locationtech.jts.geom.Geometry;

/** Parts of answers that figures of zones share, as JSON. */
final class ZoningJson {

    private ZoningJson() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode text(Text text) {
        return object().put("zh", text.zh()).put("en", text.en());
    }

    static JsonNode texts(List<Text> texts) {
        return JsonNodeFactory.instance
                .arrayNode()
                .addAll(texts.stream().map(ZoningJson::text).toList());
    }

    /** A shape as a GeoJSON geometry: longitude, latitude. */
    static JsonNode shape(Geometry shape) {
        return GeoJsonGeometry.tree(shape);
    }

    /** A GeoJSON feature without an id. */
    static ObjectNode feature(Geometry shape, ObjectNode properties) {
        ObjectNode feature = object().put("type", "Feature");
        feature.set("geometry", shape(shape));
        feature.set("properties", properties);
        return feature;
    }
}
