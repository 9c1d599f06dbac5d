package org.anlan.filter;

import java.util.regex.Pattern;

/** A value as a query parameter has it: without quotes, of the type of its property. A yes is also 1 and a no 0, as GDAL writes them. */
final class PlainValue {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

    private PlainValue() {}

    static Expression of(ValueType type, String value, Literals literals, Spot spot) {
        return switch (type) {
            case TEXT -> literals.words(value, spot);
            case INTEGER, NUMBER -> {
                if (value.length() <= Limits.NUMBER && !NUMBER.matcher(value).matches()) {
                    throw spot.refusal("“%s”不是数值", "\"%s\" is no number", Spot.shown(value));
                }
                yield literals.number(value, spot);
            }
            case BOOLEAN -> {
                boolean yes = value.equals("true") || value.equals("1");
                if (!yes && !value.equals("false") && !value.equals("0")) {
                    throw spot.refusal("“%s”应为 true 或 false", "\"%s\" must be true or false", Spot.shown(value));
                }
                yield new Expression.Truth(yes);
            }
            case DATE -> literals.day(value, spot);
            case TIMESTAMP -> literals.instant(value, spot);
            case INTERVAL, GEOMETRY -> throw spot.refusal("图形不能作为查询参数的值", "a geometry cannot be given as a parameter");
        };
    }
}
