package org.anlan.base.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.anlan.base.Refusal;

/**
 * A JSON file of ours, by the name that complaints about it carry.
 *
 * @param code code of every refusal about the file ("catalog-broken")
 * @param name the file as people know it ("catalog/coastline.json")
 */
public record JsonSource(String code, String name) {

    /** Most bytes such a file may have: 1 MiB. */
    public static final int MAX_BYTES = 1 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxStringLength(20_000)
                            .maxNumberLength(40)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** The whole of a file; refused when it cannot be read, is too large or is not JSON. */
    public JsonValue read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        } catch (IOException e) {
            throw refusal("无法读取：%s", "cannot be read: %s", e.getMessage());
        }
    }

    /** A file that was shipped with the service, by its absolute resource path. */
    public JsonValue readResource(String path) {
        try (InputStream in = JsonSource.class.getResourceAsStream(path)) {
            if (in == null) {
                throw refusal("文件不存在", "there is no such file");
            }
            return read(in);
        } catch (IOException e) {
            throw refusal("无法读取：%s", "cannot be read: %s", e.getMessage());
        }
    }

    private JsonValue read(InputStream in) throws IOException {
        return parse(in.readNBytes(MAX_BYTES + 1));
    }

    /** The whole of a document that came as bytes; refused when it is too large or is not JSON. */
    public JsonValue read(byte[] bytes) {
        try {
            return parse(bytes);
        } catch (IOException e) {
            throw refusal("无法读取：%s", "cannot be read: %s", e.getMessage());
        }
    }

    private JsonValue parse(byte[] bytes) throws IOException {
        if (bytes.length > MAX_BYTES) {
            throw refusal("超过 %d 字节", "is larger than %d bytes", MAX_BYTES);
        }
        try {
            JsonNode root = MAPPER.readTree(bytes);
            if (root.isMissingNode()) {
                throw refusal("文件为空", "is empty");
            }
            return new JsonValue(this, "", root);
        } catch (JsonProcessingException e) {
            throw notJson(e);
        }
    }

    private Refusal notJson(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        if (at == null || at.getLineNr() < 1) {
            return refusal("不是可接受的 JSON：%s", "is no JSON that can be taken: %s", e.getOriginalMessage());
        }
        return refusal(
                "第 %d 行第 %d 列不是合法的 JSON：%s",
                "line %d, column %d is not valid JSON: %s", at.getLineNr(), at.getColumnNr(), e.getOriginalMessage());
    }

    /** A refusal about the file as a whole, from two format patterns. */
    public Refusal refusal(String zh, String en, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = name;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Refusal.unprocessable(code, "配置文件 %s：" + zh, "Configuration file %s: " + en, all);
    }
}
