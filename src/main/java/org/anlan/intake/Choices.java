package org.anlan.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anlan.geo.RepairKind;

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
     * @param crs coordinate system of its coordinates ("EPSG:4528"; "EPSG:4490,axes=yx" when x and y are exchanged)
     * @param encoding character set of its texts
     * @param year survey year of all its features
     * @param mapping file field → catalogue field; an empty string leaves the file field unmapped
     * @param constants catalogue field → value for all its features
     * @param ignored true = not to be taken in
     * @param mode what happens to features that the hand-in does not carry, and to those that are there already
     * @param repairs the repairs that may be made; left out = the harmless ones
     * @param codes file field → its word → code of the code list, for words that the list does not know; an empty code leaves the value out
     */
    public record Part(
            int index,
            Optional<String> layer,
            Optional<String> crs,
            Optional<String> encoding,
            Optional<Integer> year,
            Optional<Map<String, String>> mapping,
            Optional<Map<String, String>> constants,
            Optional<Boolean> ignored,
            Optional<Mode> mode,
            Optional<Set<RepairKind>> repairs,
            Optional<Map<String, Map<String, String>>> codes) {

        /** Fills in what JSON left out. */
        public Part {
            layer = some(layer).filter(t -> !t.isBlank());
            crs = some(crs).filter(t -> !t.isBlank());
            encoding = some(encoding).filter(t -> !t.isBlank());
            year = some(year);
            mapping = some(mapping).map(Map::copyOf);
            constants = some(constants).map(Map::copyOf);
            ignored = some(ignored);
            mode = some(mode);
            repairs = some(repairs).map(Set::copyOf);
            codes = some(codes).map(Map::copyOf);
        }

        /** No choices for the layer at this position. */
        public static Part none(int index) {
            return new Part(
                    index,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        /** The same choices for the layer at another position. */
        Part at(int other) {
            return new Part(other, layer, crs, encoding, year, mapping, constants, ignored, mode, repairs, codes);
        }

        private static <T> Optional<T> some(Optional<T> given) {
            return given == null ? Optional.empty() : given;
        }

        /**
         * These choices, and those of {@code older} where these say nothing. Names of fields belong to a layer and an encoding: when one of those
         * changes, older mappings and constants no longer hold.
         */
        Part over(Part older) {
            boolean otherFields =
                    layer.filter(l -> !older.layer.equals(Optional.of(l))).isPresent()
                            || encoding.filter(e -> !older.encoding.equals(Optional.of(e)))
                                    .isPresent();
            return new Part(
                    index,
                    layer.or(older::layer),
                    crs.or(older::crs),
                    encoding.or(older::encoding),
                    year.or(older::year),
                    otherFields ? mapping : mapping.or(older::mapping),
                    otherFields ? constants : constants.or(older::constants),
                    ignored.or(older::ignored),
                    mode.or(older::mode),
                    repairs.or(older::repairs),
                    otherFields ? codes : codes.or(older::codes));
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
}
