package org.anlan.outfall.ledger;

import java.text.CollationKey;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.anlan.base.Refusal;
import org.anlan.catalog.LayerDefinition;
import org.anlan.outfall.Outfall;
import org.anlan.outfall.OutfallPlace;
import org.anlan.store.FeatureQuery;
import org.anlan.store.Row;
import org.anlan.store.Store;
import org.locationtech.jts.geom.Coordinate;

/** The outfalls of one state of their layer, by code. Never changes. */
public final class Register {

    /** The layer of outfalls. */
    public static final String LAYER = "outfalls";

    private final long revision;
    private final List<Outfall> outfalls;
    private final Map<String, Integer> places = new HashMap<>();
    private int[] nameOrder = {};

    private Register(long revision, List<Outfall> outfalls) {
        this.revision = revision;
        this.outfalls = outfalls;
        for (int i = 0; i < outfalls.size(); i++) {
            places.put(outfalls.get(i).code(), i);
        }
    }

    /**
     * Reads the layer; a revision of 0 is a layer without any.
     *
     * @param bays the bays, for outfalls that do not state theirs
     * @param bayWithinM how far from a bay one may lie to be in it, metres
     */
    static Register read(Store store, LayerDefinition layer, long revision, NamedShapes bays, double bayWithinM) {
        List<Outfall> outfalls = new ArrayList<>();
        if (revision > 0) {
            Reader reader = new Reader(layer, bays, bayWithinM);
            store.features().read(FeatureQuery.all(layer, revision), row -> {
                outfalls.add(reader.outfall(row));
                return true;
            });
        }
        outfalls.sort(Comparator.comparing(Outfall::code));
        return new Register(revision, List.copyOf(outfalls));
    }

    /** The state of the layer. */
    public long revision() {
        return revision;
    }

    /** The outfalls, by code. */
    public List<Outfall> outfalls() {
        return outfalls;
    }

    /** The place of an outfall in {@link #outfalls}; -1 when there is none of this code. */
    public int place(String code) {
        return places.getOrDefault(code, -1);
    }

    /** The place of an outfall, given by its place in {@link #outfalls}, in the order of the names as Chinese dictionaries have them. Worked out when it is asked for first. */
    public synchronized int nameOrder(int place) {
        if (nameOrder.length == 0) {
            Collator pinyin = Collator.getInstance(Locale.SIMPLIFIED_CHINESE);
            CollationKey[] keys = outfalls.stream()
                    .map(outfall -> pinyin.getCollationKey(outfall.name()))
                    .toArray(CollationKey[]::new);
            List<Integer> byName =
                    new ArrayList<>(IntStream.range(0, keys.length).boxed().toList());
            byName.sort(Comparator.comparing(at -> keys[at]));
            int[] order = new int[keys.length];
            for (int i = 0; i < order.length; i++) {
                order[byName.get(i)] = i;
            }
            nameOrder = order;
        }
        return nameOrder[place];
    }

    /** The outfall of this code; refused ({@code unknown-outfall}). */
    public Outfall find(String code) {
        int at = place(code);
        if (at < 0) {
            throw Refusal.notFound(
                    "unknown-outfall",
                    "没有编码为“%s”的排污口；请先导入图层 outfalls（现有 %d 个）",
                    "There is no outfall of the code \"%s\"; hand it in with the layer outfalls first (there are %d)",
                    code,
                    outfalls.size());
        }
        return outfalls.get(at);
    }

    /** Takes rows of the layer for outfalls; the same words are kept once. */
    private static final class Reader {

        private final Map<String, String> words = new HashMap<>();
        private final Map<LocalDate, Optional<LocalDate>> days = new HashMap<>();
        private final LayerDefinition layer;
        private final NamedShapes bays;
        private final double bayWithinM;

        Reader(LayerDefinition layer, NamedShapes bays, double bayWithinM) {
            this.layer = layer;
            this.bays = bays;
            this.bayWithinM = bayWithinM;
        }

        Outfall outfall(Row row) {
            Coordinate at = row.geometry()
                    .map(shape -> shape.getCoordinate())
                    .orElseGet(() -> new Coordinate(Double.NaN, Double.NaN));
            return new Outfall(
                    row.id(),
                    own(row, "local_code"),
                    own(row, "name"),
                    word(row, "kind"),
                    word(row, "cat1"),
                    word(row, "cat2"),
                    word(row, "treatment"),
                    word(row, "town_code"),
                    word(row, "town"),
                    bay(row, at),
                    word(row, "receiving"),
                    own(row, "party"),
                    word(row, "standard"),
                    !Boolean.FALSE.equals(value(row, "monitored")),
                    word(row, "state"),
                    day(row, "as_of"),
                    day(row, "deadline"),
                    at.x,
                    at.y);
        }

        private String bay(Row row, Coordinate at) {
            String stated = word(row, "bay_code");
            return stated.isEmpty() && !Double.isNaN(at.x)
                    ? bays.nearest(at.x, at.y, bayWithinM)
                            .map(OutfallPlace.Near::id)
                            .orElse("")
                    : stated;
        }

        private Object value(Row row, String field) {
            return row.value(layer.indexOf(field));
        }

        private String own(Row row, String field) {
            Object value = value(row, field);
            return value == null ? "" : value.toString();
        }

        private String word(Row row, String field) {
            return words.computeIfAbsent(own(row, field), word -> word);
        }

        private Optional<LocalDate> day(Row row, String field) {
            Object value = value(row, field);
            return value == null ? Optional.empty() : days.computeIfAbsent((LocalDate) value, Optional::of);
        }
    }
}
