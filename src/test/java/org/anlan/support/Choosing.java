package org.anlan.support;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anlan.geo.RepairKind;
import org.anlan.intake.Choices;
import org.anlan.intake.Mode;

/** Choices for the first layer of a file, one after another. */
public final class Choosing {

    private final Map<String, String> mapping = new HashMap<>();
    private final Map<String, String> constants = new HashMap<>();
    private Optional<String> layer = Optional.empty();
    private Optional<String> crs = Optional.empty();
    private Optional<String> encoding = Optional.empty();
    private Optional<Integer> year = Optional.empty();
    private Optional<Boolean> ignored = Optional.empty();
    private Optional<Mode> mode = Optional.empty();
    private Optional<Set<RepairKind>> repairs = Optional.empty();
    private final Map<String, Map<String, String>> codes = new HashMap<>();

    private Choosing() {}

    /** Nothing chosen yet. */
    public static Choosing nothing() {
        return new Choosing();
    }

    /** The catalogue layer. */
    public static Choosing layer(String id) {
        Choosing choosing = nothing();
        choosing.layer = Optional.of(id);
        return choosing;
    }

    /** The coordinate system. */
    public static Choosing crs(String code) {
        Choosing choosing = nothing();
        choosing.crs = Optional.of(code);
        return choosing;
    }

    /** The character set. */
    public static Choosing encoding(String name) {
        Choosing choosing = nothing();
        choosing.encoding = Optional.of(name);
        return choosing;
    }

    /** The survey year of all features. */
    public static Choosing year(int year) {
        Choosing choosing = nothing();
        choosing.year = Optional.of(year);
        return choosing;
    }

    /** A field of the file and where it goes. */
    public Choosing map(String from, String to) {
        mapping.put(from, to);
        return this;
    }

    /** A value that the file leaves unsaid. */
    public Choosing constant(String field, String value) {
        constants.put(field, value);
        return this;
    }

    /** What a word of a field of the file means. */
    public Choosing code(String field, String word, String code) {
        codes.computeIfAbsent(field, none -> new HashMap<>()).put(word, code);
        return this;
    }

    /** The layer is not taken in. */
    public Choosing ignored() {
        ignored = Optional.of(true);
        return this;
    }

    /** What happens to features that the layer does not carry. */
    public Choosing mode(Mode chosen) {
        mode = Optional.of(chosen);
        return this;
    }

    /** The repairs that may be made. */
    public Choosing repairs(RepairKind... allowed) {
        repairs = Optional.of(Set.of(allowed));
        return this;
    }

    /** The choices. */
    public Choices done() {
        return new Choices(List.of(new Choices.Part(
                0,
                layer,
                crs,
                encoding,
                year,
                mapping.isEmpty() ? Optional.empty() : Optional.of(mapping),
                constants.isEmpty() ? Optional.empty() : Optional.of(constants),
                ignored,
                mode,
                repairs,
                codes.isEmpty() ? Optional.empty() : Optional.of(codes))));
    }
}
