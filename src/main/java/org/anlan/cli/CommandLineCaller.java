package org.anlan.cli;

import java.util.List;
import java.util.Set;
import org.anlan.access.Caller;
import org.anlan.access.Role;
import org.anlan.store.Actor;

/** Who works at the command line: whoever may open the data folder may do everything. */
final class CommandLineCaller {

    private static final String NAME = "command-line";

    private CommandLineCaller() {}

    static Caller caller() {
        return Caller.of(new Actor(NAME, NAME), Set.of(Role.ADMIN), List.of());
    }
}
