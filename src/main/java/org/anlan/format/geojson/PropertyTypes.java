package org.anlan.format.geojson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.format.SourceField;

/** Gathers the properties of all features with a type that holds every value of each. */
final class PropertyTypes {

    private static final int MOST = 2_000;

    private final Map<String, Optional<SourceField.Type>> types = new LinkedHashMap<>();

    /** Takes a value into account, the parser being at its first token, and leaves the parser at its last. */
    void see(String name, JsonParser parser) throws IOException {
        Optional<SourceField.Type> before = types.getOrDefault(name, Optional.empty());
        Optional<SourceField.Type> here = type(parser);
        types.put(
                name,
                here.isEmpty() || before.isEmpty()
                        ? here.or(() -> before)
                        : Optional.of(both(before.get(), here.get())));
        if (types.size() > MOST) {
            throw Refusal.unprocessable(
                    "geojson-too-many-properties",
                    "要素的属性名超过 %d 种，不像一个图层；请检查导出方式",
                    "The features have more than %d different properties, which is no layer; check how it was exported",
                    MOST);
        }
        parser.skipChildren();
    }

    boolean has(String name) {
        return types.containsKey(name);
    }

    /** The fields in the order they were first met. */
    List<SourceField> fields() {
        List<SourceField> fields = new ArrayList<>(types.size());
        types.forEach((name, type) -> fields.add(new SourceField(name, type.orElse(SourceField.Type.TEXT), 0, 0)));
        return fields;
    }

    private static Optional<SourceField.Type> type(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return Optional.empty();
        }
        if (token.isBoolean()) {
            return Optional.of(SourceField.Type.BOOLEAN);
        }
        if (!token.isNumeric()) {
            return Optional.of(SourceField.Type.TEXT);
        }
        return Optional.of(
                token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER
                        ? SourceField.Type.INTEGER
                        : SourceField.Type.NUMBER);
    }

    private static SourceField.Type both(SourceField.Type one, SourceField.Type other) {
        if (one == other) {
            return one;
        }
        return isNumber(one) && isNumber(other) ? SourceField.Type.NUMBER : SourceField.Type.TEXT;
    }

    private static boolean isNumber(SourceField.Type type) {
        return type == SourceField.Type.INTEGER || type == SourceField.Type.NUMBER;
    }
}
