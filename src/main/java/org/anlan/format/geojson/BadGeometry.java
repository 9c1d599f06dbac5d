package org.anlan.format.geojson;

import org.anlan.base.Text;

/** A geometry that is none; the reader leaves the feature out and reports it. */
final class BadGeometry extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    BadGeometry(String zh, String en) {
        super(en, null, false, false);
        reason = new Text(zh, en);
    }

    Text reason() {
        return reason;
    }
}
