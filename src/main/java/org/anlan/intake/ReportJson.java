package org.anlan.intake;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** Writes reports down as the store keeps them (shapes as well-known binary), and reads them back. */
final class ReportJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new SimpleModule()
                    .addSerializer(Geometry.class, new ShapeOut())
                    .addDeserializer(Geometry.class, new ShapeIn()))
            .addMixIn(CheckReport.class, Derived.class)
            .build();

    private ReportJson() {}

    @JsonIgnoreProperties({"blocked"})
    private interface Derived {}

    static String write(CheckReport report) {
        try {
            return JSON.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CheckReport read(String json) {
        try {
            return JSON.readValue(json, CheckReport.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("the store holds a report that cannot be read", e);
        }
    }

    private static final class ShapeOut extends JsonSerializer<Geometry> {
        @Override
        public void serialize(Geometry shape, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeBinary(new WKBWriter().write(shape));
        }
    }

    private static final class ShapeIn extends JsonDeserializer<Geometry> {
        @Override
        public Geometry deserialize(JsonParser in, DeserializationContext context) throws IOException {
            try {
                return new WKBReader().read(in.getBinaryValue());
            } catch (ParseException e) {
                throw new IOException(e);
            }
        }
    }
}
