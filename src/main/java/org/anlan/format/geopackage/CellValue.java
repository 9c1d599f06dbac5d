package org.anlan.format.geopackage;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.anlan.format.SourceField;

/** Reads one value of a row as its column's type says. */
final class CellValue {

    private CellValue() {}

    /** The value as the type's Java type; empty when it cannot be read so. The source is not null. */
    static Optional<Object> of(SourceField.Type type, Object source) {
        if (source instanceof byte[]) {
            return Optional.empty();
        }
        return switch (type) {
            case TEXT -> Optional.of(source.toString().stripTrailing());
            case INTEGER -> integer(source);
            case NUMBER -> number(source);
            case BOOLEAN -> truth(source.toString());
            case DATE -> date(source.toString());
        };
    }

    private static Optional<Object> integer(Object source) {
        if (source instanceof Integer || source instanceof Long) {
            return Optional.of(((Number) source).longValue());
        }
        return number(source)
                .map(Double.class::cast)
                .filter(number -> number == Math.rint(number) && Math.abs(number) < 9e15)
                .map(Double::longValue);
    }

    private static Optional<Object> number(Object source) {
        if (source instanceof Number number) {
            return Optional.of(number.doubleValue());
        }
        String text = source.toString().strip();
        try {
            return text.length() > 60
                    ? Optional.empty()
                    : Optional.<Object>of(Double.valueOf(text)).filter(n -> Double.isFinite((Double) n));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static Optional<Object> truth(String source) {
        return switch (source) {
            case "1", "true", "TRUE" -> Optional.of(true);
            case "0", "false", "FALSE" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** ISO 8601; the day of a moment that was put into a column of days. */
    private static Optional<Object> date(String source) {
        try {
            return source.length() < 10 || source.length() > 40
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(source.substring(0, 10)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
