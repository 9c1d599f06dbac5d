package org.anlan.filter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anlan.filter.Expression.And;
import org.anlan.filter.Expression.Arithmetic;
import org.anlan.filter.Expression.Between;
import org.anlan.filter.Expression.Box;
import org.anlan.filter.Expression.Call;
import org.anlan.filter.Expression.Comparison;
import org.anlan.filter.Expression.Day;
import org.anlan.filter.Expression.Figure;
import org.anlan.filter.Expression.In;
import org.anlan.filter.Expression.Interval;
import org.anlan.filter.Expression.IsNull;
import org.anlan.filter.Expression.Like;
import org.anlan.filter.Expression.Moment;
import org.anlan.filter.Expression.Not;
import org.anlan.filter.Expression.Or;
import org.anlan.filter.Expression.Property;
import org.anlan.filter.Expression.Shape;
import org.anlan.filter.Expression.Spatial;
import org.anlan.filter.Expression.Temporal;
import org.anlan.filter.Expression.Truth;

/** Writes a filter as CQL2 text, for links; read again it is an equal expression. Properties go by their names, codes by their codes. */
public final class CqlText {

    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9_]*");

    private CqlText() {}

    /** The filter as text. */
    public static String write(Expression expression) {
        if (expression instanceof And and) {
            return joined(and.all(), " AND ");
        } else if (expression instanceof Or or) {
            return joined(or.any(), " OR ");
        } else if (expression instanceof Not not) {
            return "NOT " + operand(not.of());
        }
        return expression.type() == ValueType.BOOLEAN ? predicate(expression) : value(expression);
    }

    private static String predicate(Expression expression) {
        if (expression instanceof Comparison c) {
            return operand(c.left()) + " " + c.op().sign() + " " + operand(c.right());
        } else if (expression instanceof Like like) {
            return operand(like.value()) + " LIKE " + operand(like.pattern());
        } else if (expression instanceof Between b) {
            return operand(b.value()) + " BETWEEN " + operand(b.low()) + " AND " + operand(b.high());
        } else if (expression instanceof In in) {
            String list = in.list().stream().map(CqlText::operand).collect(Collectors.joining(", "));
            return operand(in.value()) + " IN (" + list + ")";
        } else if (expression instanceof IsNull isNull) {
            return operand(isNull.of()) + " IS NULL";
        } else if (expression instanceof Spatial s) {
            return s.relation().word() + "(" + write(s.left()) + ", " + write(s.right()) + ")";
        } else if (expression instanceof Temporal t) {
            return t.relation().word() + "(" + write(t.left()) + ", " + write(t.right()) + ")";
        }
        return value(expression);
    }

    private static String value(Expression expression) {
        if (expression instanceof Property property) {
            return name(property.of().name());
        } else if (expression instanceof Truth truth) {
            return truth.value() ? "TRUE" : "FALSE";
        } else if (expression instanceof Expression.Words words) {
            return quoted(words.value());
        } else if (expression instanceof Figure figure) {
            return figure.value().toString();
        } else if (expression instanceof Day day) {
            return "DATE('" + day.value() + "')";
        } else if (expression instanceof Moment moment) {
            return "TIMESTAMP('" + moment.value() + "')";
        } else if (expression instanceof Interval interval) {
            return "INTERVAL(" + end(interval.start()) + ", " + end(interval.end()) + ")";
        } else if (expression instanceof Arithmetic a) {
            return operand(a.left()) + " " + a.op().sign() + " " + operand(a.right());
        } else if (expression instanceof Call call) {
            return call.function().word() + "(" + write(call.argument()) + ")";
        } else if (expression instanceof Box box) {
            return "BBOX(" + box.lower1() + ", " + box.lower2() + ", " + box.upper1() + ", " + box.upper2() + ")";
        }
        return ShapeText.write(((Shape) expression).value());
    }

    private static String joined(List<Expression> parts, String word) {
        return parts.stream()
                .map(part -> part instanceof And || part instanceof Or ? "(" + write(part) + ")" : write(part))
                .collect(Collectors.joining(word));
    }

    /** Within parentheses, unless it is one word or a call. */
    private static String operand(Expression expression) {
        boolean compound = expression instanceof Arithmetic
                || (expression.type() == ValueType.BOOLEAN
                        && !(expression instanceof Property)
                        && !(expression instanceof Truth)
                        && !(expression instanceof Spatial)
                        && !(expression instanceof Temporal));
        return compound ? "(" + write(expression) + ")" : write(expression);
    }

    private static String end(Optional<Expression> end) {
        if (end.isEmpty()) {
            return "'..'";
        }
        Expression at = end.get();
        if (at instanceof Day day) {
            return "'" + day.value() + "'";
        }
        return at instanceof Moment moment ? "'" + moment.value() + "'" : write(at);
    }

    private static String name(String name) {
        boolean bare = PLAIN.matcher(name).matches() && !Keywords.RESERVED.contains(name.toUpperCase(Locale.ROOT));
        return bare ? name : "\"" + name + "\"";
    }

    /** A quote is written twice, and so is a backslash. */
    private static String quoted(String words) {
        return "'" + words.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
