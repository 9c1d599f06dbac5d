package org.anlan.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.anlan.base.json.JsonValue;
import org.anlan.geo.RepairKind;

/** Reads mapping documents strictly: what it does not know is refused with its place. */
final class MappingReader {

    private static final int MOST_PARTS = 2_000;
    private static final Set<String> KEYS =
            Set.of("layer", "crs", "encoding", "year", "mapping", "constants", "codes", "mode", "repairs", "ignored");

    private MappingReader() {}

    static MappingDocument document(JsonValue root) {
        root.object(Set.of("version", "parts"), Set.of());
        root.at("version").integer(1, 1);
        return new MappingDocument(root.at("parts").list(MOST_PARTS).stream()
                .map(MappingReader::part)
                .toList());
    }

    private static MappingDocument.Part part(JsonValue part) {
        part.object(Set.of("source"), KEYS);
        return new MappingDocument.Part(
                part.at("source").text(),
                new Choices.Part(
                        0,
                        part.member("layer").map(JsonValue::text),
                        part.member("crs").map(JsonValue::text),
                        part.member("encoding").map(JsonValue::text),
                        part.member("year").map(year -> year.integer(1000, 9999)),
                        part.member("mapping").map(MappingReader::words),
                        part.member("constants").map(MappingReader::words),
                        part.member("ignored").map(JsonValue::bool),
                        part.member("mode").map(mode -> mode.word(Mode.class)),
                        repairs(part),
                        part.member("codes").map(MappingReader::codes)));
    }

    private static Optional<Set<RepairKind>> repairs(JsonValue part) {
        return part.member("repairs").map(list -> list.list(RepairKind.values().length).stream()
                .map(word -> word.word(RepairKind.class))
                .collect(Collectors.toSet()));
    }

    private static Map<String, Map<String, String>> codes(JsonValue fields) {
        Map<String, Map<String, String>> codes = new LinkedHashMap<>();
        fields.members().forEach((field, words) -> codes.put(field, words(words)));
        return codes;
    }

    private static Map<String, String> words(JsonValue object) {
        Map<String, String> words = new LinkedHashMap<>();
        object.members().forEach((key, value) -> words.put(key, value.textOrBlank()));
        return words;
    }
}
