package org.anlan.intake.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.FieldType;
import org.anlan.catalog.GeometryKind;
import org.anlan.catalog.LayerDefinition;
import org.anlan.catalog.Style;
import org.anlan.geo.Geodesy;
import org.anlan.store.NewFeature;
import org.anlan.store.Store;
import org.anlan.support.Rows;
import org.locationtech.jts.geom.Geometry;

/**
 * A case of a check, as data: the layer's kind of shapes, its checks, what is kept already, the features that pass, and what is expected of them. Lines that
 * begin with # say what the case is about.
 */
final class CheckCase {

    private static final List<FieldDefinition> FIELDS = List.of(
            field("code", FieldType.TEXT, true),
            field("year", FieldType.INTEGER, false),
            field("size", FieldType.NUMBER, false),
            field("note", FieldType.TEXT, false),
            field("kind", FieldType.TEXT, false));

    private final List<String> lines;

    CheckCase(Path file) throws IOException {
        lines = Files.readAllLines(file);
    }

    private static FieldDefinition field(String name, FieldType type, boolean unique) {
        return new FieldDefinition(
                name, type, Text.same(name), Optional.empty(), unique, unique, Optional.empty(), List.of());
    }

    private List<String> after(String word) {
        return lines.stream()
                .filter(line -> line.startsWith(word + " "))
                .map(line -> line.substring(word.length() + 1).strip())
                .toList();
    }

    LayerDefinition layer() {
        return new LayerDefinition(
                "cases",
                Text.same("cases"),
                Text.same("cases"),
                GeometryKind.valueOf(after("layer").get(0).toUpperCase(Locale.ROOT)),
                true,
                FIELDS,
                List.of("code"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("year"),
                after("checks"),
                List.of(),
                new Style(Optional.empty(), 0, 0, true, List.of(), List.of()));
    }

    /** Puts what is kept already into a store. */
    void keep(Catalog catalog, Store store) {
        for (String kept : after("kept")) {
            String[] words = kept.split("\\|", 2)[0].strip().split(" ", -1);
            LayerDefinition layer = catalog.layer(words[0]);
            Object[] values = new Object[layer.fields().size()];
            layer.scopeField().ifPresent(scope -> {
                boolean year = layer.surveyYearField().equals(Optional.of(scope));
                values[layer.indexOf(scope)] = year ? (Object) Long.valueOf(words[1]) : words[1];
            });
            NewFeature feature = Rows.feature("kept " + kept.hashCode(), kept.split("\\|", 2)[1], values);
            Rows.commit(store, layer, List.of(), List.of(feature));
        }
    }

    /** The features, in their order. */
    List<Checked> features() {
        List<Checked> features = new ArrayList<>();
        for (String line : after("feature")) {
            String[] words = line.split("\\|", 2)[0].strip().split(" ", -1);
            Object[] values = new Object[FIELDS.size()];
            values[0] = words[0];
            for (int i = 1; i < words.length; i++) {
                value(values, words[i].split("=", 2));
            }
            Optional<Geometry> shape = Rows.shape(line.split("\\|", 2)[1]);
            features.add(new Checked(
                    words[0],
                    "cases",
                    features.size() + 1,
                    values,
                    shape,
                    Geodesy.lengthM(shape.orElseThrow()),
                    Geodesy.areaM2(shape.orElseThrow())));
        }
        return features;
    }

    private static void value(Object[] values, String[] given) {
        switch (given[0]) {
            case "year" -> values[1] = Long.valueOf(given[1]);
            case "size" -> values[2] = Double.valueOf(given[1]);
            case "note" -> values[3] = given[1];
            case "kind" -> values[4] = given[1];
            default -> throw new IllegalArgumentException(given[0]);
        }
    }

    List<String> expected() {
        return after("expect");
    }

    /** A finding in the words of a case. */
    static String told(Finding finding) {
        StringBuilder words = new StringBuilder(finding.code());
        words.append(' ').append(finding.featureId().orElse("-"));
        if (finding.severity() != Severity.WARNING) {
            words.append(' ').append(finding.severity().name().toLowerCase(Locale.ROOT));
        }
        finding.shape().ifPresent(shape -> words.append(" shape"));
        finding.field().ifPresent(field -> words.append(" field=").append(field));
        finding.fix().ifPresent(fix -> words.append(" fix=").append(fix));
        return words.toString();
    }
}
