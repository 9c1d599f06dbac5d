package org.anlan.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.anlan.base.Refusal;
import org.anlan.base.json.JsonSource;

/**
 * What was decided about a kind of hand-in, as a document that can be kept, edited and used for the next one:
 * {@code {"version":1,"parts":[{"source":"AX*","layer":"coastline","mapping":{"岸线类别":"type1"},…}]}}.
 *
 * @param parts one per layer of the file
 */
public record MappingDocument(List<Part> parts) {

    private static final int VERSION = 1;
    private static final String CODE = "mapping-broken";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    /**
     * What was decided about one layer.
     *
     * @param source name of the layer in the file; {@code *} stands for any characters, {@code ?} for one; case does not matter
     * @param choices the choices; their index does not count
     */
    public record Part(String source, Choices.Part choices) {

        /** Whether it is meant for a layer of this name. */
        public boolean fits(String sourceName) {
            StringBuilder pattern = new StringBuilder();
            source.codePoints()
                    .forEach(c ->
                            pattern.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c))));
            return Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL)
                    .matcher(sourceName)
                    .matches();
        }
    }

    /** Copies the list. */
    public MappingDocument {
        parts = List.copyOf(parts);
    }

    /** Reads a document; refused ({@code mapping-broken}) with the place of what is wrong, unknown keys included. */
    public static MappingDocument read(Path file) {
        return MappingReader.document(new JsonSource(CODE, file.getFileName().toString()).read(file));
    }

    /** Reads a document from its bytes (UTF-8); refused as a file is. */
    public static MappingDocument read(byte[] bytes) {
        return MappingReader.document(new JsonSource(CODE, "mapping").read(bytes));
    }

    /** The choices for layers of these names, in the order of the file; refused ({@code mapping-fits-nothing}) when none is meant. */
    public Choices choices(List<String> sourceNames) {
        List<Choices.Part> chosen = new ArrayList<>();
        for (int i = 0; i < sourceNames.size(); i++) {
            int index = i;
            parts.stream()
                    .filter(part -> part.fits(sourceNames.get(index)))
                    .findFirst()
                    .ifPresent(part -> chosen.add(part.choices().at(index)));
        }
        if (chosen.isEmpty()) {
            throw fitsNothing(sourceNames);
        }
        return new Choices(chosen);
    }

    /** The choices for the layer at this position: those meant for its name, else those of the only part; refused as by {@link #choices}. */
    public Choices choicesFor(int index, String sourceName) {
        Part part = parts.stream()
                .filter(p -> p.fits(sourceName))
                .findFirst()
                .or(() -> parts.stream().filter(p -> parts.size() == 1).findFirst())
                .orElseThrow(() -> fitsNothing(List.of(sourceName)));
        return new Choices(List.of(part.choices().at(index)));
    }

    private Refusal fitsNothing(List<String> sourceNames) {
        return Refusal.unprocessable(
                "mapping-fits-nothing",
                "映射文件不适用于这份成果：它是为图层 %s 准备的，文件中有 %s",
                "The mapping is not meant for this hand-in: it is for the layers %s, and the file has %s",
                String.join(", ", parts.stream().map(Part::source).toList()),
                String.join(", ", sourceNames));
    }

    /** What was decided about a file, to be used for the next one of the kind; the year is left out unless it was chosen. */
    public static MappingDocument of(Inspection inspection, Choices chosen) {
        return new MappingDocument(inspection.parts().stream()
                .map(part -> of(part, chosen.part(part.index())))
                .toList());
    }

    /** What was decided about a layer, to be used again; the year is left out unless it was chosen. */
    private static Part of(Inspection.Part part, Choices.Part chosen) {
        Map<String, String> mapping = new LinkedHashMap<>();
        part.fields()
                .forEach(field ->
                        mapping.put(field.source().name(), field.mappedTo().orElse("")));
        return new Part(
                DIGITS.matcher(part.sourceName()).replaceAll("*"),
                new Choices.Part(
                        part.index(),
                        part.layer(),
                        chosen.crs(),
                        chosen.encoding(),
                        chosen.year(),
                        Optional.of(mapping).filter(m -> part.layer().isPresent()),
                        Optional.of(part.constants()).filter(c -> !c.isEmpty()),
                        Optional.of(part.ignored()).filter(ignored -> ignored),
                        Optional.of(part.mode()),
                        Optional.of(part.repairs()),
                        Optional.of(part.codes()).filter(c -> !c.isEmpty())));
    }

    /** The document as JSON. */
    public ObjectNode json() {
        ObjectNode node = JSON.createObjectNode().put("version", VERSION);
        ArrayNode list = node.putArray("parts");
        parts.forEach(part -> part(list.addObject(), part));
        return node;
    }

    /** In one order: the same document is the same text. */
    private static ObjectNode words(Map<String, Map<String, String>> codes) {
        ObjectNode node = JSON.createObjectNode();
        new TreeMap<>(codes).forEach((field, words) -> node.set(field, JSON.valueToTree(new TreeMap<>(words))));
        return node;
    }

    private static void part(ObjectNode node, Part part) {
        Choices.Part choices = part.choices();
        node.put("source", part.source());
        choices.layer().ifPresent(layer -> node.put("layer", layer));
        choices.crs().ifPresent(crs -> node.put("crs", crs));
        choices.encoding().ifPresent(encoding -> node.put("encoding", encoding));
        choices.year().ifPresent(year -> node.put("year", year));
        choices.mapping().ifPresent(mapping -> node.set("mapping", JSON.valueToTree(new TreeMap<>(mapping))));
        choices.constants().ifPresent(constants -> node.set("constants", JSON.valueToTree(new TreeMap<>(constants))));
        choices.codes().ifPresent(codes -> node.set("codes", words(codes)));
        choices.mode().ifPresent(mode -> node.put("mode", mode.word()));
        choices.repairs().ifPresent(repairs -> {
            ArrayNode words = node.putArray("repairs");
            repairs.stream().sorted().forEach(repair -> words.add(repair.word()));
        });
        choices.ignored().ifPresent(ignored -> node.put("ignored", ignored));
    }
}
