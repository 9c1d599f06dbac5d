package org.anlan.base;

/** How much a finding weighs. */
public enum Severity {
    /** Blocks the commit of the hand-in. */
    ERROR,
    /** Should be looked at; does not block. */
    WARNING,
    /** Told for the record: what was repaired, rebuilt or assumed. */
    NOTE
}
