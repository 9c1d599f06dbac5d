package org.anlan.zoning;

import org.anlan.base.Text;

/** What a rule says of an activity, the gravest last. */
public enum Verdict {
    /** Nothing in the rule stands against it. */
    ALLOWED("允许", "Allowed"),
    /** Allowed under conditions: examination, consent, making up for what is taken. */
    CONDITIONAL("附条件", "Conditional"),
    /** Strictly limited: as a rule not, with reasons perhaps. */
    RESTRICTED("限制", "Restricted"),
    /** Forbidden. */
    PROHIBITED("禁止", "Prohibited");

    private final String zh;
    private final String en;

    Verdict(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The word for people. */
    public Text label() {
        return new Text(zh, en);
    }
}
