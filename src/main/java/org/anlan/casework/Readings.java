package org.anlan.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.FieldType;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.FeatureQuery;
import org.anlan.store.Revision;
import org.anlan.store.Row;
import org.anlan.store.Store;
import org.locationtech.jts.geom.Geometry;

/** Readings at outfalls held against the limits of the standard that each outfall keeps: the layers outfalls, outfall-readings and outfall-limits. */
public final class Readings {

    /** The layer of outfalls. */
    public static final String OUTFALLS = "outfalls";

    private static final String READINGS = "outfall-readings";

    private static final String LIMITS = "outfall-limits";

    private static final String CONCENTRATION = "_mg_l";

    private final Catalog catalog;
    private final Store store;
    private final List<Parameter> parameters;

    /**
     * Something that is measured and has a limit, in mg/L.
     *
     * @param word the word for it ("cod")
     * @param label what it is called
     * @param readingAt its field in the layer of readings
     * @param limitAt its field in the layer of limits
     */
    public record Parameter(String word, Text label, int readingAt, int limitAt) {}

    /**
     * A reading above its limit.
     *
     * @param outfall code of the outfall
     * @param name its name; its code where it has none
     * @param place where it is, CGCS2000 degrees
     * @param day the day it was sampled
     * @param parameter what was measured
     * @param value mg/L
     * @param limit mg/L
     * @param standard the standard that has this limit
     * @param revisions the states of the layers outfalls, outfall-readings and outfall-limits
     */
    public record Exceedance(
            String outfall,
            String name,
            Geometry place,
            LocalDate day,
            Parameter parameter,
            double value,
            double limit,
            String standard,
            Map<String, Long> revisions) {}

    private record Outfall(String name, Optional<Geometry> place, String standard) {}

    /** The readings of this store. */
    public Readings(Catalog catalog, Store store) {
        this.catalog = catalog;
        this.store = store;
        this.parameters = parameters(catalog.layer(READINGS), catalog.layer(LIMITS));
    }

    private static List<Parameter> parameters(LayerDefinition readings, LayerDefinition limits) {
        List<Parameter> found = new ArrayList<>();
        for (FieldDefinition field : readings.fields()) {
            String name = field.name();
            if (field.type() == FieldType.NUMBER
                    && name.endsWith(CONCENTRATION)
                    && limits.field(name).isPresent()) {
                found.add(new Parameter(
                        name.substring(0, name.length() - CONCENTRATION.length()),
                        field.label(),
                        readings.indexOf(name),
                        limits.indexOf(name)));
            }
        }
        return List.copyOf(found);
    }

    /** The limits of each standard by the word of the parameter, mg/L, at a revision of the layer (0 = there is none). */
    private Map<String, Map<String, Double>> limits(long revision) {
        Map<String, Map<String, Double>> limits = new HashMap<>();
        if (revision > 0) {
            store.features().read(FeatureQuery.all(catalog.layer(LIMITS), revision), row -> {
                limits.put(row.id(), values(row));
                return true;
            });
        }
        return limits;
    }

    private Map<String, Double> values(Row row) {
        Map<String, Double> values = new HashMap<>();
        for (Parameter parameter : parameters) {
            if (row.value(parameter.limitAt()) instanceof Number limit) {
                values.put(parameter.word(), limit.doubleValue());
            }
        }
        return values;
    }

    /** The newest state of a layer; 0 when there is none. */
    private long newest(String layer) {
        return store.revisions().newest(layer).map(Revision::id).orElse(0L);
    }

    /**
     * The reading of an outfall on a day that is above the limit of a parameter. Refused: {@code unknown-outfall}, {@code unknown-parameter}, {@code unknown-reading}, {@code
     * no-exceedance} when there is no limit or the reading keeps it.
     */
    public Exceedance exceedance(String code, LocalDate day, String word) {
        Parameter parameter = parameter(word);
        long outfallsAt = newest(OUTFALLS);
        long readingsAt = newest(READINGS);
        long limitsAt = newest(LIMITS);
        Outfall outfall = outfall(code, outfallsAt)
                .orElseThrow(
                        () -> Refusal.notFound("unknown-outfall", "没有编码为“%s”的排污口", "There is no outfall \"%s\"", code));
        double value = value(code, day, parameter, readingsAt)
                .orElseThrow(() -> Refusal.notFound(
                        "unknown-reading",
                        "排污口 %1$s 在 %2$s 没有“%3$s”的监测数据",
                        "The outfall %1$s has no reading of %3$s on %2$s",
                        code,
                        day,
                        word));
        Double limit =
                limits(limitsAt).getOrDefault(outfall.standard(), Map.of()).get(word);
        if (limit == null || value <= limit) {
            throw Refusal.conflict(
                    "no-exceedance",
                    "排污口 %s 在 %s 的“%s”为 %s mg/L，限值 %s：没有超标",
                    "At the outfall %s on %s, %s was %s mg/L and the limit is %s: it is not exceeded",
                    code,
                    day,
                    word,
                    value,
                    limit == null ? "–" : limit + " mg/L");
        }
        return new Exceedance(
                code,
                outfall.name(),
                outfall.place()
                        .orElseThrow(
                                () -> Refusal.conflict("no-place", "排污口 %s 没有位置", "The outfall %s has no place", code)),
                day,
                parameter,
                value,
                limit,
                outfall.standard(),
                Map.of(OUTFALLS, outfallsAt, READINGS, readingsAt, LIMITS, limitsAt));
    }

    /** What is measured in mg/L under this word; empty = something else, or nothing. */
    Optional<Parameter> known(String word) {
        return parameters.stream().filter(one -> one.word().equals(word)).findFirst();
    }

    private Parameter parameter(String word) {
        return known(word)
                .orElseThrow(() -> Refusal.invalid(
                        "unknown-parameter",
                        "没有监测指标“%s”；可用：%s",
                        "There is no parameter \"%s\"; there are: %s",
                        word,
                        parameters.stream().map(Parameter::word).collect(Collectors.joining(", "))));
    }

    private Optional<Outfall> outfall(String code, long revision) {
        if (revision == 0) {
            return Optional.empty();
        }
        LayerDefinition layer = catalog.layer(OUTFALLS);
        int name = layer.indexOf("name");
        int standard = layer.indexOf("standard");
        List<Outfall> found = new ArrayList<>();
        store.features().read(FeatureQuery.all(layer, revision).withIds(Set.of(code)), row -> {
            found.add(new Outfall(
                    row.value(name) == null ? code : row.value(name).toString(),
                    row.geometry(),
                    String.valueOf(row.value(standard))));
            return true;
        });
        return found.stream().findFirst();
    }

    private Optional<Double> value(String code, LocalDate day, Parameter parameter, long revision) {
        List<Double> found = new ArrayList<>();
        if (revision > 0) {
            store.features()
                    .read(
                            FeatureQuery.all(catalog.layer(READINGS), revision).withIds(Set.of(code + "@" + day)),
                            row -> {
                                if (row.value(parameter.readingAt()) instanceof Number value) {
                                    found.add(value.doubleValue());
                                }
                                return true;
                            });
        }
        return found.stream().findFirst();
    }
}
