package org.anlan.format.kml;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anlan.base.Refusal;
import org.anlan.format.SourceField;

/** The schemas of a file: which typed values placemarks have (OGC 12-007r2, clause 9.8). */
final class Schemas {

    /** Most fields of a layer, and of all schemas together. */
    static final int MOST_FIELDS = 2_000;

    private final Map<String, Map<String, SourceField.Type>> byId = new HashMap<>();
    private int fields;

    /** Reads the schema that has just begun. */
    void read(KmlXml xml) throws IOException {
        Map<String, SourceField.Type> schema = new LinkedHashMap<>();
        byId.put(xml.attribute("id").isBlank() ? xml.attribute("name") : xml.attribute("id"), schema);
        int within = xml.depth();
        while (xml.nextElement(within)) {
            String name = xml.attribute("name").strip();
            if (xml.name().equals("SimpleField") && !name.isEmpty()) {
                schema.put(name, type(xml.attribute("type")));
                if (++fields > MOST_FIELDS) {
                    throw tooMany();
                }
            }
            xml.skip();
        }
    }

    private static SourceField.Type type(String word) {
        return switch (word.strip()) {
            case "int", "uint", "short", "ushort" -> SourceField.Type.INTEGER;
            case "float", "double" -> SourceField.Type.NUMBER;
            case "bool" -> SourceField.Type.BOOLEAN;
            default -> SourceField.Type.TEXT;
        };
    }

    /** The fields of a schema in its order; none when there is no such schema. */
    Map<String, SourceField.Type> of(String id) {
        return byId.getOrDefault(id, Map.of());
    }

    static Refusal tooMany() {
        return Refusal.unprocessable(
                "kml-too-many-fields",
                "KML 中的属性超过 %d 种，不像一个图层；请检查导出方式",
                "The KML has more than %d different fields, which is no layer; check how it was exported",
                MOST_FIELDS);
    }
}
