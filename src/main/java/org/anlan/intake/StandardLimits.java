package org.anlan.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CheckCall;
import org.anlan.catalog.FieldType;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.Store;

/**
 * The limits that hold for what is measured: whatever is measured follows a standard, and a table has the limits of each standard in fields of the same names. Told
 * by a check of the catalogue, {@code over-limit:FIELD:LAYER:STANDARD:LIMITS}. Never changes.
 */
public final class StandardLimits {

    private static final double[] NO_LIMITS = {};

    private final List<Integer> fields = new ArrayList<>();
    private final Map<String, double[]> limits = new HashMap<>();
    private final Map<String, String> standards = new HashMap<>();

    private StandardLimits() {}

    /** The limits as they are now for a layer of measurements. */
    public static StandardLimits read(Catalog catalog, Store store, LayerDefinition measured, CheckCall call) {
        StandardLimits read = ofStandards(catalog, store, measured, call);
        LayerDefinition subjects = catalog.layer(call.text(1));
        int standardAt = subjects.indexOf(call.text(2));
        Map<String, String> words = new HashMap<>();
        NewestRows.each(store, subjects, row -> {
            if (row.value(standardAt) instanceof String standard) {
                read.standards.put(row.id(), words.computeIfAbsent(standard, word -> word));
            }
        });
        return read;
    }

    /** The same without who follows which standard. */
    public static StandardLimits ofStandards(Catalog catalog, Store store, LayerDefinition measured, CheckCall call) {
        StandardLimits read = new StandardLimits();
        LayerDefinition table = catalog.layer(call.text(3));
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < measured.fields().size(); i++) {
            int column = table.indexOf(measured.fields().get(i).name());
            if (column >= 0 && measured.fields().get(i).type() == FieldType.NUMBER) {
                read.fields.add(i);
                columns.add(column);
            }
        }
        NewestRows.each(store, table, row -> {
            double[] of = new double[columns.size()];
            for (int i = 0; i < of.length; i++) {
                of[i] = row.value(columns.get(i)) instanceof Double limit ? limit : Double.NaN;
            }
            read.limits.put(row.id(), of);
        });
        return read;
    }

    /** Positions of the fields that may have a limit, in the layer of measurements. */
    public List<Integer> fields() {
        return fields;
    }

    /** The limits of a standard, one for each of {@link #fields}, NaN where it has none; none at all for a standard that is not in the table. */
    public double[] ofStandard(String standard) {
        return limits.getOrDefault(standard, NO_LIMITS).clone();
    }

    /** The standard that a subject follows; blank when none is stated. */
    public String standardOf(String subject) {
        return standards.getOrDefault(subject, "");
    }
}
