package org.anlan.format.geojson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.anlan.base.Refusal;
import org.anlan.format.SourceEncoding;

/** Opens JSON files for streaming, with nesting and lengths bounded. */
final class JsonFile {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxNumberLength(500)
                    .maxNameLength(1_000)
                    .maxStringLength(10_000_000)
                    .build())
            .build();

    private JsonFile() {}

    static JsonFactory factory() {
        return FACTORY;
    }

    static JsonParser parser(Path file, SourceEncoding encoding) throws IOException {
        if (encoding.charset().equals(StandardCharsets.UTF_8)) {
            return FACTORY.createParser(file.toFile());
        }
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), encoding.charset()), 1 << 16);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return FACTORY.createParser(reader);
    }

    /** The refusal for text that is not JSON. */
    static Refusal broken(String name, JsonProcessingException cause) {
        JsonLocation at = cause.getLocation() == null ? JsonLocation.NA : cause.getLocation();
        return broken(name, at);
    }

    static Refusal broken(String name, JsonLocation at) {
        return Refusal.unprocessable(
                "geojson-broken",
                "“%s”不是有效的 JSON：第 %d 行第 %d 列处无法解析（可能没有传完、嵌套过深或编码不符）；请重新导出",
                "“%s” is not valid JSON: it cannot be parsed at line %d, column %d (perhaps it was not sent whole, is nested too deep, or has another encoding); export it again",
                name,
                at.getLineNr(),
                at.getColumnNr());
    }
}
