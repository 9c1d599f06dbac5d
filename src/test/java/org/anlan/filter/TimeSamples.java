package org.anlan.filter;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes up conditions on days and moments. Their SQL spells out W3C's definitions, end by end. */
final class TimeSamples {

    static final List<String> DAYS = List.of("2020-01-01", "2020-01-02", "2020-02-29", "2020-12-31", "2024-01-01");
    private static final List<String> MOMENTS = List.of(
            "2024-01-01T00:00:00Z",
            "2024-01-01T01:00:00Z",
            "2024-01-01T02:30:00.5Z",
            "2024-01-01T03:00:00Z",
            "2020-01-02T12:00:00Z");

    /** a, b: start and end of the first; c, d: of the second. */
    private static final Map<String, String> RELATIONS = Map.ofEntries(
            Map.entry("t_after", "a > d"),
            Map.entry("t_before", "b < c"),
            Map.entry("t_disjoint", "(b < c OR a > d)"),
            Map.entry("t_equals", "(a = c AND b = d)"),
            Map.entry("t_intersects", "NOT (b < c OR a > d)"),
            Map.entry("t_contains", "(a < c AND d < b)"),
            Map.entry("t_during", "(c < a AND b < d)"),
            Map.entry("t_finishedBy", "(a < c AND b = d)"),
            Map.entry("t_finishes", "(c < a AND b = d)"),
            Map.entry("t_meets", "b = c"),
            Map.entry("t_metBy", "a = d"),
            Map.entry("t_overlappedBy", "(c < a AND a < d AND d < b)"),
            Map.entry("t_overlaps", "(a < c AND c < b AND b < d)"),
            Map.entry("t_startedBy", "(a = c AND d < b)"),
            Map.entry("t_starts", "(a = c AND b < d)"));

    private static final List<String> OF_INSTANTS =
            List.of("t_after", "t_before", "t_disjoint", "t_equals", "t_intersects");

    private final Random random;

    TimeSamples(Random random) {
        this.random = random;
    }

    Sample predicate() {
        if (random.nextInt(4) == 0) {
            Instant left = instant(random.nextBoolean());
            Instant right = instant(random.nextBoolean());
            String op = List.of("=", "<>", "<", ">", "<=", ">=").get(random.nextInt(6));
            boolean days = left.day || right.day;
            return Sample.infix(op, left.sample.withSql(left.as(days)), right.sample.withSql(right.as(days)));
        }
        boolean instants = random.nextBoolean();
        List<String> names = instants ? OF_INSTANTS : List.copyOf(RELATIONS.keySet());
        String relation = names.get(random.nextInt(names.size()));
        Span one = instants && random.nextBoolean() ? span(instant(random.nextBoolean())) : interval();
        Span two = instants && random.nextBoolean() ? span(instant(random.nextBoolean())) : interval();
        boolean days = one.day() || two.day();
        String sql =
                "(SELECT CASE WHEN a IS NULL OR b IS NULL OR c IS NULL OR d IS NULL OR a > b OR c > d THEN NULL ELSE "
                        + RELATIONS.get(relation) + " END FROM (SELECT " + one.start.as(days) + " AS a, "
                        + one.end.as(days) + " AS b, "
                        + two.start.as(days) + " AS c, " + two.end.as(days) + " AS d) AS ends)";
        return new Sample(
                relation.toUpperCase(java.util.Locale.ROOT) + "(" + one.sample.cql() + ", " + two.sample.cql() + ")",
                Sample.op(relation, one.sample, two.sample),
                sql);
    }

    /** An instant; its SQL is a date or a timestamptz. */
    private record Instant(Sample sample, String inInterval, String inIntervalJson, boolean day, boolean open) {

        String as(boolean asDay) {
            if (open) {
                return sample.sql() + (asDay ? "::date" : "::timestamptz");
            }
            return asDay && !day ? "((" + sample.sql() + ") AT TIME ZONE 'UTC')::date" : "(" + sample.sql() + ")";
        }
    }

    private record Span(Sample sample, Instant start, Instant end) {
        boolean day() {
            return (start.day && !start.open) || (end.day && !end.open);
        }
    }

    private Instant instant(boolean property) {
        boolean day = random.nextInt(3) > 0;
        if (property) {
            String name = day ? (random.nextBoolean() ? "day" : "last_day") : "recorded";
            Sample sample = Sample.property(name, day ? name : "rec");
            return new Instant(sample, name, sample.json(), day, false);
        }
        List<String> texts = day ? DAYS : MOMENTS;
        String text = texts.get(random.nextInt(texts.size()));
        String type = day ? "date" : "timestamp";
        Sample sample = new Sample(
                type.toUpperCase(java.util.Locale.ROOT) + "('" + text + "')",
                "{\"" + type + "\":\"" + text + "\"}",
                (day ? "DATE '" : "TIMESTAMPTZ '") + text + "'");
        return new Instant(sample, "'" + text + "'", "\"" + text + "\"", day, false);
    }

    private Instant open(boolean start) {
        return new Instant(new Sample("", "", start ? "'-infinity'" : "'infinity'"), "'..'", "\"..\"", true, true);
    }

    private static Span span(Instant instant) {
        return new Span(instant.sample, instant, instant);
    }

    private Span interval() {
        while (true) {
            Instant start = random.nextInt(5) == 0 ? open(true) : instant(random.nextInt(3) == 0);
            Instant end = random.nextInt(5) == 0 ? open(false) : instant(random.nextInt(3) == 0);
            boolean literals = start.inInterval.startsWith("'2") && end.inInterval.startsWith("'2");
            if (!literals || start.inInterval.substring(0, 11).compareTo(end.inInterval.substring(0, 11)) < 0) {
                return new Span(
                        new Sample(
                                "INTERVAL(" + start.inInterval + ", " + end.inInterval + ")",
                                "{\"interval\":[" + start.inIntervalJson + "," + end.inIntervalJson + "]}",
                                ""),
                        start,
                        end);
            }
        }
    }
}
