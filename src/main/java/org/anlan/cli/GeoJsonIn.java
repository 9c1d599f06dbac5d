package org.anlan.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.anlan.base.Refusal;

/** A shape that a command is given as a file. */
final class GeoJsonIn {

    private static final int MOST_BYTES = 64 << 20;

    private GeoJsonIn() {}

    /** The JSON in a file, whatever it says; refused ({@code no-such-file}, {@code bad-geometry}). */
    static JsonNode read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw Refusal.notFound("no-such-file", "没有文件 %s", "There is no file %s", file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw Refusal.invalid(
                        "bad-geometry", "文件 %s 超过 %d MB", "The file %s is over %d MB", file, MOST_BYTES >> 20);
            }
            return new ObjectMapper().readTree(bytes);
        } catch (JsonProcessingException e) {
            throw Refusal.invalid("bad-geometry", "%s 不是 JSON 文件", "%s is no JSON file", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
