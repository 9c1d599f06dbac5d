package org.anlan.outfall.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.FeatureQuery;
import org.anlan.store.Row;
import org.anlan.store.Store;

/** The sources of one state of the layer {@code outfall-sources}, and which outfalls it links with them. Never changes. */
public final class SourceList {

    /** The layer of sources. */
    public static final String LAYER = "outfall-sources";

    private static final Pattern BETWEEN = Pattern.compile("[;；,，、\\s]+");

    private final Map<String, Source> sources = new HashMap<>();
    private final Map<String, Set<String>> byOutfall = new HashMap<>();

    /**
     * A source.
     *
     * @param code its code
     * @param name its name
     * @param kind its kind, a code of the catalogue
     * @param party who answers for it
     * @param outfalls codes of the outfalls that the layer links with it
     */
    public record Source(String code, String name, String kind, String party, List<String> outfalls) {}

    /** Reads the layer; a revision of 0 is a layer without any. */
    public static SourceList read(Store store, LayerDefinition layer, long revision) {
        SourceList list = new SourceList();
        if (revision > 0) {
            store.features().read(FeatureQuery.all(layer, revision), row -> {
                list.add(layer, row);
                return true;
            });
        }
        return list;
    }

    private void add(LayerDefinition layer, Row row) {
        List<String> codes = Arrays.stream(BETWEEN.split(text(layer, row, "outfall_codes")))
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
        sources.put(
                row.id(),
                new Source(
                        row.id(),
                        text(layer, row, "name"),
                        text(layer, row, "kind"),
                        text(layer, row, "party"),
                        codes));
        codes.forEach(code ->
                byOutfall.computeIfAbsent(code, other -> new HashSet<>()).add(row.id()));
    }

    private static String text(LayerDefinition layer, Row row, String field) {
        Object value = row.value(layer.indexOf(field));
        return value == null ? "" : value.toString();
    }

    /** The source of this code. */
    public Optional<Source> find(String code) {
        return Optional.ofNullable(sources.get(code));
    }

    /** The sources that the layer links with an outfall. */
    public Set<String> of(String outfall) {
        return byOutfall.getOrDefault(outfall, Set.of());
    }

    /** How many there are. */
    public int count() {
        return sources.size();
    }

    /** Their codes, by code. */
    public List<String> codes() {
        List<String> codes = new ArrayList<>(sources.keySet());
        codes.sort(null);
        return codes;
    }
}
