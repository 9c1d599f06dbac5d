package org.anlan.filter;

/** How large a filter may be. Whoever sends more is told so; nothing a filter says can take more memory or time than these allow. */
final class Limits {

    /** Characters of a filter. */
    static final int LENGTH = 64 * 1024;

    /** Bytes of a filter in JSON. */
    static final int BYTES = 4 * LENGTH;

    /** Expressions within each other. */
    static final int DEPTH = 64;

    /** Expressions in all. */
    static final int NODES = 5_000;

    /** Values of one IN list. */
    static final int LIST = 1_000;

    /** Characters of the pattern of LIKE. */
    static final int PATTERN = 1_000;

    /** Characters of a number. */
    static final int NUMBER = 400;

    /** Vertices of all shapes of a filter. */
    static final int VERTICES = 10_000;

    /** Vertices that shapes may get when they are carried to degrees. */
    static final int CARRIED_VERTICES = 100_000;

    private Limits() {}
}
