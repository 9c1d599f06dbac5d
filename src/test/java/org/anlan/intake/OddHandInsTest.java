package org.anlan.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.anlan.base.Refusal;
import org.anlan.format.Layers;
import org.anlan.format.OpenOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Odd and hostile files, one folder each: the file, and what comes of it ({@code expected.json}): the code of its refusal, or of each layer its
 * name, the number of features, their kinds of shapes and the codes of the findings.
 */
class OddHandInsTest {

    private static final Path CASES = Path.of("src/test/resources/cases/intake");
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void comesOutAsExpected(Path folder) throws IOException {
        JsonNode expected = JSON.readTree(folder.resolve("expected.json").toFile());
        assertThat(outcome(input(folder)).toPrettyString()).isEqualTo(expected.toPrettyString());
    }

    private static Path input(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.endsWith("expected.json"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static ObjectNode outcome(Path file) throws IOException {
        ObjectNode outcome = JSON.createObjectNode();
        try {
            List<Layers.Content> layers = Layers.of(file, OpenOptions.defaults());
            ArrayNode told = outcome.putArray("layers");
            layers.forEach(layer -> tell(layer, told.addObject()));
        } catch (Refusal refusal) {
            outcome.removeAll().put("refused", refusal.code());
        }
        return outcome;
    }

    private static void tell(Layers.Content layer, ObjectNode told) {
        told.put("name", layer.source().name()).put("features", layer.features().size());
        new TreeSet<>(layer.types()).forEach(told.putArray("shapes")::add);
        layer.codes().forEach(told.putArray("findings")::add);
    }
}
