package org.anlan.catalog;

import org.anlan.base.EnumWord;

/** To whom a layer or a field is shown. Each sees what those before it see. */
public enum Visibility {
    /** Everybody, signed in or not. */
    PUBLIC,
    /** Whoever is signed in. */
    INTERNAL,
    /** Who keeps layers or ledgers. */
    CONFIDENTIAL;

    /** Whether somebody who sees up to this sees something that is shown to those of {@code needed}. */
    public boolean covers(Visibility needed) {
        return compareTo(needed) >= 0;
    }

    /** The word in a catalogue file. */
    public String word() {
        return EnumWord.of(this);
    }
}
