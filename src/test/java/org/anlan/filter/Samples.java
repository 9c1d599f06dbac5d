package org.anlan.filter;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes up conditions over the fields of {@link Probe}, of every operator. */
final class Samples {

    static final List<String> WORDS = List.of(
            "",
            "a",
            "A",
            "ab",
            "aB%",
            "a_b",
            "100%",
            "b\\c",
            "it's",
            "é",
            "É1",
            "straße",
            "STRASSE",
            "砂质",
            "砂",
            "\uFF5E",
            "\uD83C\uDF0A",
            "\uD83C\uDF0Ax");
    private static final List<String> PATTERNS = List.of(
            "%",
            "_",
            "a%",
            "%b",
            "_b",
            "a\\_b",
            "100\\%",
            "%\\%",
            "砂%",
            "%质",
            "__",
            "\uD83C\uDF0A%",
            "%\\\\c",
            "é%",
            "%s%s%",
            "%it''s".replace("''", "'"),
            "A%");
    private static final List<String> COMPARISONS = List.of("=", "<>", "<", ">", "<=", ">=");

    private final Random random;
    private final TimeSamples times;
    private final ShapeSamples shapes;

    Samples(Random random) {
        this.random = random;
        this.times = new TimeSamples(random);
        this.shapes = new ShapeSamples(random);
    }

    /** A condition of so many levels at most. */
    Sample condition(int levels) {
        if (levels > 0 && random.nextInt(3) > 0) {
            return switch (random.nextInt(4)) {
                case 0 -> Sample.infix("AND", condition(levels - 1), condition(levels - 1));
                case 1 -> Sample.infix("OR", condition(levels - 1), condition(levels - 1));
                case 2 -> not(condition(levels - 1));
                default -> predicate();
            };
        }
        return predicate();
    }

    /** A condition without conditions in it. */
    Sample predicate() {
        return switch (random.nextInt(14)) {
            case 0, 1 -> Sample.infix(comparison(), text(), text());
            case 2 -> Sample.infix(comparison(), number(2), number(2));
            case 3 -> exact();
            case 4 -> like();
            case 5 -> between();
            case 6 -> in();
            case 7 -> isNull();
            case 8 -> truth();
            case 9 -> coded();
            case 10, 11 -> shapes.predicate();
            default -> times.predicate();
        };
    }

    private static Sample not(Sample of) {
        return new Sample("NOT (" + of.cql() + ")", Sample.op("not", of), "(NOT " + of.sql() + ")");
    }

