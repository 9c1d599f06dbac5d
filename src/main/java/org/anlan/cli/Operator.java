package org.anlan.cli;

import org.anlan.store.Actor;

/** Whoever works at the command line: they can open the store, so they act as an administrator. */
final class Operator {

    /** As revisions and the audit log name them. */
    static final Actor ACTOR = new Actor("admin", "command-line");

    private Operator() {}
}
