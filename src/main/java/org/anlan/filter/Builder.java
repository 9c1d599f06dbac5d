package org.anlan.filter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anlan.base.Refusal;
import org.anlan.catalog.CodeList;
import org.anlan.filter.Expression.Call;
import org.anlan.filter.Expression.Literal;
import org.anlan.filter.Expression.Property;
import org.locationtech.jts.geom.Geometry;

/** Makes expressions of what a filter says, and checks names, kinds and bounds as it does: both notations are read by it. */
final class Builder {

    static final int MOST_DEPTH = 100;

    private static final int MOST_PARTS = 10_000;
    private static final int MOST_PATTERN = 1_000;

    private final Queryables queryables;
    private int parts;

    Builder(Queryables queryables) {
        this.queryables = queryables;
    }

    private <E extends Expression> E counted(E made) {
        if (++parts > MOST_PARTS) {
            throw made.where().wrong("超过 %d 个部分", "more than %d parts", MOST_PARTS);
        }
        return made;
    }

    Expression property(String name, Where where) {
        Optional<Queryable> found = queryables.find(name);
        if (found.isEmpty()) {
            throw where.wrong(
                    "没有属性“%s”；可用：%s",
                    "there is no property \"%s\"; there are: %s",
                    clipped(name),
                    String.join(
                            ", ",
                            queryables.list().stream().map(Queryable::name).toList()));
        }
        return counted(new Property(found.get(), where));
    }

    Expression text(String value, Where where) {
        return counted(new Literal(value, Kind.TEXT, where));
    }

    Expression bool(boolean value, Where where) {
        return counted(new Literal(value, Kind.BOOLEAN, where));
    }

    /** A whole number where it fits one of 64 bits, else a decimal one. */
    Expression number(String digits, Where where) {
        Object value;
        try {
            value = digits.matches("[+-]?\\d{1,18}") ? (Object) Long.valueOf(digits) : Double.valueOf(digits);
        } catch (NumberFormatException e) {
            throw where.wrong("“%s”不是数", "\"%s\" is no number", clipped(digits));
        }
        if (value instanceof Double number && !Double.isFinite(number)) {
            throw where.wrong("数“%s”太大", "the number \"%s\" is too large", clipped(digits));
        }
        return counted(new Literal(value, Kind.NUMBER, where));
    }

    Expression date(String text, Where where) {
        try {
            return counted(new Literal(LocalDate.parse(text), Kind.DATE, where));
        } catch (DateTimeException e) {
            throw where.wrong("“%s”不是日期（2020-12-31）", "\"%s\" is no date (2020-12-31)", clipped(text));
        }
    }

    Expression timestamp(String text, Where where) {
        try {
            return counted(new Literal(OffsetDateTime.parse(text).toInstant(), Kind.TIMESTAMP, where));
        } catch (DateTimeException e) {
            throw where.wrong(
                    "“%s”不是时刻（2020-12-31T08:00:00Z）", "\"%s\" is no timestamp (2020-12-31T08:00:00Z)", clipped(text));
        }
    }

    /** An end of an interval as it is written in quotes: a date, a timestamp, or ".." where it is open. */
    Expression end(String text, boolean first, Where where) {
        if (text.equals("..") || text.isEmpty()) {
            return counted(new Literal(first ? Instant.MIN : Instant.MAX, Kind.TIMESTAMP, where));
        }
        return text.length() <= 10 ? date(text, where) : timestamp(text, where);
    }

    Expression shape(Geometry geometry, Where where) {
        return counted(new Expression.Shape(geometry, where));
    }

    Expression call(Operator operator, List<Expression> arguments, Where where) {
        int count = arguments.size();
        if (count < operator.least() || count > operator.most()) {
            throw where.wrong(
                    "%s 应有 %d 到 %d 个参数，这里有 %d 个",
                    "%s takes %d to %d arguments, here are %d",
                    operator.word(),
                    operator.least(),
                    operator.most(),
                    count);
        }
        List<Expression> checked = checked(operator, arguments);
        int depth = 1 + checked.stream().mapToInt(Expression::depth).max().orElse(0);
        if (depth > MOST_DEPTH) {
            throw where.wrong("嵌套超过 %d 层", "more than %d levels deep", MOST_DEPTH);
        }
        return counted(new Call(operator, checked, operator.takes().gives(), where, depth));
    }

