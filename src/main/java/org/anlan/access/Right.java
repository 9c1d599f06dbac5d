package org.anlan.access;

/** Something that not everybody may do. */
public enum Right {
    /** Keep a scenario, freeze a figure, enter an indicator's value. */
    KEEP_FIGURES("figures"),
    /** Hand in layers, edit and restore them. */
    CHANGE_LAYERS("layers"),
    /** Keep the ledgers of outfalls, readings and boundary markers. */
    KEEP_LEDGERS("ledgers"),
    /** Open problem sites and take them on. */
    WORK_CASES("cases"),
    /** Accounts, keys of others, the audit log. */
    ADMINISTER("admin");

    private final String code;

    Right(String code) {
        this.code = code;
    }

    /** The right as it is written in the scopes of a key. */
    public String code() {
        return code;
    }
}
