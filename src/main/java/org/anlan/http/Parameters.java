package org.anlan.http;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalLong;
import org.anlan.base.Refusal;
import org.anlan.store.Extent;

/** Reads query parameters; a value that cannot be read is refused, never guessed. */
public final class Parameters {

    private Parameters() {}

    /** A whole number within bounds; refused ({@code bad-parameter}). */
    public static Optional<Long> whole(Context context, String name, long least, long most) {
        return text(context, name).map(value -> {
            try {
                long number = Long.parseLong(value);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // told below, together with numbers out of bounds
            }
            throw Refusal.invalid(
                    "bad-parameter",
                    "参数 %s=%s 应为 %d 到 %d 的整数",
                    "The parameter %s=%s should be a whole number from %d to %d",
                    name,
                    value,
                    least,
                    most);
        });
    }

    /** A revision number. */
    public static OptionalLong revision(Context context) {
        return whole(context, "revision", 1, Long.MAX_VALUE)
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /** A survey year. */
    public static Optional<Integer> year(Context context) {
        return whole(context, "year", 1000, 9999).map(Long::intValue);
    }

    /** A rectangle west,south,east,north in degrees; refused ({@code bad-bbox}). */
    public static Optional<Extent> bbox(Context context) {
        return text(context, "bbox").map(value -> {
            String[] parts = value.split(",", -1);
            try {
                if (parts.length == 4) {
                    Extent extent = new Extent(
                            Double.parseDouble(parts[0]),
                            Double.parseDouble(parts[1]),
                            Double.parseDouble(parts[2]),
                            Double.parseDouble(parts[3]));
                    if (extent.west() <= extent.east()
                            && extent.south() <= extent.north()
                            && Math.abs(extent.west()) <= 360
                            && Math.abs(extent.east()) <= 360
                            && Math.abs(extent.south()) <= 90
                            && Math.abs(extent.north()) <= 90) {
                        return extent;
                    }
                }
            } catch (NumberFormatException e) {
                // told below
            }
            throw Refusal.invalid(
                    "bad-bbox",
                    "bbox=%s 应为“西,南,东,北”四个数（度）",
                    "bbox=%s should be four numbers in degrees: west,south,east,north",
                    value);
        });
    }

    /** A day (2025-12-31); refused ({@code bad-parameter}). */
    public static Optional<LocalDate> day(Context context, String name) {
        return text(context, name).map(value -> {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeParseException e) {
                throw Refusal.invalid(
                        "bad-parameter",
                        "参数 %s=%s 应为日期，如 2025-12-31",
                        "The parameter %s=%s should be a day like 2025-12-31",
                        name,
                        value);
            }
        });
    }

    /** True or false, false where it is not given; refused ({@code bad-parameter}). */
    public static boolean flag(Context context, String name) {
        String value = text(context, name).orElse("false");
        if (!value.equals("true") && !value.equals("false")) {
            throw Refusal.invalid(
                    "bad-parameter",
                    "参数 %s=%s 应为 true 或 false",
                    "The parameter %s=%s should be true or false",
                    name,
                    value);
        }
        return value.equals("true");
    }

    /** A parameter that was given and is not blank. */
    public static Optional<String> text(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).filter(v -> !v.isBlank());
    }
}
