package org.anlan.format.table;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.anlan.format.SourceField;
import org.anlan.format.place.Place;

/**
 * A column that is a field of the layer.
 *
 * @param at its position in a row, from 0
 * @param field what it is as a field
 * @param angle how it is read where it holds longitude or latitude
 */
record Column(int at, SourceField field, Optional<Place.AngleColumn> angle) {

    /** The same column as text, called what the header calls it. */
    Column asText(List<String> header) {
        String name = at < header.size() && !header.get(at).isEmpty() ? header.get(at) : field.name();
        return new Column(at, new SourceField(name, SourceField.Type.TEXT, 0, 0), Optional.empty());
    }

    /** The column's value in a row; {@code null} where there is none. */
    Object value(TableRow row) {
        if (angle.isPresent()) {
            OptionalDouble degrees = angle.get().degrees(row::text);
            if (degrees.isPresent()) {
                return field.type() == SourceField.Type.NUMBER
                        ? (Object) degrees.getAsDouble()
                        : TableRow.text(degrees.getAsDouble());
            }
            String text = row.text(angle.get().from());
            return text.isEmpty() ? null : text;
        }
        return CellGuess.value(row.cell(at), field.type());
    }
}
