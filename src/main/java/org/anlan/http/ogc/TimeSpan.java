package org.anlan.http.ogc;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.anlan.base.Refusal;

/**
 * The {@code datetime} parameter (17-069r4 §7.15.4): a moment, or a span with an open end. A date stands for its whole day in UTC.
 *
 * @param from its first moment; {@link Instant#MIN} where it is open
 * @param until its last moment; {@link Instant#MAX} where it is open
 */
record TimeSpan(Instant from, Instant until) {

    static TimeSpan read(String value) {
        String[] ends = value.split("/", -1);
        if (ends.length > 2) {
            throw bad(value);
        }
        if (ends.length == 1) {
            return new TimeSpan(first(value, ends[0]), last(value, ends[0]));
        }
        boolean fromOpen = open(ends[0]);
        boolean untilOpen = open(ends[1]);
        if (fromOpen && untilOpen) {
            throw bad(value);
        }
        TimeSpan span = new TimeSpan(
                fromOpen ? Instant.MIN : first(value, ends[0]), untilOpen ? Instant.MAX : last(value, ends[1]));
        if (span.from().isAfter(span.until())) {
            throw bad(value);
        }
        return span;
    }

    /** A moment on its own: the {@code as-of} parameter; of a day its last moment. */
    static Instant moment(String name, String value) {
        try {
            return last(value, value);
        } catch (Refusal e) {
            throw Refusal.invalid(
                    "bad-parameter",
                    "参数 %s=%s 应为时刻（2025-06-30T08:00:00Z）或日期（2025-06-30）",
                    "The parameter %s=%s should be a moment (2025-06-30T08:00:00Z) or a date (2025-06-30)",
                    name,
                    value);
        }
    }

    /** Whether it has a moment in common with a survey year. */
    boolean meetsYear(int year) {
        return meets(
                LocalDate.of(year, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC),
                LocalDate.of(year + 1, 1, 1)
                        .atStartOfDay()
                        .toInstant(ZoneOffset.UTC)
                        .minusNanos(1));
    }

    /** Whether it has a moment in common with a span, both ends of which count. */
    boolean meets(Instant begin, Instant end) {
        return !begin.isAfter(until) && !end.isBefore(from);
    }

    private static boolean open(String end) {
        return end.isEmpty() || end.equals("..");
    }

    private static Instant first(String whole, String text) {
        return text.length() == 10 ? day(whole, text).atStartOfDay().toInstant(ZoneOffset.UTC) : instant(whole, text);
    }

    private static Instant last(String whole, String text) {
        return text.length() == 10
                ? day(whole, text)
                        .plusDays(1)
                        .atStartOfDay()
                        .toInstant(ZoneOffset.UTC)
                        .minusNanos(1)
                : instant(whole, text);
    }

    private static LocalDate day(String whole, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw bad(whole);
        }
    }

    private static Instant instant(String whole, String text) {
        try {
            return OffsetDateTime.parse(text.replace(' ', '+').toUpperCase(Locale.ROOT))
                    .toInstant();
        } catch (DateTimeException e) {
            throw bad(whole);
        }
    }

    private static Refusal bad(String value) {
        String shown = value.length() > 100 ? value.substring(0, 100) + "…" : value;
        return Refusal.invalid(
                "bad-datetime",
                "datetime=%s 应为时刻、日期或时段，如 2020-01-01T00:00:00Z、2019-01-01/2020-12-31、../2020-12-31",
                "datetime=%s should be a moment, a date or a span, such as 2020-01-01T00:00:00Z, 2019-01-01/2020-12-31, ../2020-12-31",
                shown);
    }
}
