package org.anlan.intake;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anlan.base.Storable;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CodeList;
import org.anlan.catalog.FieldDefinition;

/** Turns the values of one file field into values of one catalogue field: numbers from text, codes from words, dates in the usual spellings. */
final class ValueReader {

    private static final Pattern DATE =
            Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ T].*)?|(\\d{4})(\\d{2})(\\d{2})");
    private static final Map<String, Boolean> BOOLEANS = Map.ofEntries(
            Map.entry("是", true),
            Map.entry("否", false),
            Map.entry("1", true),
            Map.entry("0", false),
            Map.entry("true", true),
            Map.entry("false", false),
            Map.entry("t", true),
            Map.entry("f", false),
            Map.entry("y", true),
            Map.entry("n", false),
            Map.entry("yes", true),
            Map.entry("no", false),
            Map.entry("有", true),
            Map.entry("无", false),
            Map.entry("√", true),
            Map.entry("×", false));

    /**
     * A value that was read.
     *
     * @param value of the field's Java type; {@code null} when there is none
     * @param fits false when the source value could not be read as the field asks; an open code list takes any word
     */
    record Reading(Object value, boolean fits) {
        static final Reading NONE = new Reading(null, true);
        static final Reading UNFIT = new Reading(null, false);
    }

    private final FieldDefinition field;
    private final Optional<CodeList> codes;
    private final Map<String, String> meanings;
    private final Map<String, Reading> known = new HashMap<>();

    ValueReader(Catalog catalog, FieldDefinition field) {
        this(catalog, field, Map.of());
    }

    /** @param meanings word of the file → what is read in its place; an empty text = no value */
    ValueReader(Catalog catalog, FieldDefinition field, Map<String, String> meanings) {
        this.field = field;
        this.meanings = meanings;
        this.codes = field.codeList().map(catalog::codeList);
    }

    /** The closed list that the field's values come from. */
    Optional<CodeList> closedList() {
        return codes.filter(list -> !list.open());
    }

    FieldDefinition field() {
        return field;
    }

    /** Reads one value; {@code null} and blank text are no value. */
    Reading read(Object source) {
        if (source == null || (source instanceof String s && s.isBlank())) {
            return Reading.NONE;
        }
        String meant = meanings.isEmpty() ? null : meanings.get(words(source));
        if (meant != null) {
            return meant.isEmpty() ? Reading.NONE : plain(meant);
        }
        return plain(source);
    }

    private Reading plain(Object source) {
        return switch (field.type()) {
            case TEXT -> codes.isPresent() ? code(words(source)) : new Reading(words(source), true);
            case INTEGER -> integer(source);
            case NUMBER -> number(source);
            case BOOLEAN -> bool(source);
            case DATE -> date(source);
        };
    }

    private Reading code(String word) {
        return known.computeIfAbsent(word, w -> codes.get()
                .match(w)
                .map(entry -> new Reading(entry.code(), true))
                .orElseGet(() -> codes.get().open() ? new Reading(w, true) : Reading.UNFIT));
    }

    /** A value as the text that people see. */
    static String words(Object source) {
        if (source instanceof Double d) {
            return d == Math.rint(d) && Math.abs(d) < 1e15 ? Long.toString(d.longValue()) : d.toString();
        }
        return Storable.text(source.toString()).strip();
    }

    private static Reading integer(Object source) {
        if (source instanceof Long) {
            return new Reading(source, true);
        }
        Reading number = number(source);
        if (number.value() instanceof Double d && d == Math.rint(d) && Math.abs(d) < 9e15) {
            return new Reading(d.longValue(), true);
        }
        return Reading.UNFIT;
    }

    private static Reading number(Object source) {
        if (source instanceof Double) {
            return new Reading(source, true);
        }
        if (source instanceof Long l) {
            return new Reading((double) l, true);
        }
        try {
            String text = source.toString().strip().replace(",", "").replace("，", "");
            if (text.length() > 60) {
                return Reading.UNFIT;
            }
            return new Reading(new BigDecimal(text).doubleValue(), true);
        } catch (NumberFormatException e) {
            return Reading.UNFIT;
        }
    }

    private static Reading bool(Object source) {
        if (source instanceof Boolean) {
            return new Reading(source, true);
        }
        Boolean value = BOOLEANS.get(words(source).toLowerCase(Locale.ROOT));
        return value == null ? Reading.UNFIT : new Reading(value, true);
    }

    private static Reading date(Object source) {
        if (source instanceof LocalDate) {
            return new Reading(source, true);
        }
        Matcher matcher = DATE.matcher(words(source));
        if (!matcher.matches()) {
            return Reading.UNFIT;
        }
        int first = matcher.group(1) != null ? 1 : 4;
        try {
            return new Reading(
                    LocalDate.of(
                            Integer.parseInt(matcher.group(first)),
                            Integer.parseInt(matcher.group(first + 1)),
                            Integer.parseInt(matcher.group(first + 2))),
                    true);
        } catch (DateTimeException e) {
            return Reading.UNFIT;
        }
    }
}
