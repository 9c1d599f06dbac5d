package org.anlan.format.geopackage;

import org.anlan.base.Text;

/** A geometry that cannot be read; the reader leaves the feature out and reports it. */
final class BadShape extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Text reason;

    private BadShape(String code, Text reason) {
        super(reason.en(), null, false, false);
        this.code = code;
        this.reason = reason;
    }

    /** A shape that contradicts itself. */
    static BadShape because(String zh, String en, Object... arguments) {
        return new BadShape("gpkg.geometry", Text.of(zh, en, arguments));
    }

    /** A shape that is sound and of a kind that is not read. */
    static BadShape unread(String code, String zh, String en) {
        return new BadShape(code, new Text(zh, en));
    }

    String code() {
        return code;
    }

    Text reason() {
        return reason;
    }
}
