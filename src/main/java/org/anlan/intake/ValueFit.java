package org.anlan.intake;

import java.util.List;
import java.util.Optional;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CodeList;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.FieldType;
import org.anlan.catalog.LayerDefinition;

/** Whether the values of a file field are those of a catalogue field. */
final class ValueFit {

    /** All values are words of the list, and it is not one word alone. */
    private static final double ALL_IN_LIST = 0.9;

    private static final double ONE_IN_LIST = 0.5;
    private static final int LOOKED_AT = 40;

    private final Catalog catalog;
    private final LayerDefinition layer;

    ValueFit(Catalog catalog, LayerDefinition layer) {
        this.catalog = catalog;
        this.layer = layer;
    }

    /** How strongly the values alone speak for the field, 0 … 1. */
    double of(ColumnSample column, FieldDefinition field) {
        List<String> words = words(column);
        if (words.isEmpty() || !column.complete()) {
            return 0;
        }
        Optional<CodeList> list = field.codeList().map(catalog::codeList);
        if (list.isPresent()) {
            long known =
                    words.stream().filter(w -> list.get().match(w).isPresent()).count();
            if (known == words.size()) {
                return known > 1 ? ALL_IN_LIST : ONE_IN_LIST;
            }
            return known * 2 >= words.size() ? ONE_IN_LIST * known / words.size() : 0;
        }
        boolean year = layer.surveyYearField().filter(field.name()::equals).isPresent();
        if (year && words.stream().allMatch(w -> w.matches("(19|20)\\d\\d"))) {
            return ONE_IN_LIST;
        }
        boolean yesNo = field.type() == FieldType.BOOLEAN && words.size() == 2 && readable(words, field) == 2;
        return yesNo ? ONE_IN_LIST : 0;
    }

    /** Whether most of the values cannot be read as the field asks. */
    boolean contradicts(ColumnSample column, FieldDefinition field) {
        List<String> words = words(column);
        return !words.isEmpty() && readable(words, field) * 2 < words.size();
    }

    private long readable(List<String> words, FieldDefinition field) {
        ValueReader reader = new ValueReader(catalog, field);
        return words.stream().filter(word -> reader.read(word).fits()).count();
    }

    private static List<String> words(ColumnSample column) {
        return column.words().keySet().stream().limit(LOOKED_AT).toList();
    }
}
