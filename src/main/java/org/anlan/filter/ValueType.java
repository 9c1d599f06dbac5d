package org.anlan.filter;

import org.anlan.base.Text;

/** What kind of value an expression has. */
public enum ValueType {
    /** Text; compares by code points. */
    TEXT("文本", "text"),
    /** A whole number. */
    INTEGER("整数", "a whole number"),
    /** A number. */
    NUMBER("数值", "a number"),
    /** True or false. */
    BOOLEAN("是否", "a boolean"),
    /** A day. */
    DATE("日期", "a date"),
    /** A moment in time. */
    TIMESTAMP("时刻", "a timestamp"),
    /** The time between two days or two moments, both included; either end may be open. */
    INTERVAL("时间段", "an interval"),
    /** A shape. */
    GEOMETRY("图形", "a geometry");

    private final String zh;
    private final String en;

    ValueType(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The name for people, in the middle of a sentence. */
    Text label() {
        return new Text(zh, en);
    }

    boolean numeric() {
        return this == INTEGER || this == NUMBER;
    }

    boolean instant() {
        return this == DATE || this == TIMESTAMP;
    }

    boolean temporal() {
        return instant() || this == INTERVAL;
    }

    boolean scalar() {
        return this != INTERVAL && this != GEOMETRY;
    }

    boolean comparableWith(ValueType other) {
        return scalar() && (this == other || (numeric() && other.numeric()) || (instant() && other.instant()));
    }
}
