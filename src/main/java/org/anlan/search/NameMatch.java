package org.anlan.search;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.Row;

/** How well the features of one layer fit searched words: by their name, by the fields that make up their id or are unique, and by the id itself. */
final class NameMatch {

    /**
     * What of a feature fits.
     *
     * @param rank 0 = it is what was searched, 1 = it begins so, 2 = it holds it
     * @param text the name or code that fits
     */
    record Fit(int rank, String text) {}

    private final String wanted;
    private final int name;
    private final List<Integer> fields;

    /** Words that are searched in a layer; fields that its definition does not have are not looked at. */
    NameMatch(LayerDefinition layer, String words) {
        this.wanted = folded(words);
        this.name = layer.nameField().map(layer::indexOf).orElse(-1);
        this.fields = Stream.of(
                        layer.nameField().stream(),
                        layer.idFields().stream()
                                .filter(id -> !layer.surveyYearField().equals(Optional.of(id))),
                        layer.fields().stream().filter(FieldDefinition::unique).map(FieldDefinition::name))
                .flatMap(names -> names)
                .map(layer::indexOf)
                .filter(field -> field >= 0)
                .distinct()
                .toList();
    }

    /** The positions of the fields that are looked at. */
    List<Integer> fields() {
        return fields;
    }

    /** The names of the fields that are looked at. */
    List<String> fields(LayerDefinition layer) {
        return fields.stream().map(at -> layer.fields().get(at).name()).toList();
    }

    /** As people may write it: without blanks, in small letters, wide letters and digits as narrow ones. */
    static String folded(String text) {
        int at = 0;
        while (at < text.length() && isPlain(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return text.toLowerCase(Locale.ROOT);
        }
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Printable ASCII and the usual Chinese characters, most of all that is searched: all forms of writing agree on them. */
    private static boolean isPlain(char letter) {
        return (letter > ' ' && letter < 0x7f) || (letter >= 0x4e00 && letter <= 0x9fff);
    }

    /** What of a feature fits best; empty when nothing does. */
    Optional<Fit> rank(Row row) {
        return Stream.concat(
                        fields.stream()
                                .map(row::value)
                                .filter(value -> value != null)
                                .map(Object::toString),
                        Stream.of(row.id()))
                .flatMap(text -> fit(text).stream())
                .min(Comparator.comparingInt(Fit::rank));
    }

    /** The name of a feature; its id where it has none. */
    String nameOf(Row row) {
        Object value = name < 0 ? null : row.value(name);
        return value == null || value.toString().isBlank() ? row.id() : value.toString();
    }

    private Optional<Fit> fit(String text) {
        String held = folded(text);
        int at = held.indexOf(wanted);
        if (at < 0) {
            return Optional.empty();
        }
        return Optional.of(new Fit(held.length() == wanted.length() ? 0 : at == 0 ? 1 : 2, text));
    }
}
