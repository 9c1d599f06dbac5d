package org.anlan.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the user decided about an upload; what is left out is the intake's own guess.
 *
 * @param parts choices for the layers of the file
 */
public record Choices(List<Part> parts) {

    /** Nothing chosen. */
    public static final Choices NONE = new Choices(List.of());

    /**
     * Choices for one layer of the file.
     *
     * @param index position of the layer in the file, from 0
     * @param layer catalogue layer it goes to
     * @param crs coordinate system of its coordinates ("EPSG:4528")
     * @param encoding character set of its texts
     * @param year survey year of all its features
     * @param mapping file field → catalogue field; an empty string leaves the file field unmapped
     * @param constants catalogue field → value for all its features
     * @param ignored true = not to be taken in
     * @param merge true = adds to and changes what is there and removes nothing; otherwise the hand-in states its scope whole
     */
    public record Part(
            int index,
            Optional<String> layer,
            Optional<String> crs,
            Optional<String> encoding,
            Optional<Integer> year,
            Map<String, String> mapping,
            Map<String, String> constants,
            Optional<Boolean> ignored,
            Optional<Boolean> merge) {

        /** Fills in what JSON left out. */
        public Part {
            layer = orEmpty(layer);
            crs = orEmpty(crs);
            encoding = orEmpty(encoding);
            year = year == null ? Optional.empty() : year;
            mapping = mapping == null ? Map.of() : Map.copyOf(mapping);
            constants = constants == null ? Map.of() : Map.copyOf(constants);
            ignored = ignored == null ? Optional.empty() : ignored;
            merge = merge == null ? Optional.empty() : merge;
        }

        /** No choices for the layer at this position. */
        public static Part none(int index) {
            return new Part(
                    index,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    Map.of(),
                    Optional.empty(),
                    Optional.empty());
        }

        private static Optional<String> orEmpty(Optional<String> text) {
            return text == null ? Optional.empty() : text.filter(t -> !t.isBlank());
        }

        /** These choices, and those of {@code older} where these say nothing. */
        Part over(Part older) {
            return new Part(
                    index,
                    layer.or(older::layer),
                    crs.or(older::crs),
                    encoding.or(older::encoding),
                    year.or(older::year),
                    mapping.isEmpty() ? older.mapping : mapping,
                    constants.isEmpty() ? older.constants : constants,
                    ignored.or(older::ignored),
                    merge.or(older::merge));
        }
    }

    /** Fills in what JSON left out. */
    public Choices {
        parts = parts == null ? List.of() : List.copyOf(parts);
    }

    /** The choices for the layer at this position of the file. */
    public Part part(int index) {
        return parts.stream().filter(p -> p.index() == index).findFirst().orElse(Part.none(index));
    }

    /** These choices laid over older ones: what these leave out stays as it was. */
    public Choices over(Choices older) {
        List<Part> merged = new ArrayList<>(
                parts.stream().map(p -> p.over(older.part(p.index()))).toList());
        older.parts.stream()
                .filter(p -> parts.stream().noneMatch(q -> q.index() == p.index()))
                .forEach(merged::add);
        return new Choices(merged);
    }

    /** The same change made to the choices of every layer of a file with so many layers. */
    public static Choices forAll(int layers, Function<Part, Part> change) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < layers; i++) {
            parts.add(change.apply(Part.none(i)));
        }
        return new Choices(parts);
    }
}
