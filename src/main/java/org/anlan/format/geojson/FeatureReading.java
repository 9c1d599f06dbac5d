package org.anlan.format.geojson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.format.FindingList;
import org.anlan.format.SourceFeature;
import org.anlan.format.SourceField;

/** Reads features one after the other, of one document or of many. */
final class FeatureReading {

    /** Characters that the properties of one feature may have together. */
    private static final int MOST_TEXT = 4_000_000;

    private final List<SourceField> fields;
    private final boolean idIsField;
    private final FindingList findings;
    private final GeometryReading geometries;
    private final Map<String, Integer> positions = new HashMap<>();
    private GeometryReading.Reading geometry = Optional::empty;
    private Object[] values = {};
    private int textLeft;
    private int record;

    FeatureReading(List<SourceField> fields, boolean idIsField, FindingList findings) {
        this.fields = fields;
        this.idIsField = idIsField;
        this.findings = findings;
        this.geometries = new GeometryReading(findings);
        for (SourceField field : fields) {
            positions.put(field.name(), positions.size());
        }
    }

    /** The feature that has just begun, as the record of this number; empty, with a finding, when it is none. The parser is left at its last token. */
    Optional<SourceFeature> read(JsonParser parser, int number) throws IOException {
        record = number;
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            findings.record(
                    "geojson.bad-feature",
                    Severity.ERROR,
                    record,
                    Text.of("第 %d 个要素不是对象，未读取", "Feature %d is no object and was not read", record));
            return Optional.empty();
        }
        geometry = Optional::empty;
        textLeft = MOST_TEXT;
        values = new Object[fields.size()];
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            member(parser, parser.currentName());
        }
        try {
            return Optional.of(new SourceFeature(record, geometry.geometry(), values));
        } catch (BadGeometry bad) {
            findings.record(
                    "geojson.bad-geometry",
                    Severity.ERROR,
                    record,
                    new Text(
                            "要素 " + record + " 未读取：" + bad.reason().zh(),
                            "Feature " + record + " was not read: "
                                    + bad.reason().en()));
            return Optional.empty();
        }
    }

    private void member(JsonParser parser, String name) throws IOException {
        JsonToken value = parser.nextToken();
        if (name.equals("geometry")) {
            geometry = geometries.read(record, parser);
        } else if (name.equals("properties") && value == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String property = parser.currentName();
                parser.nextToken();
                put(parser, property);
            }
        } else if (name.equals(GeoJson.ID) && idIsField) {
            put(parser, name);
        } else {
            parser.skipChildren();
        }
    }

    private void put(JsonParser parser, String property) throws IOException {
        Integer position = positions.get(property);
        if (position == null) {
            parser.skipChildren();
            return;
        }
        values[position] = value(parser, fields.get(position));
    }

    private Object value(JsonParser parser, SourceField field) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        return switch (field.type()) {
            case INTEGER -> parser.getLongValue();
            case NUMBER -> finite(field, parser.getDoubleValue());
            case BOOLEAN -> parser.getBooleanValue();
            case TEXT, DATE -> token.isStructStart() ? nested(parser, field) : text(parser, field);
        };
    }

    private Object text(JsonParser parser, SourceField field) throws IOException {
        textLeft -= parser.getTextLength();
        if (textLeft < 0) {
            return unusable(field);
        }
        String text = parser.getText();
        return text.isEmpty() ? null : text;
    }

    private Object finite(SourceField field, double value) {
        if (Double.isFinite(value)) {
            return value;
        }
        return unusable(field);
    }

    private Object unusable(SourceField field) {
        findings.tally(
                "geojson.bad-value",
                field.name(),
                Severity.WARNING,
                record,
                Text.of(
                        "属性“%s”的值过大，已按空值读取",
                        "a value of property “%s” is too large; it was read as no value", field.name()));
        return null;
    }

    private Object nested(JsonParser parser, SourceField field) throws IOException {
        LimitedText text = new LimitedText(textLeft);
        try (JsonGenerator generator = JsonFile.factory().createGenerator(text)) {
            generator.copyCurrentStructure(parser);
        }
        textLeft -= text.length();
        return textLeft < 0 ? unusable(field) : text.toString();
    }
}
