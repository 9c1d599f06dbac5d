package org.anlan.filter;

import org.anlan.base.Text;

/** What kind of value an expression has. */
public enum Kind {
    /** True or false. */
    BOOLEAN("真假值", "true or false"),
    /** A whole or decimal number. */
    NUMBER("数值", "a number"),
    /** A text. */
    TEXT("文本", "a text"),
    /** A day. */
    DATE("日期", "a date"),
    /** A moment. */
    TIMESTAMP("时刻", "a timestamp"),
    /** A span of time. */
    INTERVAL("时段", "an interval"),
    /** A shape. */
    GEOMETRY("几何", "a geometry");

    private final String zh;
    private final String en;

    Kind(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    Text words() {
        return new Text(zh, en);
    }

    /** Whether it can be put in order. */
    boolean ordered() {
        return this == NUMBER || this == TEXT || temporal();
    }

    /** A moment or a day. */
    boolean temporal() {
        return this == DATE || this == TIMESTAMP;
    }

    /** Whether values of the two can be compared. */
    boolean comparable(Kind other) {
        return this == other || (temporal() && other.temporal());
    }
}
