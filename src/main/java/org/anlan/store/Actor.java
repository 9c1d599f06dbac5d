package org.anlan.store;

import org.anlan.base.Storable;

/**
 * Who does something, and from where.
 *
 * @param name the account's name, or {@code system} for what the service does by itself
 * @param from the client's address, {@code command-line} for the command line; blank where none is known
 */
public record Actor(String name, String from) {

    /** What the service does by itself. */
    public static final Actor SYSTEM = new Actor("system", "");

    /** An actor in text that every store can keep. */
    public Actor {
        name = Storable.text(name);
        from = Storable.text(from);
    }
}