    private List<Expression> checked(Operator operator, List<Expression> arguments) {
        return switch (operator.takes()) {
            case BOOLEANS -> all(operator, arguments, Kind.BOOLEAN);
            case NUMBERS -> all(operator, arguments, Kind.NUMBER);
            case TEXT -> all(operator, arguments, Kind.TEXT);
            case TEXTS -> pattern(all(operator, arguments, Kind.TEXT));
            case SHAPES, MEASURE -> all(operator, arguments, Kind.GEOMETRY);
            case TIMES -> times(operator, arguments, true);
            case ENDS -> times(operator, arguments, false);
            case ANYTHING -> arguments;
            case ALIKE -> alike(operator, coded(arguments), false);
            case ORDERED -> alike(operator, arguments, true);
        };
    }

    private static List<Expression> all(Operator operator, List<Expression> arguments, Kind kind) {
        for (Expression argument : arguments) {
            if (argument.kind() != kind) {
                throw unfit(operator, argument, kind);
            }
        }
        return arguments;
    }

    private static Refusal unfit(Operator operator, Expression argument, Kind kind) {
        return argument.where()
                .wrong(
                        "%1$s 要的是%2$s，这里是%4$s",
                        "%1$s takes %3$s, here is %5$s",
                        operator.word(),
                        kind.words().zh(),
                        kind.words().en(),
                        argument.kind().words().zh(),
                        argument.kind().words().en());
    }

    private static List<Expression> times(Operator operator, List<Expression> arguments, boolean spans) {
        for (Expression argument : arguments) {
            boolean fits = argument.kind().temporal() || (spans && argument.kind() == Kind.INTERVAL);
            if (!fits) {
                throw unfit(operator, argument, spans ? Kind.INTERVAL : Kind.TIMESTAMP);
            }
        }
        return arguments;
    }

    private static List<Expression> pattern(List<Expression> arguments) {
        if (arguments.get(1) instanceof Literal literal
                && literal.value().toString().length() > MOST_PATTERN) {
            throw literal.where().wrong("模式超过 %d 个字符", "the pattern has more than %d characters", MOST_PATTERN);
        }
        return arguments;
    }

    private static List<Expression> alike(Operator operator, List<Expression> arguments, boolean ordered) {
        Kind first = arguments.get(0).kind();
        if ((ordered && !first.ordered()) || first == Kind.INTERVAL || first == Kind.GEOMETRY) {
            throw arguments
                    .get(0)
                    .where()
                    .wrong(
                            "%1$s 不能比较%2$s",
                            "%1$s cannot compare %3$s",
                            operator.word(),
                            first.words().zh(),
                            first.words().en());
        }
        for (Expression argument : arguments) {
            if (!first.comparable(argument.kind())) {
                throw unfit(operator, argument, first);
            }
        }
        return arguments;
    }

    /** A label or an alias of a code stands for the code, where a coded property is compared with it. */
    private static List<Expression> coded(List<Expression> arguments) {
        Optional<CodeList> codes = arguments.stream()
                .flatMap(argument ->
                        argument instanceof Property property ? property.queryable().codes().stream() : Stream.empty())
                .findFirst();
        if (codes.isEmpty()) {
            return arguments;
        }
        List<Expression> coded = new ArrayList<>();
        for (Expression argument : arguments) {
            coded.add(
                    argument instanceof Literal literal && literal.value() instanceof String word
                            ? new Literal(code(codes.get(), word), Kind.TEXT, literal.where())
                            : argument);
        }
        return coded;
    }

    private static String code(CodeList list, String word) {
        return list.entry(word).isPresent()
                ? word
                : list.match(word).map(CodeList.Entry::code).orElse(word);
    }

    static String clipped(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
