package org.anlan.outfall.readings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CheckCall;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.FieldType;
import org.anlan.catalog.LayerDefinition;

/**
 * What is measured at outfalls: the numbers of the layer {@code outfall-readings} that have a unit.
 *
 * @param layer the layer
 * @param all the parameters, in the order of its fields
 */
public record Parameters(LayerDefinition layer, List<Parameter> all) {

    /** The layer of readings. */
    public static final String LAYER = "outfall-readings";

    /**
     * A parameter.
     *
     * @param code its short word ("cod")
     * @param field its field ("cod_mg_l")
     * @param at position of the field
     * @param label its name
     * @param unit its unit
     * @param least the least that is possible
     * @param most the most that is possible
     */
    public record Parameter(String code, String field, int at, Text label, String unit, double least, double most) {}

    /** The parameters of a catalogue; the bounds are those of its checks. */
    public static Parameters of(Catalog catalog) {
        LayerDefinition layer = catalog.layer(LAYER);
        List<Parameter> all = new ArrayList<>();
        for (FieldDefinition field : layer.fields()) {
            if (field.type() == FieldType.NUMBER && field.unit().isPresent()) {
                Optional<CheckCall> range = layer.checkCalls().stream()
                        .filter(call ->
                                call.name().equals("range") && call.text(0).equals(field.name()))
                        .findFirst();
                all.add(new Parameter(
                        code(field),
                        field.name(),
                        layer.indexOf(field.name()),
                        field.label(),
                        field.unit().get(),
                        bound(range, 1, Double.NEGATIVE_INFINITY),
                        bound(range, 2, Double.POSITIVE_INFINITY)));
            }
        }
        return new Parameters(layer, List.copyOf(all));
    }

    private static double bound(Optional<CheckCall> range, int argument, double none) {
        return range.filter(call -> !call.text(argument).isEmpty())
                .map(call -> call.number(argument))
                .orElse(none);
    }

    /** The name of a field without its unit: "cod" of "cod_mg_l" in mg/L. */
    private static String code(FieldDefinition field) {
        String unit = "_" + field.unit().orElse("").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        return field.name().endsWith(unit)
                ? field.name().substring(0, field.name().length() - unit.length())
                : field.name();
    }

    /** The parameter of a short word or of a field's name; refused ({@code unknown-parameter}). */
    public Parameter find(String word) {
        return all.stream()
                .filter(one -> one.code().equals(word) || one.field().equals(word))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "unknown-parameter",
                        "没有监测指标“%s”；可用：%s",
                        "There is no parameter \"%s\"; there are: %s",
                        word,
                        String.join(", ", all.stream().map(Parameter::code).toList())));
    }
}
