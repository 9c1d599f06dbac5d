package org.anlan.format.kml;

import org.anlan.base.Text;

/** A shape that is none; the reader leaves the feature out and reports it. */
final class BadShape extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    BadShape(String zh, String en) {
        super(en, null, false, false);
        reason = new Text(zh, en);
    }

    Text reason() {
        return reason;
    }
}
