package org.anlan.filter;

import java.util.List;
import java.util.regex.Pattern;
import org.anlan.base.Refusal;
import org.anlan.base.Text;

/** Refusals that both encodings share. */
final class Complaints {

    private static final int MOST_NAMES = 40;
    private static final Pattern FULL_WIDTH = Pattern.compile("[\\uFF01-\\uFF5E\\u3001-\\u303F]");

    private Complaints() {}

    static Refusal unknownProperty(String word, Queryables queryables, Spot spot) {
        List<String> names = queryables.all().stream().map(Queryable::name).toList();
        String known = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())))
                + (names.size() > MOST_NAMES ? ", …" : "");
        boolean wide = FULL_WIDTH.matcher(word).find();
        return spot.refusal(
                "没有可查询的属性“%s”；可用：%s（或其中文名称）%s",
                "there is no queryable property \"%s\"; there are: %s (or their labels)%4$s",
                Spot.shown(word),
                known,
                wide ? "。请使用半角标点" : "",
                wide ? ". Write punctuation half-width" : "");
    }

    static Refusal wanted(Text wanted, ValueType found, Spot spot) {
        return spot.refusal(
                "这里应为%s，却是%s",
                "expected %3$s, found %4$s",
                wanted.zh(),
                found.label().zh(),
                wanted.en(),
                found.label().en());
    }

    static Refusal incomparable(Expression left, Expression right, Spot spot) {
        ValueType one = left.type();
        ValueType other = right.type();
        Text hint = hint(one, other);
        return spot.refusal(
                "%s与%s不能比较%s",
                "%4$s cannot be compared with %5$s%6$s",
                one.label().zh(),
                other.label().zh(),
                hint.zh(),
                one.label().en(),
                other.label().en(),
                hint.en());
    }

    static Refusal tooDeep(Spot spot) {
        return spot.refusal("嵌套过深，最多 %d 层", "nested too deeply: at most %d levels", Limits.DEPTH);
    }

    private static Text hint(ValueType one, ValueType other) {
        if (one == ValueType.GEOMETRY || other == ValueType.GEOMETRY) {
            return new Text("；图形用 S_EQUALS 等函数", "; shapes are compared with S_EQUALS and the like");
        }
        if (one == ValueType.INTERVAL || other == ValueType.INTERVAL) {
            return new Text("；时间段用 T_EQUALS 等函数", "; intervals are compared with T_EQUALS and the like");
        }
        if (one.temporal() || other.temporal()) {
            return new Text(
                    "；日期写作 DATE('2020-12-31')，时刻写作 TIMESTAMP('2020-12-31T00:00:00Z')",
                    "; a date is written DATE('2020-12-31'), a timestamp TIMESTAMP('2020-12-31T00:00:00Z')");
        }
        return new Text("；文本要加单引号，数值和 TRUE/FALSE 不加", "; text stands in single quotes, numbers and TRUE/FALSE do not");
    }
}