    private Sample text() {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> textProperty();
            case 3 -> folded(textProperty());
            case 4 -> folded(words(one(WORDS)));
            case 5 -> Sample.property("id", "id");
            default -> words(one(WORDS));
        };
    }

    private Sample textProperty() {
        String name = one(List.of("name", "other"));
        return Sample.property(name, name);
    }

    private static Sample words(String words) {
        String cql = words.replace("\\", "\\\\").replace("'", "''");
        String json = words.replace("\\", "\\\\").replace("\"", "\\\"");
        return new Sample(
                "'" + cql + "'", "\"" + json + "\"", "('" + words.replace("'", "''") + "'::text COLLATE \"C\")");
    }

    private Sample folded(Sample text) {
        String function = one(List.of("casei", "accenti", "upper", "lower"));
        return new Sample(function + "(" + text.cql() + ")", Sample.op(function, text), folded(function, text.sql()));
    }

    private static String folded(String function, String sql) {
        String icu = "(" + sql + " COLLATE \"und-x-icu\")";
        return switch (function) {
            case "casei" -> "(lower(upper" + icu + ") COLLATE \"C\")";
            case "accenti" ->
                "(normalize(regexp_replace(normalize(" + sql
                        + ", NFD), '[\\u0300-\\u036F]', '', 'g'), NFC) COLLATE \"C\")";
            default -> "(" + function + icu + " COLLATE \"C\")";
        };
    }

    private Sample like() {
        Sample pattern = words(one(PATTERNS));
        Sample value = textProperty();
        if (random.nextBoolean()) {
            String function = one(List.of("casei", "accenti"));
            value = new Sample(
                    function + "(" + value.cql() + ")", Sample.op(function, value), folded(function, value.sql()));
            pattern = new Sample(
                    function + "(" + pattern.cql() + ")",
                    Sample.op(function, pattern),
                    folded(function, pattern.sql()));
        }
        boolean not = random.nextBoolean();
        Sample like = Sample.infix("LIKE", value, pattern);
        return not
                ? new Sample(
                        value.cql() + " NOT LIKE " + pattern.cql(),
                        Sample.op("not", like),
                        "(" + value.sql() + " NOT LIKE " + pattern.sql() + ")")
                : like;
    }

    /** Numbers that floating-point arithmetic handles exactly, so that SQL's comes to the same. */
    private Sample number(int levels) {
        if (levels == 0 || random.nextBoolean()) {
            return switch (random.nextInt(5)) {
                case 0 -> Sample.property("survey_year", "survey_year::float8");
                case 1 -> Sample.property("number", "number");
                case 2 -> Sample.property("length_m", "length_m");
                default -> literal(one(List.of("0", "1", "-3", "2.5", "2020", "0.25", "7", "-0.75", "4.0", "2e3")));
            };
        }
        String op = one(List.of("+", "-", "*", "/", "%", "div", "^"));
        Sample left = number(levels - 1);
        Sample right = op.equals("^") ? literal(one(List.of("0", "1", "2", "3"))) : number(levels - 1);
        if (op.equals("%") || op.equals("div")) {
            // of quotients the last digit would decide
            left = number(0);
            right = number(0);
        }
        String divisor = "NULLIF(" + right.sql() + ", 0)";
        String sql =
                switch (op) {
                    case "/" -> "(" + left.sql() + " / " + divisor + ")";
                    case "%" -> "(mod((" + left.sql() + ")::numeric, (" + divisor + ")::numeric)::float8)";
                    case "div" -> "(div((" + left.sql() + ")::numeric, (" + divisor + ")::numeric)::float8)";
                    case "^" -> "power(" + left.sql() + ", " + right.sql() + ")";
                    default -> "(" + left.sql() + " " + op + " " + right.sql() + ")";
                };
        return Sample.infix(op, left, right).withSql(sql);
    }

    private static Sample literal(String digits) {
        return new Sample(digits, digits, "(" + digits + ")::float8");
    }

    /** Whole numbers that floating-point ones cannot tell apart. */
    private Sample exact() {
        Sample whole = Sample.property("whole", "whole::numeric");
        String digits =
                one(List.of("9007199254740992", "9007199254740993", "9007199254740994", "5", "5.5", "-3", "1e19"));
        Sample other = random.nextInt(3) == 0
                ? Sample.property("number", "number::numeric")
                : new Sample(digits, digits, "(" + digits + ")::numeric");
        return random.nextBoolean()
                ? Sample.infix(comparison(), whole, other)
                : Sample.infix(comparison(), other, whole);
    }

    private Sample between() {
        boolean texts = random.nextBoolean();
        Sample value = texts ? text() : number(1);
        Sample low = texts ? text() : number(1);
        Sample high = texts ? text() : number(1);
        return new Sample(
                value.cql() + " BETWEEN " + low.cql() + " AND " + high.cql(),
                Sample.op("between", value, low, high),
                "(" + value.sql() + " BETWEEN " + low.sql() + " AND " + high.sql() + ")");
    }

    private Sample in() {
        int kind = random.nextInt(3);
        Supplier<Sample> one =
                switch (kind) {
                    case 0 -> this::text;
                    case 1 -> () -> words(one(WORDS));
                    default -> () -> number(1);
                };
        Sample value = kind == 2 ? number(0) : text();
        List<Sample> list = IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(i -> one.get())
                .toList();
        boolean not = random.nextBoolean();
        String json = "{\"op\":\"in\",\"args\":[" + value.json() + ",["
                + list.stream().map(Sample::json).collect(Collectors.joining(",")) + "]]}";
        String in = not ? " NOT IN (" : " IN (";
        return new Sample(
                value.cql() + in + list.stream().map(Sample::cql).collect(Collectors.joining(", ")) + ")",
                not ? "{\"op\":\"not\",\"args\":[" + json + "]}" : json,
                "(" + value.sql() + in + list.stream().map(Sample::sql).collect(Collectors.joining(", ")) + "))");
    }

    private Sample isNull() {
        Sample of =
                switch (random.nextInt(5)) {
                    case 0 -> textProperty();
                    case 1 -> number(1);
                    case 2 -> Sample.property("geometry", "geom");
                    case 3 -> Sample.property("day", "day");
                    default -> Sample.property("flag", "flag");
                };
        boolean not = random.nextBoolean();
        String json = Sample.op("isNull", of);
        return new Sample(
                of.cql() + (not ? " IS NOT NULL" : " IS NULL"),
                not ? "{\"op\":\"not\",\"args\":[" + json + "]}" : json,
                "(" + of.sql() + (not ? " IS NOT NULL)" : " IS NULL)"));
    }

    private Sample truth() {
        Sample flag = Sample.property("flag", "flag");
        Sample literal =
                random.nextBoolean() ? new Sample("TRUE", "true", "TRUE") : new Sample("false", "false", "FALSE");
        return switch (random.nextInt(4)) {
            case 0 -> flag;
            case 1 -> literal;
            case 2 -> Sample.infix(comparison(), flag, literal);
            default -> Sample.infix(comparison(), Sample.infix(comparison(), number(0), number(0)), flag);
        };
    }

    private Sample coded() {
        String word = one(List.of("sandy", "砂质岸线", "Sandy", "沙质岸线", "海堤", "reef"));
        String code =
                switch (word) {
                    case "海堤" -> "seawall";
                    case "reef" -> "reef";
                    default -> "sandy";
                };
        String op = one(List.of("=", "<>"));
        Sample kind = new Sample("\"岸线类型\"", "{\"property\":\"kind\"}", "kind");
        return Sample.infix(op, kind, words(word)).withSql("(kind " + op + " '" + code + "')");
    }

    private String comparison() {
        return one(COMPARISONS);
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
